import type { BarFigure } from '../../figures/kinds/barFigure.ts'
import { say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { printedDecimals, printedNumber } from './printedNumber.ts'
import { isPrintedUnit, splitUnit } from './printedUnit.ts'
import { printedTrack } from './printedTrack.ts'
import {
  constantTrack,
  coverageTracks,
  numberTrack,
  tableFrom,
  textTrack,
  type Track,
} from './track.ts'
import type { ValueCell, ValueTable } from './valueTable.ts'
import { wordCell } from './wordCell.ts'

/**
 * One row a bar: the series as numbers, then the printed columns that say something else, the words of the row,
 * whom it covers, which end of the ranking it belongs to, and the threshold. Focus is the picture's.
 */
export function barValues(figure: BarFigure): ValueTable {
  const { locale, rows, series, threshold, breakAfter } = figure
  const printedBy = series.map((_, at) => columnOfSeries(figure, at))
  const rest = figure.columns.flatMap((_, at) =>
    printedBy.includes(at) || isCoverage(figure, at) ? [] : [at],
  )
  return tableFrom([
    textTrack(
      say(locale, '名称', 'Name'),
      rows.map(({ label }) => label),
    ),
    ...series.map((_, at) => seriesTrack(figure, at, printedBy[at] ?? -1)),
    ...rest.flatMap((at) =>
      printedTrack(figure.columns[at] ?? '', textsOf(figure, at), {
        ...{ locale, dash: absentWords(locale).noReading },
      }),
    ),
    ...warningTracks(figure),
    ...coverageTracks(
      rows.map(({ coverage }) => coverage),
      locale,
    ),
    ...(breakAfter === null ? [] : [endTrack(figure, breakAfter)]),
    ...(threshold
      ? [constantTrack(threshold.label, unitOf(figure), threshold.value, rows.length)]
      : []),
  ])
}

const textsOf = ({ rows }: BarFigure, at: number): string[] =>
  rows.map(({ columns }) => columns[at]?.text ?? '')

/** The unit of all series, where the figure has one. */
const unitOf = ({ unit }: BarFigure): string => (isPrintedUnit(unit) ? unit : '')

/**
 * The printed column that says the same as a series: of one series the first, else the one of its name. -1
 * where none does.
 */
function columnOfSeries(figure: BarFigure, at: number): number {
  const { series, columns, rows } = figure
  const column = series.length === 1 ? 0 : columns.indexOf(series[at]?.name ?? '')
  const isSame = rows.every((row) => {
    const [value, text] = [row.values[at] ?? null, row.columns[column]?.text]
    if (text === undefined) return false
    const printed = printedNumber(text)
    return value === null || !printed || isRounding(printed.value, value, printed.decimals)
  })
  return isSame ? column : -1
}

const isRounding = (printed: number, value: number, decimals: number): boolean =>
  Math.abs(printed - value) <= 0.5000001 * 10 ** -decimals

/** A row that is printed and not drawn, such as a total, comes as it is printed. */
function seriesTrack(figure: BarFigure, at: number, column: number): Track {
  const { rows, series, columns, title, locale } = figure
  const texts = column < 0 ? [] : textsOf(figure, column)
  const head = splitUnit(columns[column] ?? '')
  const name = splitUnit(series[at]?.name ?? '')
  const dash = absentWords(locale).noReading
  const cells = rows.map(
    ({ values }, row): ValueCell =>
      values[at] ??
      printedNumber(texts[row] ?? '')?.value ??
      wordCell(texts[row] ?? '', { locale, dash }),
  )
  return numberTrack(
    name.title || head.title || title,
    head.unit || unitOf(figure),
    cells,
    printedDecimals(texts),
  )
}

/** Columns that print the coverage, which comes as numbers. */
const isCoverage = (figure: BarFigure, at: number): boolean =>
  figure.rows.some(({ coverage }) => coverage) &&
  figure.rows.every(({ coverage, columns }) => {
    const text = columns[at]?.text ?? ''
    return text === '' || (coverage && text === `${coverage.covered}/${coverage.expected}`)
  })

const warningTracks = ({ locale, rows }: BarFigure): Track[] =>
  rows.some(({ warning }) => warning)
    ? [
        textTrack(
          say(locale, '提示', 'Warning'),
          rows.map(({ warning }) => warning ?? ''),
        ),
      ]
    : []

/** What stands between the two ends is not in the figure. */
const endTrack = ({ locale, rows }: BarFigure, breakAfter: number): Track =>
  textTrack(
    say(locale, '位于', 'End of the ranking'),
    rows.map((_, at) =>
      at < breakAfter ? say(locale, '前列', 'top') : say(locale, '末尾', 'bottom'),
    ),
  )
