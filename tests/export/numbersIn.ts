import type { Coverage } from '../../src/figures/kinds/quantity.ts'
import type { DrawnFigure } from './exportable.ts'

const known = (values: readonly (number | null | undefined)[]): number[] =>
  values.flatMap((value) => value ?? [])

const covered = (coverage: readonly (Coverage | null | undefined)[]): number[] =>
  coverage.flatMap((one) => (one ? [one.covered, one.expected] : []))

/** Printed numbers anywhere in a text, as a reader reads them. */
export const printedIn = (text: string): number[] =>
  [...text.matchAll(/([+\-\u2212]?)(\d[\d,]*(?:\.\d+)?)/gu)].map(
    ([, sign, digits = '']) =>
      (sign === '-' || sign === '\u2212' ? -1 : 1) * Number(digits.replaceAll(',', '')) + 0,
  )

/** Numbers that a figure draws, by its fields alone: each has to be in a file, as often as it is here. */
export function drawnNumbers(figure: DrawnFigure): number[] {
  switch (figure.kind) {
    case 'kpi':
      return known([figure.value.value, figure.share])
    case 'bar':
      return [
        ...figure.rows.flatMap(({ values }) => known(values)),
        ...covered(figure.rows.map(({ coverage }) => coverage)),
        ...(figure.threshold ? [figure.threshold.value] : []),
      ]
    case 'area':
      return [
        ...figure.layers.flatMap(({ values }) => values),
        ...[figure.crest, figure.outer].flatMap((one) => one?.values ?? []),
        ...[...figure.goals, ...figure.points].map(({ value }) => value),
      ]
    case 'map': {
      const places = [...figure.areas, ...(figure.beside ?? [])]
      return [
        ...known(places.flatMap(({ value, rank }) => [value.value, rank])),
        ...covered(places.map(({ coverage }) => coverage)),
      ]
    }
    case 'flow':
      return [...figure.stages, ...figure.branches].map(({ count }) => count)
    case 'units':
      return [
        ...[...figure.groups, ...(figure.warnings ?? [])].map(({ count }) => count),
        ...figure.deadlines.filter(({ text }) => /\d/.test(text)).map(({ remaining }) => remaining),
      ]
    case 'line':
      return figure.panels.flatMap(({ series, band, targets }) => [
        ...series.flatMap(({ values, coverage = [] }) => [...known(values), ...covered(coverage)]),
        ...(band ? known([...band.low, ...band.high]) : []),
        ...targets.map(({ value }) => value),
      ])
    case 'scatter':
      return figure.points.flatMap(({ x, y, size }) => [
        x,
        y,
        ...(size === null || !figure.sized ? [] : [size * figure.sized.factor]),
      ])
    case 'timeline':
    case 'table':
      return []
  }
}

/** Numbers that a figure prints beside those that it draws. */
export function printedNumbers(figure: DrawnFigure): number[] {
  if (figure.kind === 'bar')
    return figure.rows.flatMap(({ columns }) => columns.flatMap(({ text }) => printedIn(text)))
  if (figure.kind === 'table') return figure.rows.flatMap((row) => row.flatMap(printedIn))
  return figure.kind === 'scatter' ? known([figure.x.median, figure.y.median]) : []
}
