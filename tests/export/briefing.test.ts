import { describe, expect, it } from 'vitest'

import { BRIEFING_LIMITS, emptyBriefing, type Briefing } from '../../src/export/briefing.ts'
import { changesSince } from '../../src/export/briefing/changesSince.ts'
import {
  addFigure,
  addText,
  editFigure,
  editText,
  moveItem,
  removeItem,
  type Edited,
} from '../../src/export/briefing/edit.ts'
import { frozenFigure } from '../../src/export/briefing/frozenFigure.ts'
import { readBriefing } from '../../src/export/briefing/readBriefing.ts'
import { refusalOf } from '../../src/export/briefing/refusalOf.ts'
import { toParts } from '../../src/export/briefing/toParts.ts'
import { valuesOf } from '../../src/export/values.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { BarFigure } from '../../src/figures/kinds/barFigure.ts'
import type { MapFigure } from '../../src/figures/kinds/mapFigure.ts'
import { formatNumber } from '../../src/figures/text/number.ts'
import type { Locale } from '../../src/domain/text.ts'
import { GEOMETRY } from '../charts/drawn.ts'
import { LOCALES } from '../figures/scenarios.ts'
import { allFigures, EXPORTED_IDS, HOSTILE_TEXTS, isDrawn, wallFigures } from './exportable.ts'

const empty = (locale: Locale = 'zh-CN'): Briefing =>
  emptyBriefing({
    ...{ id: 'b1', title: '2026年10月简报', space: 'demo', locale, period: '2026-10' },
    ...{ asOf: '2026-11-22', createdAt: '2026-11-22T08:00:00Z', marking: null, watermark: '' },
  })

const figures = wallFigures('demo', 'zh-CN')
const bars = figures.find(({ id }) => id === 'domain-revenue') as BarFigure
const map = figures.find(({ id }) => id === 'city-map-cluster.revenue') as MapFigure

const done = (edited: Edited): Briefing => {
  if (edited.kind === 'refused') throw new Error(edited.reason)
  return edited.briefing
}
const withFigures = (...added: readonly Figure[]): Briefing =>
  added.reduce((briefing, figure) => done(addFigure(briefing, { figure, query: 'wall' })), empty())

const ids = ({ items }: Briefing): string[] => items.map(({ id }) => id)

