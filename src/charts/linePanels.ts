import {
  COMPARE_TONES,
  type LineFigure,
  type LinePanel,
  type LineSeries,
} from '../figures/kinds/lineFigure.ts'
import { isDomain } from '../figures/text/words.ts'
import { fit } from './fit.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { axisWidth, ticksOf, type ValueScale } from './plotAxes.ts'

/** The rectangle of one panel's plot and its scales; all panels share the value axis. */
export interface PanelFrame {
  readonly panel: LinePanel
  /** The whole cell, with title and labels. */
  readonly cell: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

/** Lays the panels out: one fills the box, many stand in a grid of cells. */
export function framesOf(figure: LineFigure, look: Look, scale: ValueScale): PanelFrame[] {
  const size = labelSize(look)
  const many = figure.panels.length > 1
  const columns = many ? columnsOf(figure.panels.length, look) : 1
  const rows = Math.ceil(figure.panels.length / columns)
  const gap = many ? 18 * look.u : 0
  const w = (look.width - gap * (columns - 1)) / columns
  const h = look.height / rows
  const axis = axisWidth(many ? [scale.min, scale.max] : ticksOf(scale), size)
  const panelHead = many && isStacked(figure, look, w - axis - 20 * look.u) ? 3.2 : 2
  return figure.panels.map((panel, i): PanelFrame => {
    const column = i % columns
    const cell = { x: column * (w + gap), y: Math.floor(i / columns) * h, w, h }
    const left = cell.x + (many && column > 0 ? 4 * look.u : axis + 12 * look.u)
    const right = cell.x + w - (many ? 8 * look.u : endRoom(panel, look))
    const top = cell.y + size * (many ? panelHead : headLines(panel) * 1.5 + 0.7)
    const bottom = cell.y + h - size * 1.9
    const last = Math.max(1, figure.periods.length - 1)
    const span = Math.max(1e-9, scale.max - scale.min)
    return {
      ...{ panel, cell, left, right, top, bottom },
      x: (index) => left + ((right - left) * index) / last,
      y: (value) => bottom - ((bottom - top) * (value - scale.min)) / span,
    }
  })
}

/** Rows above the plot: the key of the band, the words of events. */
const headLines = ({ band, events }: LinePanel): number =>
  Number(band !== null) + Number(events.length > 0)

/** Columns that give cells of about three to two. */
function columnsOf(count: number, { width, height }: Look): number {
  const ideal = Math.sqrt((count * width) / (height * 1.5))
  return Math.min(count, Math.max(1, Math.round(ideal)))
}

/** In a narrow picture the value of a small plot stands below its title: side by side one would be cut. */
const isStacked = ({ panels }: LineFigure, look: Look, room: number): boolean =>
  look.name === 'print' &&
  panels.some(({ title, series: [first] }) => {
    const size = labelSize(look)
    return textWidth(`${title}  ${first?.endText ?? ''}`, size) * BOLD > room
  })

const BOLD = 1.05
const END_SHARE = 0.3
const NARROW_SHARE = 0.36

/** What a series is called at its end, in one line; in two where a picture has no room for one. */
export function endLinesOf({ name, endText }: LineSeries, look: Look): readonly string[] {
  const size = labelSize(look)
  const room = look.width * END_SHARE
  if (look.name === 'print' && endText && textWidth(`${name} ${endText}`, size) > room)
    return [fit(name, look.width * NARROW_SHARE, size), endText]
  return [`${fit(name, room - textWidth(` ${endText}`, size), size)} ${endText}`.trim()]
}

const endRoom = ({ series }: LinePanel, look: Look): number =>
  Math.max(
    ...series.flatMap((one) =>
      endLinesOf(one, look).map((line) => textWidth(line, labelSize(look)) * BOLD),
    ),
  ) +
  20 * look.u

/** Colour of a line: 青 for the fact, the domain's own, grey for what it is set against. */
export function seriesColor({ tone }: LineSeries, { palette }: Look): string {
  if (tone === 'reference') return palette.text3
  if (tone === 'fact') return palette.qing
  const compared = COMPARE_TONES.find((one) => one === tone)
  if (compared) return palette.compare[COMPARE_TONES.indexOf(compared)] ?? palette.qing
  return isDomain(tone) ? palette.domain[tone] : palette.qing
}
