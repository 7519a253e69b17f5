import type { BarFigure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import { numberFormat, type ChartSeries, type NativeChart } from './nativeChart.ts'
import { ink, PRINT } from './paper.ts'

const ROLE = {
  fact: PRINT.qing,
  planned: PRINT.line,
  built: PRINT.qingSoft,
  inUse: PRINT.qing,
} as const

/** Decimals with which the screen prints the values of the rows. */
const decimalsOf = ({ rows }: BarFigure): number =>
  Math.max(
    0,
    ...rows.map(
      ({ columns: [first] }) =>
        /^[+\u2212]?[\d,]+\.(\d+)$/.exec(first?.text ?? '')?.[1]?.length ?? 0,
    ),
  )

/** Horizontal bars in the order shown, names left; a blank row where the middle is left out. */
export function barChart(figure: BarFigure): NativeChart[] {
  const { rows, series, breakAfter, locale } = figure
  const withBreak = <T>(values: readonly T[], gap: T): T[] =>
    breakAfter === null
      ? [...values]
      : [...values.slice(0, breakAfter), gap, ...values.slice(breakAfter)]
  const labels = withBreak(
    rows.map(({ label }) => label),
    '…',
  )
  const drawn = series.map(({ name }, i): ChartSeries => ({
    name: name || figure.unit || say(locale, '值', 'Value'),
    labels,
    values: withBreak(
      rows.map(({ values }) => values[i] ?? null),
      null,
    ),
  }))
  const single = series.length === 1
  const colors = single
    ? withBreak(
        rows.map(({ tone }) => ink(tone === 'fact' ? PRINT.qing : PRINT.domain[tone])),
        ink(PRINT.qing),
      )
    : series.map(({ role }) => ink(ROLE[role]))
  return [
    {
      ...{ kind: 'bar', title: '', series: drawn },
      options: {
        ...{ barDir: 'bar', barGapWidthPct: single ? 45 : 35, barGrouping: 'clustered' },
        chartColors: single && new Set(colors).size === 1 ? colors.slice(0, 1) : colors,
        // Excel counts categories upwards from the axis: turned round, the first stands on top.
        catAxisOrientation: 'maxMin' as 'minMax',
        ...{ valAxisHidden: true, valGridLine: { style: 'none' }, catAxisLabelPos: 'low' },
        ...{ showValue: true, dataLabelPosition: 'outEnd' },
        dataLabelFormatCode: numberFormat(decimalsOf(figure)),
        ...{ catAxisLabelFontSize: rows.length > 16 ? 9 : 11 },
        ...{ dataLabelFontSize: rows.length > 16 ? 9 : 11 },
        ...(single ? {} : { showLegend: true, legendPos: 't' }),
      },
    },
  ]
}