describe('collecting', () => {
  it('puts figures and texts at the end with ids of their own', () => {
    const briefing = done(addText(withFigures(bars, bars), { title: '一', text: '二' }))
    expect(ids(briefing)).toEqual(['i1', 'i2', 'i3'])
    expect(briefing.items[2]).toEqual({ kind: 'text', id: 'i3', title: '一', text: '二' })
  })

  it('moves items to any place and removes them; the others keep their ids', () => {
    const three = withFigures(bars, map, bars)
    expect(ids(moveItem(three, 'i3', 0))).toEqual(['i3', 'i1', 'i2'])
    expect(ids(moveItem(three, 'i1', 99))).toEqual(['i2', 'i3', 'i1'])
    expect(ids(moveItem(three, 'i2', -4))).toEqual(['i2', 'i1', 'i3'])
    expect(moveItem(three, 'none', 0)).toBe(three)
    const two = removeItem(three, 'i2')
    expect(ids(two)).toEqual(['i1', 'i3'])
    expect(ids(done(addText(two, { title: '', text: 'a' })))).toEqual(['i1', 'i3', 'i4'])
  })

  it('writes other words for a figure, and gives its own back for empty ones', () => {
    const edited = done(editFigure(withFigures(bars), 'i1', { title: '题', sentence: '句' }))
    expect(edited.items[0]).toMatchObject({ title: '题', sentence: '句' })
    const back = done(editFigure(edited, 'i1', { title: ' ' }))
    expect(back.items[0]).toMatchObject({ sentence: '句' })
    expect(back.items[0]).not.toHaveProperty('title')
    const text = done(addText(empty(), { title: 'a', text: 'b' }))
    expect(done(editText(text, 'i1', { text: 'c' })).items[0]).toMatchObject({
      title: 'a',
      text: 'c',
    })
  })

  it('never changes the briefing it was given', () => {
    const before = withFigures(bars, map)
    const copy = structuredClone(before)
    editFigure(before, 'i1', { title: 'x' })
    moveItem(before, 'i1', 1)
    removeItem(before, 'i2')
    expect(before).toEqual(copy)
  })

  it('holds a hundred items and refuses the next with a reason', () => {
    let briefing = empty()
    for (let i = 0; i < BRIEFING_LIMITS.items; i++)
      briefing = done(addText(briefing, { title: '', text: `${i}` }))
    const edited = addText(briefing, { title: '', text: 'more' })
    expect(edited).toMatchObject({ kind: 'refused', reason: expect.stringContaining('100') })
    expect(addFigure(briefing, { figure: bars, query: 'wall' }).kind).toBe('refused')
  })

  it('takes 4,000 characters and not one more', () => {
    const most = '长'.repeat(4000)
    expect(addText(empty(), { title: '', text: most }).kind).toBe('done')
    expect(addText(empty(), { title: '', text: `${most}长` })).toMatchObject({
      ...{ kind: 'refused', reason: expect.stringContaining('4000') },
    })
    expect(editFigure(withFigures(bars), 'i1', { sentence: `${most}长` }).kind).toBe('refused')
  })

  it('refuses a figure that could not be exported, and one in another language', () => {
    const absent = wallFigures('main', 'zh-CN').find(({ kind }) => kind === 'absent')!
    expect(addFigure(empty(), { figure: absent, query: 'wall' })).toMatchObject({
      ...{ kind: 'refused', reason: expect.stringContaining(absent.title) },
    })
    const sourceless = addFigure(empty(), { figure: { ...bars, source: '' }, query: 'wall' })
    expect(sourceless).toMatchObject({ reason: expect.stringContaining('数据来源') })
    expect(addFigure(empty('en'), { figure: bars, query: 'wall' }).kind).toBe('refused')
  })
})

describe('freezing', () => {
  it('keeps figures as they were, whatever happens to them later', () => {
    const mutable = structuredClone(bars)
    const briefing = withFigures(mutable)
    const before = toParts(briefing, CONTEXT)
    Object.assign(mutable, { title: 'changed' })
    ;(mutable.rows as unknown[]).length = 0
    expect(toParts(briefing, CONTEXT)).toEqual(before)
  })

  it.each(EXPORTED_IDS.flatMap((id) => LOCALES.map((locale) => [id, locale] as const)))(
    'stores and reads every figure of %s, %s without losing a value',
    (id, locale) => {
      for (const figure of allFigures(id, locale).filter(isDrawn)) {
        const briefing = {
          ...empty(locale),
          items: [{ kind: 'figure', id: 'i1', query: 'wall', figure: frozenFigure(figure) }],
        }
        const stored: unknown = JSON.parse(JSON.stringify(briefing))
        const read = readBriefing(stored, locale)
        expect(read.kind === 'refused' ? read.reason : '', figure.id).toBe('')
        if (read.kind === 'refused' || refusalOf(figure)) continue
        const [item] = read.briefing.items
        expect(item?.kind === 'figure' && valuesOf(item.figure)).toEqual(valuesOf(figure))
      }
    },
  )
})

const CONTEXT = {
  ...{ site: 'http://127.0.0.1:8787', madeAt: '2026-11-23T01:00:00Z' },
  geometryOf: () => GEOMETRY,
}

