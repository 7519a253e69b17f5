import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import { writeDelimited } from '../../src/export/delimited.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import { valuesOf } from '../../src/export/values.ts'
import type { TableFigure } from '../../src/figures/kinds/tableFigure.ts'
import { LOCALES } from '../figures/scenarios.ts'
import {
  allFigures,
  EXPORTED_IDS,
  exported,
  HOSTILE_TEXTS,
  isDrawn,
  wallFigures,
} from './exportable.ts'

/** Records of RFC 4180: quoted fields hold commas, quotes twice and line ends; every record ends with CRLF. */
function parse(csv: string): string[][] {
  const records: string[][] = []
  let fields: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  field.lastIndex = csv.startsWith('\uFEFF') ? 1 : 0
  while (field.lastIndex < csv.length) {
    const match = field.exec(csv)
    if (!match) throw new Error('This is no CSV')
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    records.push(fields)
    fields = []
  }
  return records
}

/** What a person sees who takes away the apostrophe that makes a text of a formula. */
const shown = (field: string): string =>
  /^'+[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(field) ? field.slice(1) : field

const [gaps] = wallFigures('main', 'zh-CN').filter(({ id }) => id === 'gaps')
const tableOf = (rows: readonly (readonly string[])[]): TableFigure => ({
  ...(gaps as TableFigure),
  columns: (rows[0] ?? []).map((_, at) => ({ id: `${at}`, title: `列${at}`, align: 'start' })),
  rows,
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.stringMatching(/^['" ]{0,3}[=+@,-]{1,2}.{0,5}$/),
)

describe('values as CSV', () => {
  it('come back as they were, whatever the texts', () => {
    const rows = fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (texts) => {
        const [, ...records] = parse(writeDelimited(exported(tableOf(texts))))
        expect(records.map((record) => record.slice(0, 2).map(shown))).toEqual(
          texts.map((row) => row.map(plainText)),
        )
      }),
    )
  })

  it('hold no text that a spreadsheet takes for a formula', () => {
    const csv = writeDelimited(exported(tableOf([...HOSTILE_TEXTS.map((text) => [text])])))
    for (const record of parse(csv))
      for (const field of record) expect(field).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""click"")"`)
  })

  it('begin with a byte order mark, and every line ends with CRLF', () => {
    const csv = writeDelimited(exported(tableOf([['a\nb', 'c']])))
    expect(csv.startsWith('\uFEFF列0,列1,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(3)
  })

  it('carry 演示 and no marking where the data are simulated, else the marking', () => {
    const [demo] = wallFigures('demo', 'zh-CN')
    const [head, first] = parse(writeDelimited(exported(demo!)))
    expect(first?.[head?.indexOf('图') ?? -1]).toBe('【演示】纳入建设')
    expect(head).not.toContain('标识')
    const [real = []] = parse(writeDelimited(exported(gaps!, { space: 'main' })))
    expect(real).toContain('标识')
  })

  it('are refused where the figure must not leave the screen', () => {
    expect(() => writeDelimited(exported({ ...gaps!, source: '' }))).toThrow(ExportRefused)
  })
})

describe.each(EXPORTED_IDS)('every figure as CSV in the scenario %s', (id) => {
  it('has its numbers unrounded, its words for absent ones, and where it comes from in every line', () => {
    const figures = LOCALES.flatMap((locale) => allFigures(id, locale)).filter(isDrawn)
    for (const figure of figures) {
      const { columns, rows } = valuesOf(figure)
      const [head = [], ...records] = parse(writeDelimited(exported(figure)))
      expect(records).toHaveLength(rows.length)
      expect(head.length).toBeGreaterThan(columns.length)
      const source = head.indexOf(figure.locale === 'en' ? 'Source' : '数据来源', columns.length)
      for (const [r, record] of records.entries()) {
        expect(record).toHaveLength(head.length)
        expect(shown(record[source] ?? '')).toBe(plainText(figure.source))
        for (const [c, cell] of (rows[r] ?? []).entries())
          if (typeof cell === 'number') expect(Number(record[c])).toBe(cell)
          else
            expect(shown(record[c] ?? '')).toBe(
              plainText(typeof cell === 'string' ? cell : cell.absent),
            )
      }
    }
  })
})
