import type { Feature } from 'write-excel-file/universal'

import type { Indicator } from '../../../src/domain/indicator.ts'
import { UNITS } from '../../../src/domain/indicator.ts'
import { textOf, type Locale } from '../../../src/domain/text.ts'
import { tag } from '../../../src/export/xml.ts'
import type { TemplateWords } from './templateWords.ts'

/** Pale yellow: the cells to fill in. */
export const ENTRY_COLOUR = '#FFF9E5'

/** Characters of a prompt and of its title that Excel takes (ECMA-376 part 1, §18.3.1.32). */
const PROMPT = 255
const TITLE = 32

export interface EntryRows {
  readonly words: TemplateWords
  readonly locale: Locale
  /** Of the first indicator. */
  readonly firstRow: number
  readonly indicators: readonly Indicator[]
  readonly valueColumn: string
  readonly reasonColumn: string
  readonly statusCell: string
  readonly reasons: readonly string[]
}

/**
 * Cells to fill in can be written, all others are protected without a password; values have bounds and a prompt,
 * reasons and the status a list. Only the first sheet has them.
 */
export const entryFeature = (rows: EntryRows): Feature<Blob> => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: unlocked },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) =>
          sheetIndex === 0 ? withEntries(xml, rows) : xml,
      },
    },
  },
})

/** Styles with the colour of entry cells are not locked. */
function unlocked(xml: string): string {
  const colour = `FF${ENTRY_COLOUR.slice(1)}`
  const fills = /<fills.*?<\/fills>/s.exec(xml)?.[0].match(/<fill>.*?<\/fill>/gs) ?? []
  const fill = fills.findIndex((one) => one.includes(colour))
  return xml.replace(
    new RegExp(`<xf ([^>]*fillId="${fill}"[^>]*)>(.*?)</xf>`, 'gs'),
    '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>',
  )
}

/** Protection follows the cells, validations come before the page (ECMA-376 part 1, §18.3.1.99). */
function withEntries(xml: string, rows: EntryRows): string {
  const protection = tag('sheetProtection', {
    ...{ sheet: 1, objects: 1, scenarios: 1, formatCells: 0, formatColumns: 0, formatRows: 0 },
    ...{ insertColumns: 0, insertRows: 0, sort: 0, autoFilter: 0 },
  })
  return xml
    .replace('</sheetData>', `</sheetData>${protection}`)
    .replace('<pageMargins', `${validations(rows)}<pageMargins`)
}

function validations(rows: EntryRows): string {
  const { words, firstRow, indicators, reasonColumn, statusCell, reasons } = rows
  const last = firstRow + indicators.length - 1
  const all = [
    list(statusCell, Object.values(words.statuses), words),
    list(`${reasonColumn}${firstRow}:${reasonColumn}${last}`, reasons, words),
    ...indicators.map((indicator, i) => bounds(indicator, firstRow + i, rows)),
  ]
  return tag('dataValidations', { count: all.length }, ...all)
}

const list = (cells: string, choices: readonly string[], { choose }: TemplateWords): string =>
  tag(
    'dataValidation',
    {
      ...{ type: 'list', allowBlank: 1, showInputMessage: 1, showErrorMessage: 1 },
      ...{ error: choose, prompt: choose, sqref: cells },
    },
    tag('formula1', {}, `"${choices.join(',')}"`),
  )

/** A warning, no more: a text such as 未报 may stand there as well. */
function bounds(indicator: Indicator, row: number, rows: EntryRows): string {
  const { locale, words, valueColumn } = rows
  const { name, unit, definition, decimals, min = -1e15, max = 1e15 } = indicator
  const prompt = [textOf(UNITS[unit], locale), textOf(definition, locale)]
    .filter(Boolean)
    .join('\n')
  return tag(
    'dataValidation',
    {
      ...{ type: decimals === 0 ? 'whole' : 'decimal', errorStyle: 'warning', allowBlank: 1 },
      ...{ showInputMessage: 1, showErrorMessage: 1, error: words.bounds },
      ...{ promptTitle: textOf(name, locale).slice(0, TITLE), prompt: prompt.slice(0, PROMPT) },
      sqref: `${valueColumn}${row}`,
    },
    tag('formula1', {}, String(min)),
    tag('formula2', {}, String(max)),
  )
}
