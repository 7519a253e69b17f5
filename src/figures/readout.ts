import { formatPeriod } from '../domain/period.ts'
import type { Figure } from './figure.ts'
import type { BarFigure } from './kinds/barFigure.ts'
import type { LineFigure } from './kinds/lineFigure.ts'
import type { Coverage } from './kinds/quantity.ts'
import type { ScatterFigure } from './kinds/scatterFigure.ts'
import { formatChange, formatNumber } from './text/number.ts'
import { say } from './text/words.ts'

/** What is said about one thing of a figure: its name, its values with unit, and their period and coverage. */
export interface Readout {
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly note: string
}

/** The words of one row, area, point, or of one plot in one period; null where the figure has none. */
export function readoutOf(figure: Figure, row: number, column: number): Readout | null {
  switch (figure.kind) {
    case 'bar':
      return barReadout(figure, row)
    case 'map': {
      const area = figure.areas[row]
      return area ? { title: area.name, lines: area.card, note: noteOf(figure) } : null
    }
    case 'scatter':
      return scatterReadout(figure, row)
    case 'line':
      return lineReadout(figure, row, column)
    default:
      return null
  }
}

const noteOf = ({ period, scope }: Figure): string => [period, scope].filter(Boolean).join(' · ')

function barReadout(figure: BarFigure, at: number): Readout | null {
  const row = figure.rows[at]
  if (!row) return null
  const printed = row.columns.map(({ text }, c) => ({ label: figure.columns[c] ?? '', text }))
  const lines = (row.card ?? printed).filter(({ text }) => text !== '')
  return { title: row.label, lines, note: noteOf(figure) }
}

/** Decimals of a printed number. */
const decimalsOf = (printed: string): number => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0

const withUnit = (text: string, unit: string): string =>
  unit === '' || !/\d/.test(text) ? text : unit === '%' ? `${text}%` : `${text} ${unit}`

function scatterReadout(figure: ScatterFigure, at: number): Readout | null {
  const point = figure.points[at]
  if (!point) return null
  const { sized } = figure
  const ofAxis = (side: 'x' | 'y') => {
    const { title, unit, medianText } = figure[side]
    const text = formatNumber(point[side], decimalsOf(medianText))
    return { label: title, text: withUnit(text, unit) }
  }
  const size =
    sized && point.size !== null
      ? [
          {
            label: sized.title,
            text: withUnit(formatNumber(point.size * sized.factor, sized.decimals), sized.unit),
          },
        ]
      : []
  return { title: point.label, lines: [ofAxis('x'), ofAxis('y'), ...size], note: noteOf(figure) }
}

/** Each total with whom it covers; where a line knows no coverage, only the printed period has one. */
function lineReadout(figure: LineFigure, at: number, column: number): Readout | null {
  const panel = figure.panels[at]
  const period = figure.periods[column]
  if (!panel || !period) return null
  const lines = panel.series.flatMap(({ name, values, endText }) => {
    const value = values[column] ?? null
    if (value === null) return []
    const label = name === panel.title ? subjectOf(figure) : name
    return [{ label, text: withUnit(likeEnd(value, endText, figure), figure.unit) }]
  })
  const covers = panel.series.flatMap(({ coverage }) => coverage?.[column] ?? [])
  const last = column === figure.periods.length - 1
  const when = formatPeriod(period, figure.locale, { cumulative: isCumulative(figure) })
  const preliminary = panel.series.some((one) => one.preliminary.includes(column))
  return {
    title: panel.title || figure.title,
    lines,
    note: [
      when,
      covers[0] ? coversText(covers[0], figure.locale) : last ? figure.scope : '',
      preliminary ? say(figure.locale, '初步', 'preliminary') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

/** What small plots show: their figure's title behind its colon. */
const subjectOf = ({ title }: LineFigure): string => title.split(/：|: /).at(-1) ?? title

const coversText = ({ covered, expected }: Coverage, locale: Figure['locale']): string =>
  say(locale, `${covered}/${expected} 家报送`, `${covered} of ${expected} reported`)

/** Printed as the last value of its line is. */
const likeEnd = (value: number, endText: string, { fromZero, locale }: LineFigure): string =>
  !fromZero && /^[+\u2212]|持平|flat/.test(endText)
    ? formatChange(value, locale, decimalsOf(endText) || 1)
    : formatNumber(value, decimalsOf(endText))

/** Whether the figure prints its periods as adding up from January. */
function isCumulative({ period, periods, locale }: LineFigure): boolean {
  const last = periods.at(-1)
  return last !== undefined && period.startsWith(formatPeriod(last, locale, { cumulative: true }))
}
