import { afterEach, describe, expect, it, vi } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import { writeDocument } from '../../src/export/document.ts'
import { decimalsIn, valuesOf } from '../../src/export/values.ts'
import { wordsOf } from '../../src/export/words.ts'
import { formatNumber } from '../../src/figures/text/number.ts'
import { LOCALES } from '../figures/scenarios.ts'
import {
  demo,
  draw,
  exportable,
  figurePart,
  headOf,
  oneLine,
  textPart,
  written,
} from './documents.ts'
import { exported, EXPORTED_IDS } from './exportable.ts'
import { drawnNumbers, printedIn } from './numbersIn.ts'
import { joinedTables, packageFaults, type OpenedDocument } from './openedDocument.ts'
import { pictured, xmlFaults } from './pictured.ts'

afterEach(() => void vi.useRealTimers())

describe.each(EXPORTED_IDS.flatMap((id) => LOCALES.map((locale) => [id, locale] as const)))(
  'a document of every figure in %s, %s',
  (id, locale) => {
    const items = exportable(id, locale).map((figure) => pictured(figure))
    const simulated = items.some(({ figure }) => figure.simulated)
    const ask = async () =>
      items.length === 0
        ? null
        : written([textPart('总体情况', 'a'), ...items.map(figurePart)], {
            ...headOf({ locale, simulated }),
          })

    it('is a sound package, and every number in its tables is the figure’s', async () => {
      const document = await ask()
      if (!document) return
      expect(packageFaults(document, xmlFaults)).toEqual([])
      const tables = joinedTables(document.tables)
      for (const { figure } of items) {
        if (figure.kind === 'kpi' || figure.kind === 'absent') continue
        const title = oneLine(wordsOf(exported(figure)).title)
        const at = tables.findIndex(({ caption }) => caption.endsWith(title))
        expect(at, title).toBeGreaterThanOrEqual(0)
        const [table] = tables.splice(at, 1)
        expect(table, title).toBeDefined()
        const { columns, rows } = valuesOf(figure)
        const heads = table!.rows[0]!
        const names = columns.map((one) => plainText(one.title))
        /** Of several names that begin a head the longest is its own. */
        const isHeadOf = (own: string, head: string): boolean =>
          head.startsWith(own) &&
          names.every((name) => name.length <= own.length || !head.startsWith(name))
        const kept = rows.length > 120 ? rows.slice(0, 40) : rows
        expect(table!.rows).toHaveLength(kept.length + 1)
        if (kept.length < rows.length)
          expect(wordsIn(document)).toContain(
            locale === 'en' ? `${rows.length - 40} more rows` : `另有 ${rows.length - 40} 行`,
          )
        for (const [c, column] of columns.entries()) {
          const place = heads.findIndex(
            (head, i) => isHeadOf(names[c]!, head) && (c === 0 ? i === 0 : i > 0 && i <= c),
          )
          if (place < 0) {
            expect(column.kind, `${title}: ${column.title}`).toBe('text')
            continue
          }
          const printed = kept.map((row, r) => {
            const cell = row[c] ?? ''
            if (typeof cell === 'number') return formatNumber(cell, decimalsIn(column, r))
            return plainText(typeof cell === 'string' ? cell : cell.absent)
          })
          const shown = table!.rows.slice(1).map((row) => row[place])
          if (!sameTitle(columns.map((one) => one.title))) expect(shown).toEqual(printed)
        }
        const inTable = new Set(table!.rows.flat().flatMap(printedIn))
        for (const number of drawnNumbers(figure))
          expect(hasRounded(inTable, number), `${title}: ${number}`).toBe(true)
      }
    })

    it('prints every KPI with its own words in one table', async () => {
      const document = await ask()
      if (!document) return
      const cells = new Set(document.tables.flatMap(({ rows }) => rows.map((row) => row.join('|'))))
      for (const { figure } of items)
        if (figure.kind === 'kpi') {
          const { value } = figure
          const row = [figure.title, value.text, value.unit].map(oneLine).join('|')
          expect(
            [...cells].some((text) => text.startsWith(`${row}|`)),
            row,
          ).toBe(true)
        }
    })
  },
)

const wordsIn = ({ paragraphs }: OpenedDocument): string =>
  paragraphs.map(({ text }) => text).join('\n')

const sameTitle = (titles: readonly string[]): boolean => new Set(titles).size < titles.length

/** Whether a number stands there as it is or rounded to some decimals. */
const hasRounded = (numbers: ReadonlySet<number>, value: number): boolean =>
  [0, 1, 2, 3, 4].some((decimals) => numbers.has(Number(value.toFixed(decimals)) + 0))

describe('the same input', () => {
  const parts = demo.map((figure) => figurePart(pictured(figure)))

  it('gives the same bytes on another day', async () => {
    const first = await writeDocument(parts, headOf(), draw)
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    expect(await writeDocument(parts, headOf(), draw)).toEqual(first)
  })

  it('carries the instant of the request and where each figure comes from', async () => {
    const document = await written(parts)
    expect(document.text('docProps/core.xml')).toContain('>2026-11-22T00:00:00Z</dcterms:created>')
    const custom = document.text('docProps/custom.xml')
    for (const text of [
      'Query',
      'As-of',
      'https://brain.example/demo/desk',
      `Figure ${parts.length}`,
    ])
      expect(custom).toContain(text)
  })
})
