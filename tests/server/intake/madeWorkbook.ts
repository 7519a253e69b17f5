import { strToU8, zipSync, type Zippable } from 'fflate'

import { referenceOf } from '../../../server/intake/workbook/reference.ts'
import { escaped } from '../../../src/export/xml.ts'

/** A cell as it stands in a part: a text, a number, or its XML type, value, formula and style. */
export type MadeCell = string | number | null | RawCell

export interface RawCell {
  readonly v?: string | number
  readonly t?: 'n' | 's' | 'b' | 'e' | 'd' | 'str'
  readonly f?: string
  /** Key of STYLES. */
  readonly s?: keyof typeof STYLES
  /** Inside of an inline string, as XML. */
  readonly is?: string
}

/** Number formats by what tests call them; their place is the style's index. */
export const STYLES = {
  general: 'General',
  percent: '0.0%',
  day: 'yyyy"年"m"月"',
  thousands: '#,##0.0,',
  point: '0\\.0000',
  plain: '[Red]#,##0.00;-#,##0.00',
} as const

export interface MadeSheet {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: readonly (readonly MadeCell[])[]
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  /** Replaces what stands in `<sheetData>`. */
  readonly data?: string
}

export interface MadeBook {
  readonly sheets: readonly MadeSheet[]
  readonly date1904?: boolean
  readonly sharedStrings?: readonly string[]
  /** Further parts, or replaced ones; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>
  readonly relations?: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A workbook (XLSX) written part by part, so that anything in it can be wrong. */
export function madeWorkbook(book: MadeBook): Uint8Array {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(book),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': workbook(book),
    'xl/_rels/workbook.xml.rels': workbookRelations(book),
    'xl/styles.xml': styles(),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${(book.sharedStrings ?? []).map((one) => `<si>${one}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      book.sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
    ),
    ...book.parts,
  }
  return zipped(parts)
}

/** Parts by their paths as a package; null leaves one out. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const files: Zippable = {}
  for (const [path, part] of Object.entries(parts))
    if (part !== null) files[path] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(files, { mtime: '2026-11-01', level: 1 })
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const relations = (inside: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`

const contentTypes = ({ sheets }: MadeBook): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>` +
  sheets
    .map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('') +
  '</Types>'

function workbook({ sheets, date1904 }: MadeBook): string {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name ?? `报送${i === 0 ? '' : i + 1}`)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const dates = date1904 ? '<workbookPr date1904="1"/>' : ''
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${dates}<sheets>${list.join('')}</sheets></workbook>`
}

const workbookRelations = (book: MadeBook): string =>
  relations(
    book.sheets
      .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join('') +
      relation('rIdStyles', 'styles', 'styles.xml') +
      relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml') +
      (book.relations ?? ''),
  )

function styles(): string {
  const codes = Object.values(STYLES)
  const formats = codes.map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`,
  )
  const cells = codes.map(
    (_, i) =>
      `<xf numFmtId="${i === 0 ? 0 : 200 + i}" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  )
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${formats.join('')}</numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

function sheetXml({
  rows,
  merges = [],
  hiddenRows = [],
  hiddenColumns = [],
  data,
}: MadeSheet): string {
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`)
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')
  const lines = rows.map((cells, i) => {
    const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : ''
    const inside = cells.map((cell, at) => cellXml(cell, referenceOf(at + 1, i + 1))).join('')
    return inside === '' ? '' : `<row r="${i + 1}"${hidden}>${inside}</row>`
  })
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${data ?? lines.join('')}</sheetData>` +
    (merged ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : '') +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  )
}

function cellXml(cell: MadeCell, reference: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  const { v, t, f, s, is } = cell
  const style = s ? ` s="${Object.keys(STYLES).indexOf(s)}"` : ''
  if (is !== undefined) return `<c r="${reference}"${style} t="inlineStr"><is>${is}</is></c>`
  return (
    `<c r="${reference}"${style}${t ? ` t="${t}"` : ''}>${f === undefined ? '' : `<f>${escaped(f)}</f>`}` +
    `${v === undefined ? '' : `<v>${escaped(String(v))}</v>`}</c>`
  )
}
