import { describe, expect, it } from 'vitest'

import { compareLines } from '../../../src/figures/compare/compareLines.ts'
import { compareTable } from '../../../src/figures/compare/compareTable.ts'
import { brainIndicators } from '../../../src/figures/brain/brainIndicators.ts'
import { DESK_FIGURES } from '../../../src/figures/desk/registry.ts'
import { selectionMap } from '../../../src/figures/desk/selectionMap.ts'
import { selectionTable } from '../../../src/figures/desk/selectionTable.ts'
import { selectionTrend } from '../../../src/figures/desk/selectionTrend.ts'
import { isEarly, lastKnownMonth, latestMonth, timelineEnd } from '../../../src/figures/latest.ts'
import { deskIn, growing, IDS } from './growingWorld.ts'

/** On 5 November the report of October is due in eleven days; only `a` has sent it. */
const TODAY = '2026-11-05'
const others = IDS.slice(1).map((id) => `${id}|2026-10`)
const context = growing(others, 'zh-CN', TODAY)
const desk = deskIn(context, { period: '2026-10' })

describe('the timeline', () => {
  it('goes to a month that is not due yet once a report for it is there', () => {
    expect(latestMonth(context)).toBe('2026-09')
    expect(lastKnownMonth(context)).toBe('2026-10')
    expect(timelineEnd(context)).toBe('2026-10')
    expect(isEarly(context, '2026-10')).toBe(true)
    expect(isEarly(context, '2026-09')).toBe(false)
  })

  it('ends with the last month due where nobody has reported a later one', () => {
    const nobody = growing([...others, 'a|2026-10'], 'zh-CN', TODAY)
    expect(lastKnownMonth(nobody)).toBe('2026-09')
  })

  it('is that of the indicators and brains that are asked for', () => {
    expect(lastKnownMonth(context, ['cluster.revenue'], new Set(['b']))).toBe('2026-09')
    expect(lastKnownMonth(context, ['no.such'])).toBe('2026-09')
  })

  it('reaches to the last month that has ended while nothing has been read', () => {
    const reading = { zh: '正在读取', en: 'reading' }
    expect(timelineEnd({ ...context, unread: new Map([['cluster.revenue', reading]]) })).toBe(
      '2026-10',
    )
  })

  it('shows the last month due where the link names none', () => {
    expect(deskIn(context).period).toBe('2026-09')
  })
})

describe('a month that is not due yet', () => {
  it('says so in every panel with data', () => {
    const figures = DESK_FIGURES.map(({ build }) => build(desk)).filter(
      ({ kind }) => kind !== 'absent',
    )
    expect(figures.length).toBeGreaterThan(4)
    for (const { period } of figures) expect(period).toContain('未到期')
    expect(selectionTrend.build(desk).finding).toContain('覆盖1/5家报送')
    expect(selectionTrend.build(desk).finding).toContain('未到报送截止日（2026-11-16）')
    expect(selectionTrend.build(deskIn(context)).finding).not.toContain('截止日')
  })

  it('calls nobody late: who has not reported is not due', () => {
    const table = selectionTable.build(desk)
    if (table.kind !== 'table') throw new Error(table.kind)
    const status = new Map(table.rows.map((row) => [row[0], row.at(-1)]))
    expect(status.get('示例·a')).toBe('已报')
    expect(status.get('示例·b')).toBe('未到报送期')
    const map = selectionMap.build(desk)
    if (map.kind !== 'map') throw new Error(map.kind)
    expect(map.areas.find(({ id }) => id === '370200')?.value.absent).toBe('notDue')
    expect(map.finding).not.toContain('未报送')
  })

  it('is in a comparison for the brain that has reported it, hollow, and for no region', () => {
    const comparison = {
      ...{ ids: ['370100', 'a', 'b'], indicator: 'cluster.revenue', change: false, base: null },
      ...{ focus: null, columns: ['cluster.revenue'] },
    }
    const figure = compareLines(context, comparison)
    if (figure.kind !== 'line') throw new Error(figure.kind)
    const [city, own, other] = figure.panels[0]?.series ?? []
    expect(figure.periods.at(-1)).toBe('2026-10')
    expect(figure.period).toBe('2026年1—9月')
    expect(own?.values.at(-1)).not.toBeNull()
    expect(own?.preliminary).toEqual([figure.periods.length - 1])
    expect([city?.values.at(-1), other?.values.at(-1)]).toEqual([null, null])
    expect(figure.notes.join()).toContain('未到报送截止日')
    const [row] = compareTable(context, comparison).rows
    expect(row?.cells.map(({ trace }) => trace?.period)).toEqual(['2026-09', '2026-10', '2026-09'])
    expect(row?.cells[1]?.note).toContain('未到报送期')
  })

  it('stands in the profile of the brain that has reported it, and changes no rank', () => {
    const rows = (id: string) => brainIndicators()(context, id).flatMap((group) => group.rows)
    const revenue = (id: string) =>
      rows(id).find(({ indicator }) => indicator === 'cluster.revenue')
    expect(revenue('a')?.cells.map(({ period, early }) => [period, early])).toEqual([
      ['2026-07', false],
      ['2026-08', false],
      ['2026-09', false],
      ['2026-10', true],
    ])
    expect(revenue('a')?.last?.period).toBe('2026-09')
    expect(revenue('a')?.provinceRank).toBe('5/5')
    expect(revenue('b')?.cells.at(-1)?.period).toBe('2026-09')
  })
})
