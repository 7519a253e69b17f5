import writeExcelFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/universal'

import { UNITS, type Indicator } from '../../src/domain/indicator.ts'
import { formatPeriod, isJanuary } from '../../src/domain/period.ts'
import { ABSENCE_TEXT, REPORTED_REASONS } from '../../src/domain/reading.ts'
import { textOf, type Locale } from '../../src/domain/text.ts'
import { numberFormat } from '../../src/export/office/numberFormat.ts'
import { lookFeature } from '../../src/export/sheet/lookFeature.ts'
import { linesOf, rowHeight } from '../../src/export/sheet/rowHeight.ts'
import { textCell } from '../../src/export/sheet/textCell.ts'
import { ENTRY_COLOUR, entryFeature } from './template/entryCells.ts'
import { templateWords, type TemplateWords } from './template/templateWords.ts'

export interface TemplateRequest {
  readonly brain: { readonly id: string; readonly name: string }
  readonly period: string
  /** In the order of the rows. */
  readonly indicators: readonly Indicator[]
  /** Values of the period before, by indicator; missing where there is none. */
  readonly lastValues: ReadonlyMap<string, number>
  readonly locale: Locale
  /** What the status says until somebody chooses; final unless told. */
  readonly status?: 'preliminary' | 'final'
}

/** Title, four head cells, a blank row, the head of the table. */
const HEAD_ROWS = 7
const STATUS_CELL = 'B5'
const VALUE_COLUMN = 'F'
const REASON_COLUMN = 'G'
const WIDTHS = [28, 30, 13, 60, 14, 16, 16]
const QUIET = { textColor: '#595959' } as const
const BORDER = { borderStyle: 'thin', borderColor: '#D9D9D9' } as const
const ENTRY = { backgroundColor: ENTRY_COLOUR, ...BORDER } as const

/**
 * The workbook (XLSX) that a brain fills in for a month: its indicators with unit, 口径 and last value, and cells for
 * this value or the reason of its absence; a second sheet says how. `readUpload` reads it back exactly.
 */
export async function makeTemplate(request: TemplateRequest): Promise<Uint8Array> {
  const { indicators, locale } = request
  const words = templateWords(locale)
  const reasons = REPORTED_REASONS.map((reason) => textOf(ABSENCE_TEXT[reason], locale))
  const entries = entryFeature({
    ...{ words, locale, indicators, reasons, firstRow: HEAD_ROWS + 1 },
    ...{ valueColumn: VALUE_COLUMN, reasonColumn: REASON_COLUMN, statusCell: STATUS_CELL },
  })
  const book = writeExcelFile([reportSheet(request, words), aboutSheet(words)], {
    features: [lookFeature, entries],
  })
  return new Uint8Array(await (await book.toBlob()).arrayBuffer())
}

function reportSheet(request: TemplateRequest, words: TemplateWords): Sheet<Blob> {
  const { brain, period, indicators, locale, status = 'final' } = request
  const { head, columns, statuses } = words
  const written = formatPeriod(period, locale)
  return {
    ...{ sheet: words.sheet, orientation: 'landscape', stickyRowsCount: HEAD_ROWS },
    columns: WIDTHS.map((width) => ({ width })),
    data: [
      [textCell(words.title(brain.name, written), TITLE)],
      [textCell(head.id, QUIET), textCell(brain.id)],
      [textCell(head.name, QUIET), textCell(brain.name)],
      [textCell(head.period, QUIET), textCell(written)],
      [textCell(head.status, QUIET), textCell(statuses[status], ENTRY)],
      [],
      Object.values(columns).map((title) => textCell(title, { fontWeight: 'bold', ...BORDER })),
      ...indicators.map((indicator) => indicatorRow(indicator, request)),
    ],
  }
}

const TITLE = { fontWeight: 'bold', fontSize: 14, height: rowHeight(1, 14) } as const

function indicatorRow(indicator: Indicator, { period, lastValues, locale }: TemplateRequest): Row {
  const { id, name, unit, definition, decimals, kind } = indicator
  const [plain, format] = [{ alignVertical: 'top', ...BORDER } as const, numberFormat(decimals)]
  const words = textOf(definition, locale)
  const last = lastValues.get(id)
  const merged = kind === 'flow' && isJanuary(period)
  const reason = merged ? textOf(ABSENCE_TEXT.mergedJanuary, locale) : ''
  return [
    textCell(id, { ...QUIET, ...plain }),
    textCell(textOf(name, locale), { wrap: true, ...plain }),
    textCell(textOf(UNITS[unit], locale), plain),
    textCell(words, { wrap: true, ...QUIET, ...plain, height: rowHeight(linesOf(words, 60)) }),
    last === undefined ? textCell('', plain) : { value: last, type: Number, format, ...plain },
    { type: Number, format, ...ENTRY, ...plain } satisfies CellObject,
    textCell(reason, { ...ENTRY, ...plain }),
  ]
}

const aboutSheet = (words: TemplateWords): Sheet<Blob> => ({
  sheet: words.about,
  columns: [{ width: 96 }],
  data: [
    [textCell(words.about, TITLE)],
    ...words.howTo.map((line, i): Row => {
      const text = `${i + 1}. ${line}`
      return [textCell(text, { wrap: true, height: rowHeight(linesOf(text, 96)) })]
    }),
  ],
})
