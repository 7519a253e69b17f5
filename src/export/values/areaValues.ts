import type { AreaFigure } from '../../figures/kinds/areaFigure.ts'
import { say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { isPrintedUnit } from './printedUnit.ts'
import { numberTrack, tableFrom, textTrack, type Track } from './track.ts'
import type { ValueTable } from './valueTable.ts'

/**
 * One row a period, the periods of dated goals among them: layers from bottom to top, their crest, what lies
 * around it, then every goal and point in a column of its own. Where there are only goals and points, which are
 * never joined, one row each.
 */
export function areaValues(figure: AreaFigure): ValueTable {
  return figure.layers.length > 0 || figure.crest || figure.outer
    ? stackValues(figure)
    : pointValues(figure)
}

interface Dated {
  readonly period: string
  readonly label: string
  readonly value: number
}

const datedOf = ({ goals, points }: AreaFigure): readonly Dated[] =>
  [...goals, ...points].sort((a, b) => a.period.localeCompare(b.period))

function stackValues(figure: AreaFigure): ValueTable {
  const { locale, unit, layers, crest, outer } = figure
  const dated = datedOf(figure)
  const periods = [...new Set([...figure.periods, ...dated.map(({ period }) => period)])].sort()
  const at = new Map(figure.periods.map((period, i) => [period, i]))
  const { noReading, none } = absentWords(locale)
  const series = (name: string, values: readonly number[]): Track =>
    numberTrack(
      name,
      unit,
      periods.map((period) => values[at.get(period) ?? -1] ?? noReading),
    )
  return tableFrom([
    textTrack(say(locale, '期', 'Period'), periods),
    ...layers.map(({ name, values }) => series(name, values)),
    ...(crest ? [series(crestName(figure, crest.name), crest.values)] : []),
    ...(outer ? [series(outer.name, outer.values)] : []),
    ...dated.map(({ period, label, value }) =>
      numberTrack(
        label,
        unit,
        periods.map((own) => (own === period ? value : none)),
      ),
    ),
  ])
}

/** A crest may be labelled by its unit alone. */
const crestName = ({ locale, unit }: AreaFigure, name: string): string =>
  name === unit || isPrintedUnit(name) ? say(locale, '合计', 'Total') : name

function pointValues(figure: AreaFigure): ValueTable {
  const { locale, unit } = figure
  const dated = datedOf(figure)
  return tableFrom([
    textTrack(
      say(locale, '期', 'Period'),
      dated.map(({ period }) => period),
    ),
    textTrack(
      say(locale, '事项', 'Subject'),
      dated.map(({ label }) => label),
    ),
    numberTrack(
      say(locale, '数值', 'Value'),
      unit,
      dated.map(({ value }) => value),
    ),
  ])
}
