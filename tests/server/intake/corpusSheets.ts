import { HEAD, raw, report, REVENUE, TITLES } from './corpusReport.ts'
import { madeWorkbook } from './madeWorkbook.ts'
import type { OddFile } from './oddFile.ts'

const DONE = ['cluster.revenue 100']
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A sheet whose part is XML of our own. */
const withSheet = (xml: string) => report([], {}, { parts: { 'xl/worksheets/sheet1.xml': xml } })

const rowXml = (row: number): string =>
  `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>明细</t></is></c><c r="D${row}"><v>${row}</v></c></row>`

/** 200,000 rows of details under a report. */
function longSheet(): string {
  const rows: string[] = []
  for (let row = 5; row <= 200_000; row++) rows.push(rowXml(row))
  return rows.join('')
}

const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const FEW_ROWS =
  `<row r="3">${cell('A3', '指标编码')}${cell('C3', '单位')}${cell('D3', '本期值')}</row>` +
  `<row r="4">${cell('A4', 'cluster.revenue')}${cell('C4', '亿元')}<c r="D4"><v>100</v></c></row>`

const details = () =>
  Array.from({ length: 59 }, (_, i) => ({
    name: `企业${i + 1}`,
    rows: [
      ['企业', '收入'],
      ['甲', i],
    ],
  }))

/** Sheets that are hostile, broken, long or many. */
export const sheetCases: readonly OddFile[] = [
  {
    name: 'entity expansion (billion laughs)',
    file: () =>
      withSheet(
        `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData>&b;</sheetData></worksheet>`,
      ),
    told: ['doctype'],
  },
  {
    name: 'an external entity',
    file: () => withSheet(`<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet xmlns="${MAIN}"/>`),
    told: ['doctype'],
  },
  {
    name: 'an entity that nobody declared',
    file: () => withSheet(`<worksheet xmlns="${MAIN}"><sheetData>&x;</sheetData></worksheet>`),
    told: ['corrupt'],
  },
  {
    name: 'XML that ends too early',
    file: () => withSheet(`<worksheet xmlns="${MAIN}"><sheetData><row r="1">`),
    told: ['corrupt'],
  },
  {
    name: 'a part that is not UTF-8',
    file: () =>
      report(
        [],
        {},
        { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0x77, 0xff, 0xff]) } },
      ),
    told: ['corrupt'],
  },
  {
    name: 'a shared string that is not there',
    file: () => report([[...REVENUE, { v: 7, t: 's' }]]),
    told: ['corrupt 报送'],
  },
  {
    name: '200,000 rows',
    file: () => report([], { data: FEW_ROWS + longSheet() }),
    told: ['tooManyRows 报送', 'moreFindings'],
    cells: DONE,
    expect: { brain: 'tyre', period: '2026-10' },
  },
  {
    name: '200,000 empty rows with a format',
    file: () =>
      report([], {
        data:
          FEW_ROWS +
          Array.from(
            { length: 200_000 },
            (_, i) => `<row r="${i + 5}"><c r="A${i + 5}" s="1"/></row>`,
          ).join(''),
      }),
    expect: { brain: 'tyre', period: '2026-10' },
    cells: DONE,
  },
  {
    name: '60 sheets, one of them the report',
    file: () =>
      raw(
        madeWorkbook({
          sheets: [...details(), { name: '报送', rows: [...HEAD, TITLES, [...REVENUE, 100]] }],
        }),
        '报送.xlsx',
      ),
    cells: DONE,
    ignored: details().map(({ name }) => name),
  },
  {
    name: '65 sheets',
    file: () =>
      raw(
        madeWorkbook({
          sheets: Array.from({ length: 65 }, (_, i) => ({ name: `s${i}`, rows: [] })),
        }),
        '报送.xlsx',
      ),
    told: ['tooManySheets'],
  },
  {
    name: 'an empty workbook',
    file: () => raw(madeWorkbook({ sheets: [{ rows: [] }] }), '报送.xlsx'),
    told: ['noTable'],
    ignored: ['报送'],
  },
  {
    name: 'an external link that no figure uses',
    file: () =>
      report(
        [[...REVENUE, 100]],
        {},
        {
          relations:
            '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>',
        },
      ),
    told: ['externalLinks?'],
    cells: DONE,
  },
  {
    name: 'parts in UTF-16',
    file: () => {
      const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData>${FEW_ROWS}</sheetData></worksheet>`
      return report(
        [],
        {},
        { parts: { 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') } },
      )
    },
    expect: { brain: 'tyre', period: '2026-10' },
    cells: DONE,
  },
  {
    name: 'elements with a prefix',
    file: () =>
      withSheet(
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${FEW_ROWS.replace(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
      ),
    expect: { brain: 'tyre', period: '2026-10' },
    cells: DONE,
  },
]