describe('reading what is stored', () => {
  const stored = () =>
    JSON.parse(
      JSON.stringify(done(addText(withFigures(...figures.filter(isDrawn)), TEXT))),
    ) as Record<string, unknown>
  const TEXT = { title: '一', text: '二' }
  const refused = (value: unknown, part = '') =>
    expect(readBriefing(value, 'zh-CN')).toMatchObject({
      ...{ kind: 'refused', reason: expect.stringContaining(part) },
    })

  it('refuses what is no briefing', () => {
    for (const value of [null, undefined, [], '', 7, {}, { items: [] }]) refused(value, '损坏')
  })

  it('refuses one of a newer version, and says what to do', () =>
    refused({ ...stored(), version: 2 }, '刷新'))

  it.each([
    ['space', 'elsewhere'],
    ['locale', 'fr'],
    ['marking', '机密'],
    ['asOf', 'yesterday'],
    ['createdAt', '22 November'],
    ['period', '2026-13'],
    ['title', 'x'.repeat(4001)],
    ['items', Array.from({ length: 101 }, (_, i) => ({ ...TEXT, kind: 'text', id: `i${i}` }))],
  ])('refuses %s %j and names the place', (key, value) =>
    refused({ ...stored(), [key]: value }, key),
  )

  it('refuses items that share an id', () => {
    const item = { ...TEXT, kind: 'text', id: 'i1' }
    refused({ ...stored(), items: [item, item] }, 'items.1.id')
  })

  const readOf = (value: unknown): Briefing => {
    const read = readBriefing(value, 'zh-CN')
    if (read.kind === 'refused') throw new Error(read.reason)
    return read.briefing
  }

  it('reads every other item where a needed field of a figure is gone or of another type', () => {
    const optional =
      /^(indicators|traced|focus|ramp|beside|partialNote|sized|ids|more|traces|warnings)$/
    for (const figure of figures.filter(isDrawn)) {
      const whole = JSON.stringify(done(addText(withFigures(figure), TEXT)))
      for (const key of Object.keys(figure).filter((name) => !optional.test(name)))
        for (const damage of [undefined, { x: 1 }]) {
          const damaged = JSON.parse(whole) as { items: { figure: Record<string, unknown> }[] }
          damaged.items[0]!.figure[key] = damage
          const [unread, text] = readOf(damaged).items
          expect(unread, key).toMatchObject({ kind: 'text', id: 'i1', unread: damaged.items[0] })
          expect(unread?.kind === 'text' && unread.text).toContain('第 1.figure')
          expect(text).toMatchObject(TEXT)
        }
    }
  })

  it('says of an item of an unknown kind that it cannot be read, exports the rest and keeps it', () => {
    const strange = { kind: 'video', id: 'v', address: 'x' }
    const read = readOf({ ...withFigures(bars), items: [strange, ...withFigures(bars).items] })
    const [first, second] = toParts(read, CONTEXT)
    expect(first).toMatchObject({ paragraphs: [expect.stringMatching(/读不出（第 1\.kind 项）/)] })
    expect(second).toMatchObject({ kind: 'figure', item: { figure: { id: bars.id } } })
    expect(read.items[0]).toMatchObject({ id: 'v', unread: strange })
    expect(readOf(JSON.parse(JSON.stringify(read)))).toEqual(read)
    // As a version would that knows the kind.
    const known = { kind: 'text', id: 'v', ...TEXT }
    expect(readOf({ ...read, items: [{ ...read.items[0], unread: known }] }).items).toEqual([known])
  })
})

describe('parts', () => {
  it('carry words, view and link as of the frozen day', () => {
    const briefing = done(
      editFigure(withFigures(map), 'i1', { title: '题', sentence: HOSTILE_TEXTS[0]! }),
    )
    const [part] = toParts(briefing, CONTEXT)
    expect(part).toMatchObject({
      kind: 'figure',
      item: {
        ...{ title: '题', sentence: HOSTILE_TEXTS[0], context: { geometry: GEOMETRY } },
        origin: {
          ...{ space: 'demo', query: 'wall', asOf: '2026-11-22', madeAt: CONTEXT.madeAt },
          link: 'http://127.0.0.1:8787/demo/wall?asOf=2026-11-22T15:59:59.999Z',
        },
      },
    })
  })

  it('give a text a paragraph a line', () => {
    const briefing = done(addText(empty(), { title: 'a', text: 'b\n\nc' }))
    expect(toParts(briefing, CONTEXT)).toEqual([
      { kind: 'text', title: 'a', paragraphs: ['b', 'c'] },
    ])
  })

  it('say of a figure that the product no longer has that it is gone, and keep the rest', () => {
    const context = { ...CONTEXT, isKnown: ({ id }: Figure) => id !== bars.id }
    const notes = toParts(withFigures(bars, map), context).map((part) =>
      part.kind === 'figure' ? part.item.figure.notes.join() : '',
    )
    expect(notes[0]).toContain('系统已不再提供此图')
    expect(notes[1]).not.toContain('系统已不再提供此图')
  })
})

