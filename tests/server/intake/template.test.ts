import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { makeTemplate } from '../../../server/intake/makeTemplate.ts'
import { readUpload } from '../../../server/intake/readUpload.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { ABSENCE_TEXT, type AbsenceReason } from '../../../src/domain/reading.ts'
import { textOf, type Locale } from '../../../src/domain/text.ts'
import { ooxmlFaults } from '../../export/ooxmlFaults.ts'
import { BRAINS, INDICATORS, TODAY } from './corpus.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const FIRST_ROW = 8

const templateOf = (
  period: string,
  locale: Locale,
  status: 'preliminary' | 'final' = 'final',
): Promise<Uint8Array> =>
  makeTemplate({
    brain: { id: 'tyre', name: '轮胎产业大脑' },
    ...{ period, locale, status, indicators: REPORTED_INDICATORS },
    lastValues: new Map([['cluster.revenue', 1234.5]]),
  })

const read = (bytes: Uint8Array) =>
  readUpload({
    ...{ bytes, fileName: 'a.xlsx', contentType: '', brains: BRAINS, indicators: INDICATORS },
    ...{ today: TODAY, expect: { brain: null, period: null } },
  })

type Filled = ReadonlyMap<number, number | AbsenceReason>

/** The template with values and reasons in the rows of indicators, as a person fills them in. */
function filled(template: Uint8Array, entries: Filled, locale: Locale): Uint8Array {
  const parts = unzipSync(template)
  let xml = strFromU8(parts[SHEET] ?? new Uint8Array())
  for (const [at, entry] of entries) {
    const row = FIRST_ROW + at
    const cell = new RegExp(
      `<c r="${typeof entry === 'number' ? 'F' : 'G'}${row}"( s="\\d+")[^>]*?(?:/>|>.*?</c>)`,
    )
    expect(xml).toMatch(cell)
    xml = xml.replace(cell, (_, style: string) =>
      typeof entry === 'number'
        ? `<c r="F${row}"${style}><v>${entry}</v></c>`
        : `<c r="G${row}"${style} t="inlineStr"><is><t>${textOf(ABSENCE_TEXT[entry], locale)}</t></is></c>`,
    )
  }
  return zipSync({ ...parts, [SHEET]: strToU8(xml) }, { level: 1 })
}

/** A value of each indicator within its bounds and decimals, a reason, or nothing. */
const anyEntries = fc
  .tuple(
    ...REPORTED_INDICATORS.map(({ decimals, min = 0, max = 100 }) => {
      const unit = 10 ** decimals
      return fc.oneof(
        fc
          .integer({ min: Math.ceil(min * unit), max: Math.floor(max * unit) })
          .map((n) => n / unit),
        fc.constantFrom<AbsenceReason>('notReported', 'notApplicable', 'withheld'),
        fc.constant(null),
      )
    }),
  )
  .map((all) => new Map(all.flatMap((entry, at) => (entry === null ? [] : [[at, entry] as const]))))

describe('a template', () => {
  it.each(['zh-CN', 'en'] as const)(
    'is read back exactly as it was filled in (%s)',
    async (locale) => {
      const template = await templateOf('2026-10', locale)
      fc.assert(
        fc.property(anyEntries, (entries) => {
          fc.pre(entries.size > 0)
          const { brain, period, status, cells, findings, ignored } = read(
            filled(template, entries, locale),
          )
          expect({ brain, period, status, findings, ignored }).toEqual({
            ...{ brain: 'tyre', period: '2026-10', status: 'final', findings: [], ignored: [] },
          })
          expect(
            cells.map(({ indicator, value, absent, note }) => [indicator, value ?? absent, note]),
          ).toEqual([...entries].map(([at, entry]) => [REPORTED_INDICATORS[at]?.id, entry, null]))
        }),
        { numRuns: 25 },
      )
    },
  )

  it('carries the status that it was made with', async () => {
    expect(read(await templateOf('2026-10', 'zh-CN', 'preliminary')).status).toBe('preliminary')
  })

  it('gives flows of January their reason', async () => {
    const { cells, period } = read(await templateOf('2026-01', 'zh-CN'))
    expect(period).toBe('2026-01')
    const flows = REPORTED_INDICATORS.filter(({ kind }) => kind === 'flow').map(({ id }) => id)
    expect(cells.map(({ indicator }) => indicator)).toEqual(flows)
    expect(new Set(cells.map(({ absent }) => absent))).toEqual(new Set(['mergedJanuary']))
  })

  it('is a package that keeps the standard', async () => {
    expect(ooxmlFaults(await templateOf('2026-10', 'zh-CN'))).toEqual([])
  })

  it('lets only the cells to fill in be written, with bounds and lists', async () => {
    const parts = unzipSync(await templateOf('2026-10', 'zh-CN'))
    const [sheet, about, styles] = [SHEET, 'xl/worksheets/sheet2.xml', 'xl/styles.xml'].map(
      (path) => strFromU8(parts[path] ?? new Uint8Array()),
    )
    const unlocked = new Set(
      [...(styles?.match(/<cellXfs.*<\/cellXfs>/s)?.[0] ?? '').matchAll(/<xf .*?<\/xf>/gs)].flatMap(
        ([xf], at) => (xf.includes('locked="0"') ? [String(at)] : []),
      ),
    )
    const open = [...(sheet ?? '').matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"/g)].flatMap(
      ([, column, style]) => (unlocked.has(style ?? '') ? [column] : []),
    )
    expect(new Set(open)).toEqual(new Set(['B', 'F', 'G']))
    expect(open).toHaveLength(2 * REPORTED_INDICATORS.length + 1)
    expect(sheet).toContain('<sheetProtection sheet="1"')
    expect(sheet?.match(/<dataValidation /g)).toHaveLength(REPORTED_INDICATORS.length + 2)
    expect(sheet).toContain('<formula1>"未报送,不适用,不予公开,1—2月合并"</formula1>')
    expect(about).not.toContain('sheetProtection')
  })
})
