import { labelSize, type Look } from './look.ts'
import { lineMark, type Mark } from './marks.ts'
import { baseLine, belowPlot, type Plot } from './plotAxes.ts'

/** Periods up to this many are named one by one; of more, only the years. */
const SINGLE = 14

/** The foot of a plot over time: a tick at each year's end, years in the middle of their months. */
export const timeAxis = (
  periods: readonly string[],
  look: Look,
  plot: Plot & { readonly x: (index: number) => number },
): Mark[] => [
  baseLine(look, plot),
  ...periods.flatMap((id, i) => (id.endsWith('-12') ? [tick(look, plot.x(i), plot.bottom)] : [])),
  ...labels(periods, plot.right - plot.left, labelSize(look)).map(({ at, text }) =>
    belowPlot(look, text, plot.x(at), plot.bottom),
  ),
]

const tick = (look: Look, x: number, bottom: number): Mark => {
  const style = { stroke: look.palette.lineStrong, lineWidth: look.u }
  return lineMark(x, bottom, x, bottom + 4 * look.u, style, 2)
}

interface Label {
  readonly at: number
  readonly text: string
}

/** As many as have room: single periods counted from the last one, or years. */
function labels(periods: readonly string[], width: number, size: number): Label[] {
  const room = Math.max(1, Math.floor(width / (size * 4.5)))
  const all = periods.map((id, at): Label => ({ at, text: id }))
  if (periods.length <= SINGLE) {
    const every = Math.ceil(periods.length / room)
    return all.filter(({ at }) => (periods.length - 1 - at) % every === 0)
  }
  const years = all.filter(({ text }) => text.endsWith('-07'))
  const every = Math.ceil(years.length / room)
  return years
    .map(({ at, text }) => ({ at, text: text.slice(0, 4) }))
    .filter(({ text }) => Number(text) % every === 0)
}
