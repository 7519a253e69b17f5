import { pushApart } from '../../../charts/axis.ts'
import { goalStair } from '../../../charts/goalStair.ts'
import type { AreaFigure } from '../../../figures/kinds/areaFigure.ts'
import { say } from '../../../figures/text/words.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import type { PointLabel, Scale, Series } from '../chart/nativeChart.ts'
import type { Fill, Marker, Stroke, Type } from '../chart/paint.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { inches, lineHeight } from './chartPlan.ts'

/** Dark to light from the bottom: grey print reads by lightness alone. */
const LAYER_INKS = ['0E7275', '5FA8A6', 'B9D9D3', 'DCEBE7'] as const

const CREST: Stroke = { color: ink(PRINT.text1), width: 2.5 }
const OUTER: Stroke = { color: ink(PRINT.text3), width: 1.5, dash: 'dash' }
const GOLD: Stroke = { color: ink(PRINT.gold), width: 1.75 }
const FAINT: Stroke = { color: ink(PRINT.qing), width: 1.25, opacity: 0.5 }

export interface AreaPlace {
  readonly plot: Box
  readonly box: Box
  readonly scale: Scale
}

/** The series of a build-out: layers, crest, what lies around it, the way to the goals, goals, cited points. */
export function areaSeries(figure: AreaFigure, place: AreaPlace): Series[] {
  const { layers, crest, outer, locale, goals, points } = figure
  return [
    ...layers.map(({ name, values }, i) =>
      seriesOf(name, values, { shape: 'area', fill: { color: layerInk(i) } }),
    ),
    ...(crest ? [seriesOf(crestName(figure), crest.values, { stroke: CREST })] : []),
    ...(outer ? [seriesOf(outer.name, outer.values, { stroke: OUTER })] : []),
    ...stairOf(figure),
    ...datedSeries(figure, place, {
      ...{ name: say(locale, '目标', 'Goal'), dated: goals, post: GOLD },
      type: { size: POINTS.label, color: ink(PRINT.goldText), bold: true },
      marker: { symbol: 'diamond', size: 9, fill: { color: ink(PRINT.gold) }, stroke: GOLD },
    }),
    ...datedSeries(figure, place, {
      ...{ name: say(locale, '公布数', 'Published'), dated: points, post: FAINT },
      type: { size: POINTS.label, color: ink(PRINT.text1) },
      marker: {
        ...{ symbol: 'circle', size: 8, fill: { color: ink(PRINT.canvas) } },
        stroke: { color: ink(PRINT.qing), width: 2 },
      },
    }),
  ]
}

export const layerInk = (at: number): string => LAYER_INKS[at] ?? LAYER_INKS[3]

/** A crest may be labelled by its unit alone. */
const crestName = ({ crest, unit, locale }: AreaFigure): string =>
  crest && crest.name !== unit ? crest.name : say(locale, '合计', 'Total')

interface Look {
  readonly shape?: 'area' | 'line'
  readonly fill?: Fill
  readonly stroke?: Stroke
  readonly marker?: Marker
  readonly posts?: Stroke
  readonly labels?: readonly PointLabel[]
}

const seriesOf = (
  name: string,
  values: readonly (number | null)[],
  { shape = 'line', fill, stroke, marker, posts, labels = [] }: Look,
): Series => ({
  ...{ shape, name, values, labels, points: new Map(), inLegend: true },
  ...{ fill: fill ?? null, stroke: stroke ?? null, marker: marker ?? null },
  ...(posts ? { posts } : {}),
  decimals: values.every((one) => one === null || Number.isInteger(one)) ? 0 : 2,
})

/** The reference between published goals, and its level continuation after the last one: as the screen has it. */
function stairOf(figure: AreaFigure): Series[] {
  const { goals, periods, layers, locale } = figure
  const last = goals.at(-1)
  if (!last || layers.length === 0) return []
  const after = periods.map((period) => (period >= last.period ? last.value : null))
  return [
    seriesOf(say(locale, '目标参照（阶梯）', 'Reference between goals'), goalStair(figure), {
      stroke: GOLD,
    }),
    seriesOf(say(locale, '末期目标之后', 'After the last goal'), after, {
      stroke: { ...GOLD, dash: 'dash' },
    }),
  ]
}

interface Dated {
  readonly name: string
  readonly dated: AreaFigure['goals']
  readonly marker: Marker
  readonly post: Stroke
  readonly type: Type
}

/** Single numbers at their periods, with a post and their words; of two in one period each has its series. */
function datedSeries(
  { periods }: AreaFigure,
  place: AreaPlace,
  { name, dated, marker, post, type }: Dated,
): Series[] {
  const rounds: AreaFigure['goals'][number][][] = []
  for (const one of dated.filter(({ period }) => periods.includes(period))) {
    const free = rounds.find((round) => round.every(({ period }) => period !== one.period))
    if (free) free.push(one)
    else rounds.push([one])
  }
  return rounds.map((round, i) => {
    const values = periods.map(
      (period) => round.find((one) => one.period === period)?.value ?? null,
    )
    const labels = labelsOf(round, periods, place, type, marker.symbol === 'diamond')
    return seriesOf(i === 0 ? name : `${name} ${i + 1}`, values, { marker, posts: post, labels })
  })
}

/** Words above goals and beside counts, moved apart where they would meet. */
function labelsOf(
  dated: AreaFigure['goals'],
  periods: readonly string[],
  { plot, box, scale }: AreaPlace,
  type: Type,
  isAbove: boolean,
): PointLabel[] {
  const lift = isAbove ? LIFT : 0
  const placed = dated.map(({ period, value, label }) => {
    const at = periods.indexOf(period)
    const x = (plot.w * at) / Math.max(1, periods.length - 1)
    const text = shortened(plainText(label), plot.w * 0.5 * INCH, type.size, 600)
    const width = inches(text, type.size, 600) + 0.15
    const y = plot.y + (plot.h * (scale.max - value)) / scale.max
    return { at, text, side: sideOf(x, width, plot.w, isAbove), y }
  })
  const ys = pushApart(
    placed.map(({ y }) => y - lift),
    lineHeight(type.size),
    plot.y - 0.25,
    plot.y + plot.h - 0.15,
  )
  return placed.map(({ at, text, side, y }, i) => {
    const label = { at, text, side, type }
    return { ...label, dy: ((ys[i] ?? y) - y) / box.h }
  })
}

/** From the sign of a goal up to its words. */
const LIFT = 0.14

function sideOf(x: number, width: number, room: number, isAbove: boolean): PointLabel['side'] {
  if (isAbove && x >= width / 2 && x <= room - width / 2) return 't'
  return x + width > room ? 'l' : 'r'
}