/** A row after a revision: value and print. */
const revised = (row: BarFigure['rows'][number], value: number): BarFigure['rows'][number] => ({
  ...row,
  values: [value],
  columns: [{ text: formatNumber(value), below: false }, ...row.columns.slice(1)],
})

describe('what changed since', () => {
  it('is nothing for the same figure, whatever its sentence', () => {
    for (const figure of figures.filter(isDrawn))
      expect(changesSince(frozenFigure(figure), { ...figure, finding: 'x' })).toEqual({
        kind: 'same',
      })
  })

  it('is every value by row and column, old and new', () => {
    const [first, ...rows] = bars.rows
    const value = first!.values[0]!
    const now = { ...bars, rows: [revised(first!, value + 100), ...rows] }
    const changes = changesSince(bars, now)
    expect(changes).toMatchObject({ kind: 'changed' })
    if (changes.kind !== 'changed') return
    expect(changes.cells).toContainEqual({
      ...{ row: first!.label, column: expect.any(String) },
      before: Math.round(value).toLocaleString('en-US'),
      after: Math.round(value + 100).toLocaleString('en-US'),
    })
  })

  it('tells a difference that printing hides with all its digits', () => {
    const [first, ...rows] = bars.rows
    const value = first!.values[0]!
    const now = { ...bars, rows: [{ ...first!, values: [value + 1e-6] }, ...rows] }
    const changes = changesSince(bars, now)
    expect(changes.kind === 'changed' && changes.cells).toEqual([
      expect.objectContaining({ before: String(value), after: String(value + 1e-6) }),
    ])
  })

  it('says what a value that came or went was before and is now', () => {
    const [first] = bars.rows
    const without = { ...bars, rows: bars.rows.slice(1) }
    const lost = changesSince(bars, without)
    const won = changesSince(without, bars)
    for (const [changes, key] of [[lost, 'after'] as const, [won, 'before'] as const]) {
      expect(changes.kind === 'changed' && changes.cells.length).toBeGreaterThan(0)
      if (changes.kind !== 'changed') continue
      for (const cell of changes.cells)
        expect(cell).toMatchObject({ row: first!.label, [key]: null })
    }
  })

  it('keeps rows of the same name apart', () => {
    const [first, second] = bars.rows
    const twins = { ...bars, rows: [first!, { ...second!, label: first!.label }] }
    const now = { ...twins, rows: [twins.rows[0]!, revised(twins.rows[1]!, 1)] }
    const changes = changesSince(twins, now)
    expect(changes.kind === 'changed' && changes.cells).toHaveLength(1)
  })

  it('names another definition, source or period', () => {
    const changes = changesSince(bars, { ...bars, definition: '新口径', asOf: '2026-11-30' })
    expect(changes).toEqual({
      kind: 'changed',
      cells: [
        { row: '统计口径', column: '', before: bars.definition, after: '新口径' },
        { row: '截至', column: '', before: bars.asOf, after: '2026-11-30' },
      ],
    })
  })

  it('is that the figure is gone, with the reason', () => {
    expect(changesSince(bars, null)).toMatchObject({ kind: 'gone' })
    const absent = wallFigures('main', 'zh-CN').find(({ kind }) => kind === 'absent')!
    expect(changesSince(bars, absent)).toMatchObject({
      ...{ kind: 'gone', reason: expect.stringContaining(absent.title) },
    })
  })
})
