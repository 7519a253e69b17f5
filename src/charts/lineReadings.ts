import type { LineFigure, LineSeries } from '../figures/kinds/lineFigure.ts'
import { seriesColor, type PanelFrame } from './linePanels.ts'
import type { Look } from './look.ts'
import { circleMark, polylineMark, type Mark } from './marks.ts'
import { splitPartial } from './partialLine.ts'

/** The readings of one series: lines that break at gaps, dashed where totals do not cover everybody. */
export function readingMarks(
  figure: LineFigure,
  look: Look,
  frame: PanelFrame,
  series: LineSeries,
): Mark[] {
  const { u } = look
  const { whole, partial } = splitPartial(series)
  const reference = series.tone === 'reference'
  const z = reference ? 4 : 5
  const stroke = {
    ...{ stroke: seriesColor(series, look), lineWidth: (reference ? 1.4 : 2.2) * u },
    opacity: isMuted(figure, series, frame) ? MUTED : 1,
    lineJoin: 'round',
  }
  const plain = reference ? { ...stroke, lineDash: [4 * u, 3 * u] } : stroke
  return [
    ...whole.flatMap(({ values }) => runMarks(values, frame, plain, z)),
    ...(partial ? runMarks(partial.values, frame, { ...stroke, lineDash: [4 * u, 3 * u] }, z) : []),
    ...pointMarks(look, frame, series, stroke, z),
  ]
}

const MUTED = 0.45

/** In small multiples a panel is in focus, in one panel a series; a reference line is never muted. */
function isMuted({ focus, panels }: LineFigure, { id, tone }: LineSeries, { panel }: PanelFrame) {
  if (focus === null || tone === 'reference') return false
  return panels.length > 1 ? panel.id !== focus : id !== focus
}

/** One line a stretch without gaps. */
const runMarks = (
  values: LineSeries['values'],
  { x, y }: PanelFrame,
  style: Readonly<Record<string, unknown>>,
  z: number,
): Mark[] =>
  runs(values).map((run) =>
    polylineMark(
      run.map(([at, value]) => [x(at), y(value)] as const),
      style,
      z,
    ),
  )

type Run = readonly (readonly [at: number, value: number])[]

/** Neighbours that all have a value, two at least. */
function runs(values: LineSeries['values']): Run[] {
  const found: [number, number][][] = []
  values.forEach((value, i) => {
    if (value === null) return
    const open = found.at(-1)
    if (open && open.at(-1)?.[0] === i - 1) open.push([i, value])
    else found.push([[i, value]])
  })
  return found.filter(({ length }) => length > 1)
}

/** A preliminary reading is a hollow point, one between two gaps a full one. */
function pointMarks(
  { palette, u }: Look,
  { x, y }: PanelFrame,
  { values, preliminary }: LineSeries,
  { stroke, opacity }: { readonly stroke: string; readonly opacity: number },
  z: number,
): Mark[] {
  return values.flatMap((value, i) => {
    if (value === null) return []
    const hollow = preliminary.includes(i)
    if (!hollow && !isAlone(values, i)) return []
    const style = hollow
      ? { fill: palette.canvas, stroke, lineWidth: 1.8 * u, opacity }
      : { fill: stroke, opacity }
    return [circleMark(x(i), y(value), 3.5 * u, style, z)]
  })
}

const isAlone = (values: readonly (number | null)[], i: number): boolean =>
  (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null
