import type { BarFigure, Figure, LineFigure, ScatterFigure, TableFigure } from './figure.ts'
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
      return barTable(figure)
    case 'area':
      return areaTable(figure)
    case 'map':
      return {
        columns: [
          figure.beside ? say(locale, '区县', 'County') : say(locale, '市', 'City'),
          figure.unit,
          say(locale, '位次', 'Rank'),
        ],
        rows: [...figure.areas, ...(figure.beside ?? [])].map(({ name, value, rank }) => [
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
    case 'line':
      return lineTable(figure)
    case 'scatter':
      return scatterTable(figure)
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
  const month = say(figure.locale, '月', 'Month')
  if (series.length === 0)
    return {
      columns: [month, say(figure.locale, '事项', 'Subject'), figure.unit],
      rows: [...figure.goals, ...figure.points]
        .sort((a, b) => a.period.localeCompare(b.period))
        .map(({ period, label, value }) => [period, label, `${value}`]),
    }
  const goalOf = (period: string): string =>
    figure.goals.find((goal) => goal.period === period)?.label ?? ''
  return {
    columns: [month, ...series.map(({ name }) => name), say(figure.locale, '目标', 'Goal')],
    rows: figure.periods.map((period, i) => [
      period,
      ...series.map(({ values }) => print(values[i])),
      goalOf(period),
    ]),
  }
}

/** One row a period; series of small multiples carry the name of their panel. */
function lineTable({ locale, periods, panels }: LineFigure): FigureTable {
  const series = panels.flatMap((panel) =>
    panel.series.map(({ name, values }) => ({
      name: panels.length > 1 && panel.title !== name ? `${panel.title} ${name}`.trim() : name,
      values,
    })),
  )
  return {
    columns: [say(locale, '期', 'Period'), ...series.map(({ name }) => name)],
    rows: periods.map((period, i) => [period, ...series.map(({ values }) => print(values[i]))]),
    ends: series.map((_, i) => i + 1),
  }
}

const withUnit = ({ title, unit }: { title: string; unit: string }): string =>
  unit ? `${title} (${unit})` : title

function scatterTable({ locale, x, y, points }: ScatterFigure): FigureTable {
  return {
    columns: [say(locale, '产业大脑', 'Brain'), withUnit(x), withUnit(y)],
    rows: points.map((point) => [point.label, print(point.x), print(point.y)]),
    ends: [1, 2],
  }
}

const plainTable = ({ columns, rows }: TableFigure): FigureTable => ({
  columns: columns.map(({ title }) => title),
  rows,
  ends: columns.flatMap(({ align }, i) => (align === 'end' ? [i] : [])),
})

/** Printed columns stand for the series they print; a series that no column prints comes as a number. */
function barTable({ rows, series, columns }: BarFigure): FigureTable {
  const raw = series.length > 1 ? series : []
  return {
    columns: ['', ...raw.map(({ name }) => name), ...columns],
    rows: rows.map((row) => [
      row.label,
      ...raw.map((_, i) => print(row.values[i])),
      ...row.columns.map(({ text }) => text),
    ]),
  }
}
