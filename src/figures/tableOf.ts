import type { Figure, TableFigure } from './figure.ts'
import { say } from './text/words.ts'

/** The rows behind a figure: what a screen reader, a spreadsheet and a careful reader get. */
export interface FigureTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns of numbers: they stand right. */
  readonly ends?: readonly number[]
}

const print = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : String(Math.round(value * 100) / 100)

/** The table alternative of any figure; every kind has one. */
export function tableOf(figure: Figure): FigureTable {
  const { locale } = figure
  switch (figure.kind) {
    case 'kpi':
      return {
        columns: [figure.title, figure.value.unit],
        rows: [
          [figure.meta, figure.value.text],
          ...(figure.comparison ? [['', figure.comparison.text]] : []),
        ],
      }
    case 'bar':
      return {
        columns: ['', ...figure.series.map(({ name }) => name), ...figure.columns],
        rows: figure.rows.map((row) => [
          row.label,
          ...row.values.map(print),
          ...row.columns.map(({ text }) => text),
        ]),
      }
    case 'area':
      return areaTable(figure)
    case 'map':
      return {
        columns: [say(locale, '市', 'City'), figure.unit, say(locale, '位次', 'Rank')],
        rows: figure.areas.map(({ name, value, rank }) => [
          name,
          value.text,
          rank === null ? '—' : `${rank}`,
        ]),
      }
    case 'flow':
      return {
        columns: [say(locale, '环节', 'Stage'), figure.unit],
        rows: [...figure.stages, ...figure.branches].map(({ name, count }) => [name, `${count}`]),
      }
    case 'units':
      return {
        columns: ['', '', ''],
        rows: [
          ...figure.groups.map(({ name, count }) => [name, `${count}`, '']),
          ...figure.deadlines.map(({ label, reason, text }) => [label, reason, text]),
        ],
      }
    case 'timeline':
      return {
        columns: [say(locale, '日期', 'Date'), say(locale, '事项', 'Event')],
        rows: figure.entries.map(({ date, text }) => [date, text]),
      }
    case 'table':
      return plainTable(figure)
    case 'absent':
      return { columns: [figure.title], rows: [[figure.reason]] }
  }
}

function areaTable(figure: Extract<Figure, { kind: 'area' }>): FigureTable {
  const series = [
    ...figure.layers,
    ...(figure.crest ? [figure.crest] : []),
    ...(figure.outer ? [figure.outer] : []),
  ]
  const points = figure.points.map(({ period, label, value }) => [period, label, `${value}`])
  if (series.length === 0)
    return { columns: [say(figure.locale, '月', 'Month'), '', figure.unit], rows: points }
  return {
    columns: [say(figure.locale, '月', 'Month'), ...series.map(({ name }) => name)],
    rows: figure.periods.map((period, i) => [
      period,
      ...series.map(({ values }) => print(values[i])),
    ]),
  }
}

const plainTable = ({ columns, rows }: TableFigure): FigureTable => ({
  columns: columns.map(({ title }) => title),
  rows,
  ends: columns.flatMap(({ align }, i) => (align === 'end' ? [i] : [])),
})
