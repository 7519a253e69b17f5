import { niceAxis } from '../../../charts/axis.ts'
import type { AreaFigure } from '../../../figures/kinds/areaFigure.ts'
import { formatNumber } from '../../../figures/text/number.ts'
import { say } from '../../../figures/text/words.ts'
import type { Scale } from '../chart/nativeChart.ts'
import { ink, POINTS, PRINT, type Box } from '../paper.ts'
import { areaEnds, endWords } from './areaEnds.ts'
import { areaSeries } from './areaSeries.ts'
import { inches, lineHeight, partOf, type ChartPlan } from './chartPlan.ts'
import { everyOf } from './timeAxis.ts'

/** Room above the plot for the words of goals. */
const HEAD = 0.3

/** The stack with its crest, goals as gold posts, the way between them as a stair, cited counts as points. */
export function areaPlans(figure: AreaFigure, box: Box): ChartPlan[][] {
  const { periods, locale } = figure
  if (periods.length === 0) return []
  const scale = scaleOfStack(figure)
  const ends = areaEnds(figure)
  const left = inches(formatNumber(scale.max), POINTS.label) + 0.16
  const below = lineHeight(POINTS.label) + 0.12
  const plot = {
    ...{ x: box.x + left, y: box.y + HEAD },
    ...{ w: box.w - left - ends.room, h: box.h - HEAD - below },
  }
  const type = { size: POINTS.label, color: ink(PRINT.text3) }
  const plan: ChartPlan = {
    ...{ box, lines: [], table: null, words: endWords(ends.ends, plot, scale) },
    chart: {
      ...{ kind: 'categories', title: '', isTurned: false, gap: 60, legend: null },
      heading: say(locale, '期', 'Period'),
      categories: periods,
      series: areaSeries(figure, { plot, box, scale }),
      plot: partOf(plot, box),
      categoryType: type,
      every: everyOf(periods, plot.w, type.size),
      axis: { scale, title: '', type, isShown: true },
    },
  }
  return [[plan]]
}

/** From zero to above the highest of actual, goal and cited point. */
function scaleOfStack({ periods, layers, crest, outer, goals, points }: AreaFigure): Scale {
  const sums = periods.map((_, at) =>
    layers.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  )
  const lines = [...(crest?.values ?? []), ...(outer?.values ?? [])]
  const dated = [...goals, ...points].map(({ value }) => value)
  return { min: 0, ...niceAxis(Math.max(1, ...sums, ...lines, ...dated)) }
}
