import { niceRange } from '../../../charts/axis.ts'
import type { BarFigure, BarRow } from '../../../figures/kinds/barFigure.ts'
import { formatNumber } from '../../../figures/text/number.ts'
import { say } from '../../../figures/text/words.ts'
import { shortened } from '../../picture/lineBreak.ts'
import { valuesOf, type ValueColumn } from '../../values.ts'
import type { CategoryChart, PointStyle, Series } from '../chart/nativeChart.ts'
import type { Fill, Type } from '../chart/paint.ts'
import { oneLine } from '../oneLine.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { barColumns, tableWidth, type BarColumns } from './barColumns.ts'
import { inches, lineHeight, partOf, widest, withUnit, type ChartPlan } from './chartPlan.ts'

/** A bar, or the blank where the middle of a ranking is left out. */
type Entry = BarRow | null

const PITCH = { least: 0.215, most: 0.62 }
/** Up to so many bars carry their values. */
const MOST_LABELS = 12
const NAME_SHARE = 0.34
const MUTED = 0.4
const GAP = 0.12
/** Height of the key of several series. */
const KEY = 0.28

/** What all pages of one figure share. */
interface BarLayout {
  readonly figure: BarFigure
  readonly columns: readonly ValueColumn[]
  readonly printed: BarColumns
  readonly isLabelled: boolean
  readonly scale: { readonly min: number; readonly max: number; readonly step: number }
}

/** Horizontal bars in the order shown, with the printed columns at their right; many on several slides. */
export function barPlans(figure: BarFigure, box: Box): ChartPlan[][] {
  const { rows, breakAfter } = figure
  const entries: Entry[] =
    breakAfter === null
      ? [...rows]
      : [...rows.slice(0, breakAfter), null, ...rows.slice(breakAfter)]
  const layout = layoutOf(figure)
  const most = Math.max(1, Math.floor((box.h - headOf(layout)) / PITCH.least))
  const pages = Math.max(1, Math.ceil(entries.length / most))
  const each = Math.ceil(entries.length / pages)
  return Array.from({ length: pages }, (_, i) => [
    pageOf(layout, entries.slice(i * each, (i + 1) * each), box),
  ])
}

function layoutOf(figure: BarFigure): BarLayout {
  const { rows, series, threshold } = figure
  const table = valuesOf(figure)
  const columns = series.map((_, i) => table.columns[i + 1] ?? PLAIN)
  const decimals = columns[0]?.decimals ?? 0
  const isPrinted = rows.every(
    ({ values: [first = null], columns: [column] }) =>
      first !== null && (!column || column.text === formatNumber(first, decimals)),
  )
  const isLabelled =
    series.length === 1 &&
    rows.length <= MOST_LABELS &&
    (isPrinted || rows.every((row) => row.columns.length === 0))
  const values = rows.flatMap((row) => row.values.flatMap((value) => value ?? []))
  const high = Math.max(0, ...values, threshold?.value ?? 0)
  const low = Math.min(0, ...values)
  const { step } = niceRange(low, high)
  const max = high > low ? (threshold ? high * 1.02 : high) : 1
  return {
    ...{ figure, columns, isLabelled, scale: { min: low, max, step } },
    printed: barColumns(figure, isLabelled && isPrinted ? 1 : 0),
  }
}

const PLAIN: ValueColumn = { title: '', unit: '', kind: 'number', decimals: 0 }

/** Room above the bars: heads of columns, the key of several series, the word of the threshold. */
const headOf = ({ printed, figure: { series, threshold } }: BarLayout): number =>
  (series.length > 1 ? KEY : 0) +
  (threshold || (printed.heads.some(Boolean) && series.length === 1) ? 0.34 : 0.06)

function pageOf(layout: BarLayout, entries: readonly Entry[], box: Box): ChartPlan {
  const { figure, printed, isLabelled, scale, columns } = layout
  const head = headOf(layout)
  const pitch = Math.min(PITCH.most, (box.h - head) / Math.max(1, entries.length))
  const size = pitch >= 0.3 ? POINTS.label : POINTS.least
  const own = { ...box, h: head + pitch * entries.length }
  const beside = tableWidth(printed, size)
  const names = entries.map((entry) => (entry ? oneLine(entry.label) : '…'))
  const room = Math.min(box.w * NAME_SHARE, widest(names, size) * 1.06 + 0.16)
  const value = isLabelled ? labelRoom(figure, size, columns[0]?.decimals ?? 0) : 0.06
  const left = room + (scale.min < 0 ? value : 0)
  const plot = {
    ...{ x: box.x + left, y: box.y + head, h: pitch * entries.length },
    w: Math.max(0.6, box.w - left - beside - (scale.max > 0 ? value : 0) - GAP),
  }
  const chartBox = { ...own, w: box.w - beside }
  const type: Type = { size, color: ink(PRINT.text2) }
  return {
    chart: chartOf(layout, entries, names, {
      ...{ type, room, plot: partOf(plot, chartBox), key: KEY / chartBox.h },
    }),
    box: chartBox,
    ...thresholdOf(layout, plot),
    table: printed.place(entries, { x: box.x + box.w - beside, y: plot.y, pitch, size }),
    words: [
      ...thresholdOf(layout, plot).words,
      ...printed.headWords(box.x + box.w, box.y + head - lineHeight(POINTS.least) / 2 - 0.03, size),
    ],
  }
}

