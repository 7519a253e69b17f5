import type { LineFigure, LinePanel, LineSeries } from '../../figures/kinds/lineFigure.ts'
import { say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { printedNumber } from './printedNumber.ts'
import {
  constantTrack,
  coverageTracks,
  numberTrack,
  tableFrom,
  textTrack,
  type Track,
} from './track.ts'
import type { ValueCell, ValueTable } from './valueTable.ts'

/**
 * One row a period: every series of every panel, then whom its totals cover and which readings are preliminary;
 * the range of the peers, targets, and what happened. A gap is absent, never a number.
 */
export function lineValues(figure: LineFigure): ValueTable {
  const { locale, periods, panels } = figure
  return tableFrom([
    textTrack(say(locale, '期', 'Period'), periods),
    ...panels.flatMap((panel) => panel.series.map((one) => seriesTrack(figure, panel, one))),
    ...panels.flatMap((panel) => bandTracks(figure, panel)),
    ...panels.flatMap(({ targets }) =>
      targets.map(({ label, value }) => constantTrack(label, figure.unit, value, periods.length)),
    ),
    ...panels.flatMap((panel) => panel.series.flatMap((one) => standingTracks(figure, panel, one))),
    ...panels.flatMap((panel) => eventTracks(figure, panel)),
  ])
}

/** Series of small multiples carry the name of their panel. */
const named = ({ panels }: LineFigure, { title }: LinePanel, name: string): string =>
  panels.length > 1 && title !== name ? `${title} ${name}`.trim() : name

const cellsOf = (
  { locale, periods }: LineFigure,
  values: readonly (number | null)[],
): ValueCell[] => periods.map((_, at) => values[at] ?? absentWords(locale).noReading)

/** A line prints the decimals of its last value: 3,120.5 · 8/9. */
const seriesTrack = (
  figure: LineFigure,
  panel: LinePanel,
  { name, values, endText }: LineSeries,
): Track =>
  numberTrack(
    named(figure, panel, name),
    figure.unit,
    cellsOf(figure, values),
    printedNumber(endText.split(' ')[0] ?? '')?.decimals,
  )

function bandTracks(figure: LineFigure, panel: LinePanel): Track[] {
  const { band } = panel
  if (!band) return []
  const { locale, unit } = figure
  const name = named(figure, panel, band.name)
  return [
    numberTrack(say(locale, `${name}下限`, `${name}, low`), unit, cellsOf(figure, band.low)),
    numberTrack(say(locale, `${name}上限`, `${name}, high`), unit, cellsOf(figure, band.high)),
  ]
}

function standingTracks(
  figure: LineFigure,
  panel: LinePanel,
  { name, coverage, preliminary }: LineSeries,
): Track[] {
  const { locale, periods } = figure
  const own = named(figure, panel, name)
  const marks = new Set(preliminary)
  return [
    ...coverageTracks(
      periods.map((_, at) => coverage?.[at]),
      locale,
      own,
    ),
    ...(marks.size > 0
      ? [
          textTrack(
            say(locale, `${own}状态`, `${own}, status`),
            periods.map((_, at) => (marks.has(at) ? say(locale, '初步', 'preliminary') : '')),
          ),
        ]
      : []),
  ]
}

function eventTracks(figure: LineFigure, panel: LinePanel): Track[] {
  const { locale, periods } = figure
  if (panel.events.length === 0) return []
  const cells = periods.map((period) =>
    panel.events
      .filter((event) => event.period === period)
      .map(({ label }) => label)
      .join(say(locale, '；', '; ')),
  )
  return [textTrack(named(figure, panel, say(locale, '过程事件', 'Events')), cells)]
}
