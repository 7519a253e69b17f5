import { zipSync, strToU8 } from 'fflate'

import { cellText } from '../../office/cellText.ts'
import { escaped, tag, value, XML_HEAD } from '../../xml.ts'
import type { NativeChart } from './nativeChart.ts'
import { columnName, printedFormat, SHEET } from './references.ts'
import { workbookRows, type WorkbookRows } from './workbookRows.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a chart's workbook says beside its numbers, on a sheet of its own. */
export interface About {
  readonly name: string
  readonly lines: readonly (readonly [string, string])[]
}

/**
 * The workbook behind a chart, which «Edit data» opens: names, numbers with their format, nothing where a value
 * is absent; behind it where the numbers come from. The same chart gives the same bytes.
 */
export function workbook(chart: NativeChart, about: About, instant: Date): Uint8Array {
  return zipSync(
    {
      ...frameParts(),
      'xl/workbook.xml': part(book(about.name)),
      'xl/worksheets/sheet1.xml': part(numberSheet(workbookRows(chart))),
      'xl/worksheets/sheet2.xml': part(sheet([12, 90], about.lines)),
    },
    { mtime: instant, level: 0 },
  )
}

const part = (xml: string): Uint8Array => strToU8(XML_HEAD + xml)

let known: Readonly<Record<string, Uint8Array>> | null = null

/** The parts that are the same in all workbooks. */
const frameParts = (): Readonly<Record<string, Uint8Array>> =>
  (known ??= {
    '[Content_Types].xml': part(contentTypes()),
    '_rels/.rels': part(relations([['officeDocument', 'xl/workbook.xml']])),
    'xl/_rels/workbook.xml.rels': part(
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': part(styles()),
  })

const contentTypes = (): string =>
  tag(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    tag('Default', {
      ...{ Extension: 'rels' },
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...[
      ['workbook', 'sheet.main'],
      ['worksheets/sheet1', 'worksheet'],
      ['worksheets/sheet2', 'worksheet'],
      ['styles', 'styles'],
    ].map(([path, type]) =>
      tag('Override', { PartName: `/xl/${path}.xml`, ContentType: `${TYPE}.${type}+xml` }),
    ),
  )

const relations = (targets: readonly (readonly [string, string])[]): string =>
  tag(
    'Relationships',
    { xmlns: RELATIONS },
    ...targets.map(([type, Target], i) =>
      tag('Relationship', { Id: `rId${i + 1}`, Type: `${OFFICE}/${type}`, Target }),
    ),
  )

const book = (about: string): string =>
  tag(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': OFFICE },
    tag(
      'sheets',
      {},
      ...[SHEET, about].map((name, i) =>
        tag('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }),
      ),
    ),
  )

/** First number of a format that users define. */
const OWN_FORMATS = 164
const MOST_DECIMALS = 4
/** Styles of cells: plain, head, then numbers with 0, 1, 2 … decimals. */
const HEAD_STYLE = 1
const NUMBER_STYLE = 2

function styles(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, i) => i)
  const plain = { fontId: 0, fillId: 0, borderId: 0, xfId: 0 }
  const font = (bold: boolean): string =>
    tag('font', {}, bold ? '<b/>' : '', value('sz', 11), value('name', 'Arial'))
  const list = (name: string, children: readonly string[]): string =>
    tag(name, { count: children.length }, ...children)
  const fill = (patternType: string): string => tag('fill', {}, tag('patternFill', { patternType }))
  return tag(
    'styleSheet',
    { xmlns: MAIN },
    list(
      'numFmts',
      decimals.map((count) =>
        tag('numFmt', { numFmtId: OWN_FORMATS + count, formatCode: printedFormat(count) }),
      ),
    ),
    list('fonts', [font(false), font(true)]),
    list('fills', [fill('none'), fill('gray125')]),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    list('cellStyleXfs', [tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    list('cellXfs', [
      tag('xf', { numFmtId: 0, ...plain }),
      tag('xf', { numFmtId: 0, ...plain, fontId: 1, applyFont: 1 }),
      ...decimals.map((count) =>
        tag('xf', { numFmtId: OWN_FORMATS + count, ...plain, applyNumberFormat: 1 }),
      ),
    ]),
  )
}

type Cell = string | number | null

const numberSheet = ({ widths, rows, decimals }: WorkbookRows): string =>
  sheet(widths, rows, decimals)

function sheet(
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  decimals: readonly number[] = [],
): string {
  const columns = widths.map((width, i) =>
    tag('col', { min: i + 1, max: i + 1, width, customWidth: 1 }),
  )
  const written = rows.map((cells, r) =>
    tag('row', { r: r + 1 }, ...cells.map((cell, at) => cellXml(cell, r, at, decimals[at] ?? 0))),
  )
  return tag(
    'worksheet',
    { xmlns: MAIN },
    tag('cols', {}, ...columns),
    tag('sheetData', {}, ...written),
  )
}

function cellXml(cell: Cell, row: number, column: number, decimals: number): string {
  if (cell === null || cell === '') return ''
  const r = `${columnName(column)}${row + 1}`
  if (typeof cell === 'number') {
    const s = NUMBER_STYLE + Math.min(MOST_DECIMALS, decimals)
    return tag('c', { r, s }, tag('v', {}, String(cell)))
  }
  const space: Record<string, string> = /^\s|\s$|\s\s/.test(cell) ? { 'xml:space': 'preserve' } : {}
  const text = tag('t', space, escaped(cellText(cell)))
  const style: Record<string, number> = row === 0 ? { s: HEAD_STYLE } : {}
  return tag('c', { r, ...style, t: 'inlineStr' }, tag('is', {}, text))
}