/** Room for the values at the ends of the bars. */
const labelRoom = ({ rows }: BarFigure, size: number, decimals: number): number =>
  0.14 +
  widest(
    rows.flatMap(({ values }) =>
      values.flatMap((one) => (one === null ? [] : formatNumber(one, decimals))),
    ),
    size,
  )

interface Frame {
  readonly type: Type
  readonly room: number
  readonly plot: CategoryChart['plot']
  readonly key: number
}

function chartOf(
  { figure, columns, isLabelled, scale }: BarLayout,
  entries: readonly Entry[],
  names: readonly string[],
  { type, room, plot, key }: Frame,
): CategoryChart {
  const categories = names.map((name) => shortened(name, (room - 0.08) * INCH, type.size))
  const isCut = categories.some((name, i) => name !== names[i])
  return {
    ...{ kind: 'categories', title: '', isTurned: true, every: 1, categories, plot },
    heading: say(figure.locale, '名称', 'Name'),
    ...(isCut ? { wholeNames: entries.map((entry) => entry?.label ?? '') } : {}),
    series: figure.series.map((_, i) => seriesOf(figure, columns, entries, i, isLabelled, type)),
    ...{ gap: figure.layout === 'nested' ? 55 : 60, thinGap: 240, categoryType: type },
    axis: { scale, title: '', type, isShown: false },
    legend: figure.series.length > 1 ? { type: { ...type, size: POINTS.least }, h: key } : null,
  }
}

function seriesOf(
  figure: BarFigure,
  columns: readonly ValueColumn[],
  entries: readonly Entry[],
  at: number,
  isLabelled: boolean,
  type: Type,
): Series {
  const { role = 'fact', name = '' } = figure.series[at] ?? {}
  const { title, unit, decimals } = columns[at] ?? PLAIN
  const isOne = figure.series.length === 1
  return {
    ...{
      shape: role === 'inUse' ? 'thinBar' : 'bar',
      decimals,
      fill: FILLS[role],
      marker: null,
      inLegend: true,
    },
    name: isOne ? withUnit(title || name, unit, figure.locale) : name || title,
    values: entries.map((entry) => entry?.values[at] ?? null),
    stroke: role === 'planned' ? { color: ink(PRINT.lineStrong), width: 1 } : null,
    points: pointsOf(figure, entries, role),
    labels: [],
    ...(isLabelled ? { printed: { ...type, color: ink(PRINT.text1) } } : {}),
  }
}

const FILLS = {
  fact: { color: ink(PRINT.qing) },
  planned: null,
  built: { color: ink(PRINT.qingSoft), opacity: 0.85 },
  inUse: { color: ink(PRINT.qing) },
} as const satisfies Record<BarFigure['series'][number]['role'], Fill | null>

const isMuted = ({ focus, rows }: BarFigure, id: string): boolean =>
  focus != null && focus !== id && rows.some((row) => row.id === focus)

/** Bars unlike their series: facts in the colours of their domains; with one in focus the others are faint. */
const pointsOf = (
  figure: BarFigure,
  entries: readonly Entry[],
  role: BarFigure['series'][number]['role'],
): ReadonlyMap<number, PointStyle> =>
  new Map(
    entries.flatMap((entry, at): [number, PointStyle][] => {
      const plain: Fill | null = FILLS[role]
      if (!entry || !plain) return []
      const { tone } = entry
      const fill = {
        ...plain,
        ...(role === 'fact' && tone !== 'fact' ? { color: ink(PRINT.domain[tone]) } : {}),
        ...(isMuted(figure, entry.id) ? { opacity: MUTED } : {}),
      }
      return fill.color === plain.color && fill.opacity === plain.opacity ? [] : [[at, { fill }]]
    }),
  )

/** The threshold in gold across all bars, with its word above. */
function thresholdOf({ figure: { threshold }, scale }: BarLayout, plot: Box) {
  if (!threshold) return { lines: [], words: [] }
  const x = plot.x + (plot.w * (threshold.value - scale.min)) / (scale.max - scale.min)
  const text = oneLine(threshold.label)
  const isLeft = x + inches(text, POINTS.least) + 0.1 > plot.x + plot.w
  const top = plot.y - 0.3
  return {
    lines: [
      {
        ...({ from: [x, top], to: [x, plot.y + plot.h], isDashed: false } as const),
        ...{ color: ink(PRINT.gold), width: 1.5 },
      },
    ],
    words: [
      {
        ...{ text, x: isLeft ? x - 0.06 : x + 0.06, y: top + 0.1, size: POINTS.least },
        ...({ align: isLeft ? 'right' : 'left', color: ink(PRINT.goldText), bold: true } as const),
      },
    ],
  }
}
