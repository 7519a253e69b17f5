import type { Locale } from '../domain/text.ts'
import { isPartial } from './coverage.ts'
import type { Figure } from './figure.ts'
import type { BarFigure } from './kinds/barFigure.ts'
import type { LineFigure } from './kinds/lineFigure.ts'
import type { MapFigure } from './kinds/mapFigure.ts'
import type { Coverage } from './kinds/quantity.ts'
import type { ScatterFigure } from './kinds/scatterFigure.ts'
import type { TableFigure } from './kinds/tableFigure.ts'
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
      return mapTable(figure)
    case 'flow':
      return {
        columns: [say(locale, '环节', 'Stage'), figure.unit],
        rows: [...figure.stages, ...figure.branches].map(({ name, count }) => [name, `${count}`]),
      }
    case 'units':
      return {
        columns: ['', '', '', '', ''],
        rows: [
          ...[...figure.groups, ...(figure.warnings ?? [])].map(({ name, count }) => [
            ...[name, `${count}`, '', '', ''],
          ]),
          ...figure.deadlines.map(({ label, reason, text, level, owner }) => [
            ...[label, reason, text, level?.name ?? '', owner ?? ''],
          ]),
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

/** One row a place; totals over brains say whom they cover. */
function mapTable({ locale, unit, areas, beside }: MapFigure): FigureTable {
  const places = [...areas, ...(beside ?? [])]
  const isTotal = places.some(({ coverage }) => coverage)
  return {
    columns: [
      beside ? say(locale, '区县', 'County') : say(locale, '市', 'City'),
      unit,
      say(locale, '位次', 'Rank'),
      ...(isTotal ? [say(locale, '覆盖', 'Covers')] : []),
    ],
    rows: places.map(({ name, value, rank, coverage }) => [
      name,
      value.text,
      rank === null ? '—' : `${rank}`,
      ...(isTotal ? [coverageCell(coverage, locale)] : []),
    ]),
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

/**
 * One row a period; series of small multiples carry the name of their panel. Totals that somewhere do not
 * cover everybody have their coverage behind the values, by period.
 */
function lineTable({ locale, periods, panels }: LineFigure): FigureTable {
  const series = panels.flatMap((panel) =>
    panel.series.map((one) => ({
      ...one,
      name:
        panels.length > 1 && panel.title !== one.name
          ? `${panel.title} ${one.name}`.trim()
          : one.name,
    })),
  )
  const totals = series.filter(({ coverage }) => coverage?.some(isPartial))
  const covers = say(locale, '覆盖', 'covers')
  return {
    columns: [
      say(locale, '期', 'Period'),
      ...series.map(({ name }) => name),
      ...totals.map(({ name }) => `${name} ${covers}`),
    ],
    rows: periods.map((period, i) => [
      period,
      ...series.map(({ values }) => print(values[i])),
      ...totals.map(({ coverage }) => coverageCell(coverage?.[i], locale)),
    ]),
    ends: [...series, ...totals].map((_, i) => i + 1),
  }
}

/** 43/50 家; a dash where nobody was expected. */
const coverageCell = (coverage: Coverage | null | undefined, locale: Locale): string =>
  coverage
    ? say(
        locale,
        `${coverage.covered}/${coverage.expected} 家`,
        `${coverage.covered}/${coverage.expected}`,
      )
    : '—'

const withUnit = ({ title, unit }: { title: string; unit: string }): string =>
  unit ? `${title} (${unit})` : title

function scatterTable({ locale, x, y, points }: ScatterFigure): FigureTable {
  return {
    columns: [say(locale, '产业大脑', 'Brain'), withUnit(x), withUnit(y)],
    rows: points.map((point) => [point.label, print(point.x), print(point.y)]),
    ends: [1, 2],
  }
}

/** The printed columns of a table alone: what a wall has room for. */
export const printedTable = ({ columns, rows }: TableFigure): FigureTable => ({
  columns: columns.map(({ title }) => title),
  rows,
  ends: columns.flatMap(({ align }, i) => (align === 'end' ? [i] : [])),
})

/** The printed columns with those behind them. */
function plainTable(figure: TableFigure): FigureTable {
  const table = printedTable(figure)
  const { more } = figure
  if (!more) return table
  return {
    ...table,
    columns: [...table.columns, ...more.columns],
    rows: table.rows.map((row, r) => [...row, ...(more.rows[r] ?? more.columns.map(() => ''))]),
  }
}

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
