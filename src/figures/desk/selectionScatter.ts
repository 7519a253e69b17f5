import { indicatorOf } from '../../domain/catalogue/index.ts'
import { DOMAIN_IDS, type Brain } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { isPresent } from '../../domain/reading.ts'
import { domainName } from '../../domain/domainName.ts'
import { textOf } from '../../domain/text.ts'
import type { ScatterAxis, ScatterFigure, ScatterPoint } from '../kinds/scatterFigure.ts'
import { absentFigure } from '../meaning.ts'
import { led, sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import { readingsByBrain } from './ask.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { deskMeaning, focusOf, readyFor } from './frame.ts'
import { drawnMeasure, measuredName, periodText, printerIn, type Printer } from './measureText.ts'
import { quartilesOf } from './quartiles.ts'

const ID = 'selection-scatter'
const name = { zh: '两项指标对照', en: 'Two indicators' }
/** Names that a panel has room for. */
const NAMED = 5

/** What is drawn along one direction: an indicator in a measure, and how it is printed. */
interface Dimension {
  readonly indicator: Indicator
  readonly measure: Measure
  readonly printer: Printer
}

/** The chosen indicator against a second one, each brain a point sized by a third. */
export const selectionScatter: DeskFigure = {
  id: ID,
  name,
  build: (context) => {
    const { locale, selection } = context
    const title = say(locale, name.zh, name.en)
    const state = readyFor(context, ID, title)
    if (state.kind === 'absent') return state
    const second = indicatorOf(selection.versus)
    if (!second)
      return absentFigure(context, ID, title, say(locale, '没有这项指标', 'No such indicator'))
    const x = dimension(context, state.indicator, drawnMeasure(selection.measure))
    const y = dimension(context, second, 'value')
    const size = indicatorOf(selection.size)
    const sizes = size ? dimension(context, size, 'value') : null
    const points = pointsOf(context, x, y, sizes)
    if (points.length === 0) return absentFigure(context, ID, title, nothingText(context, x, y))
    const axes = { x: axisOf(context, x, points, 'x'), y: axisOf(context, y, points, 'y') }
    return {
      ...deskMeaning(context, state.indicator, x.measure, {
        id: ID,
        title,
        finding: finding(context, x, points, axes),
        definition: [state.indicator, second].map((of) => textOf(of.definition, locale)).join(' '),
        indicators: [...new Set([state.indicator.id, second.id])],
      }),
      kind: 'scatter',
      ...axes,
      points,
      named: named(points, selection.focus),
      legend: legendOf(context, points),
      sizeNote: sizes
        ? say(locale, `点的大小＝${sizes.indicator.name.zh}`, `size = ${sizes.indicator.name.en}`)
        : '',
      ...(sizes ? { sized: sizedBy(context, sizes) } : {}),
      leftOut: leftOut(context, points.length),
    } satisfies ScatterFigure
  },
}

const dimension = (context: DeskContext, indicator: Indicator, measure: Measure): Dimension => ({
  indicator,
  measure,
  printer: printerIn(context, indicator, measure),
})

const nameOf = ({ locale }: DeskContext, { indicator, measure }: Dimension): string =>
  measuredName(indicator, measure, locale)

/** How the third indicator is printed beside a point. */
const sizedBy = (context: DeskContext, of: Dimension) => ({
  title: nameOf(context, of),
  unit: of.printer.unit,
  factor: of.printer.factor,
  decimals: of.indicator.decimals,
})

const nothingText = (context: DeskContext, x: Dimension, y: Dimension): string =>
  say(
    context.locale,
    `没有一家同时有「${nameOf(context, x)}」和「${nameOf(context, y)}」的读数`,
    `No brain has a reading of both “${nameOf(context, x)}” and “${nameOf(context, y)}”`,
  )

function pointsOf(
  context: DeskContext,
  x: Dimension,
  y: Dimension,
  size: Dimension | null,
): ScatterPoint[] {
  const focus = focusOf(context)?.id ?? null
  const [xs, ys, sizes] = [x, y, size].map((of) =>
    of ? readingsByBrain(context, of.indicator.id, of.measure) : null,
  )
  return context.brains.flatMap((brain: Brain): ScatterPoint[] => {
    const [at, over, big] = [xs?.get(brain.id), ys?.get(brain.id), sizes?.get(brain.id)]
    if (!at || !over || !isPresent(at) || !isPresent(over)) return []
    return [
      {
        id: brain.id,
        label: brain.name,
        x: at.value * x.printer.factor,
        y: over.value * y.printer.factor,
        size: big && isPresent(big) && big.value > 0 ? big.value : null,
        tone: brain.domain ?? 'other',
        muted: focus !== null && focus !== brain.id,
      },
    ]
  })
}

function axisOf(
  context: DeskContext,
  of: Dimension,
  points: readonly ScatterPoint[],
  side: 'x' | 'y',
): ScatterAxis {
  const { locale } = context
  const median = quartilesOf(Float64Array.from(points, (point) => point[side]))?.middle ?? null
  const { unit, text } = of.printer
  const printed = median === null ? '' : text(median / of.printer.factor)
  return {
    title: nameOf(context, of),
    unit,
    median,
    medianText: median === null ? '' : say(locale, `中位数 ${printed}`, `median ${printed}`),
  }
}

/** The focus, then the ends of both axes. */
function named(points: readonly ScatterPoint[], focus: string | null): string[] {
  const ends = [
    extreme(points, ({ x }) => x),
    extreme(points, ({ y }) => y),
    extreme(points, ({ size }) => size ?? 0),
    extreme(points, ({ x }) => -x),
    extreme(points, ({ y }) => -y),
  ]
  const ids = [points.find(({ id }) => id === focus), ...ends].flatMap((point) => point?.id ?? [])
  return [...new Set(ids)].slice(0, NAMED)
}

/** The point that is highest in some respect. */
function extreme(
  points: readonly ScatterPoint[],
  of: (point: ScatterPoint) => number,
): ScatterPoint | undefined {
  let best: ScatterPoint | undefined
  for (const point of points) if (!best || of(point) > of(best)) best = point
  return best
}

function legendOf({ locale }: DeskContext, points: readonly ScatterPoint[]) {
  const counts = new Map<string, number>()
  for (const { tone } of points) counts.set(tone, (counts.get(tone) ?? 0) + 1)
  return DOMAIN_IDS.flatMap((tone) => {
    const count = counts.get(tone)
    return count ? [{ tone, name: domainName(tone, locale), count }] : []
  })
}

function leftOut({ locale, brains }: DeskContext, drawn: number): string {
  const count = brains.length - drawn
  return count === 0
    ? ''
    : say(locale, `${count} 家缺一项读数，未画`, `${count} without both readings are not drawn`)
}

/** How many stand above both medians, and who is farthest out. */
function finding(
  context: DeskContext,
  x: Dimension,
  points: readonly ScatterPoint[],
  axes: { readonly x: ScatterAxis; readonly y: ScatterAxis },
): string {
  const { locale } = context
  const both = points.filter(
    (point) => point.x > (axes.x.median ?? Infinity) && point.y > (axes.y.median ?? Infinity),
  )
  const top = extreme(both, ({ x: along }) => along)
  const lead = say(
    locale,
    `${periodText(context, x.indicator, x.measure)}${axes.x.title}与${axes.y.title}`,
    `${axes.x.title} against ${axes.y.title}, ${periodText(context, x.indicator, x.measure)}`,
  )
  return led(
    locale,
    lead,
    sentence(locale, [
      say(
        locale,
        `${points.length}家中${both.length}家两项都高于中位数`,
        `${both.length} of ${points.length} stand above both medians`,
      ),
      top
        ? say(
            locale,
            `其中${axes.x.title}最高的是${top.label}（${textOfPoint(context, x, top)}）`,
            `led by ${top.label} (${textOfPoint(context, x, top)})`,
          )
        : null,
    ]),
  )
}

/** The printed reading of a point, as sentences need it. */
function textOfPoint(context: DeskContext, of: Dimension, { id }: ScatterPoint): string {
  const reading = readingsByBrain(context, of.indicator.id, of.measure).get(id)
  return reading ? of.printer.words(reading) : ''
}
