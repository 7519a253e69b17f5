import { domainName } from '../../domain/domainName.ts'
import type { ScatterAxis, ScatterFigure } from '../../figures/kinds/scatterFigure.ts'
import { say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { printedNumber } from './printedNumber.ts'
import { constantTrack, numberTrack, tableFrom, textTrack, type Track } from './track.ts'
import type { ValueTable } from './valueTable.ts'

/** One row a point: both values, what sizes it in printed units, its domain; then the medians of both axes. */
export function scatterValues(figure: ScatterFigure): ValueTable {
  const { locale, x, y, points } = figure
  return tableFrom([
    textTrack(
      say(locale, '产业大脑', 'Brain'),
      points.map(({ label }) => label),
    ),
    textTrack(
      say(locale, '领域', 'Domain'),
      points.map(({ tone }) => domainName(tone, locale)),
    ),
    axisTrack(
      x,
      points.map((point) => point.x),
    ),
    axisTrack(
      y,
      points.map((point) => point.y),
    ),
    ...sizeTracks(figure),
    ...[x, y].flatMap((axis) => medianTracks(figure, axis)),
  ])
}

/** 中位数 12.3, median 12.3: an axis prints the decimals of its median. */
const decimalsOf = ({ medianText }: ScatterAxis): number | undefined =>
  printedNumber(medianText.split(' ').at(-1) ?? '')?.decimals

const axisTrack = (axis: ScatterAxis, values: readonly number[]): Track =>
  numberTrack(axis.title, axis.unit, values, decimalsOf(axis))

/** Sizes are stored in another unit than they are printed in: `factor` printed ones for one. */
function sizeTracks({ locale, sized, points }: ScatterFigure): Track[] {
  if (!sized) return []
  const { noReading } = absentWords(locale)
  const cells = points.map(({ size }) => (size === null ? noReading : size * sized.factor))
  return [numberTrack(sized.title, sized.unit, cells, sized.decimals)]
}

function medianTracks({ locale, points }: ScatterFigure, axis: ScatterAxis): Track[] {
  if (axis.median === null) return []
  const title = say(locale, `${axis.title}中位数`, `${axis.title}, median`)
  const { column, cells } = constantTrack(title, axis.unit, axis.median, points.length)
  return [{ column: { ...column, decimals: decimalsOf(axis) ?? column.decimals }, cells }]
}
