import type { UnitsFigure } from '../figures/kinds/unitsFigure.ts'
import { fit } from './fit.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { rectMark, textMark, type Mark } from './marks.ts'
import { symbolColor, symbolMarks } from './symbols.ts'

/** One block per brain by grade, the words with counts, then the countdowns. */
export function unitsMarks(figure: UnitsFigure, look: Look): Mark[] {
  const size = labelSize(look)
  const strip = Math.min(look.height * 0.16, 34 * look.u)
  const words = strip + size * 0.95
  const top = words + size * 1.05
  return [
    ...blockMarks(figure, look, strip),
    ...wordMarks(figure, look, words),
    ...deadlineMarks(figure, look, top),
  ]
}

function blockMarks(figure: UnitsFigure, look: Look, height: number): Mark[] {
  const { u, palette } = look
  const total = figure.groups.reduce((sum, { count }) => sum + count, 0)
  const gap = 12 * u
  const pitch = (look.width - gap * (figure.groups.length - 1)) / Math.max(1, total)
  let x = 0
  return figure.groups.flatMap(({ symbol, count }) => {
    const fill = symbolColor(symbol, palette)
    const blocks = Array.from({ length: count }, (_, i) =>
      rectMark(
        { x: x + i * pitch, y: 0, width: Math.max(u, pitch - 2.6 * u), height, r: u },
        { fill },
      ),
    )
    x += count * pitch + gap
    return blocks
  })
}

function wordMarks(figure: UnitsFigure, look: Look, y: number): Mark[] {
  const size = labelSize(look)
  const { u, palette, width } = look
  const texts = figure.groups.map(({ name, count }) => `${name} ${count}`)
  const widths = texts.map((text) => textWidth(text, size) + 26 * u)
  const used = widths.reduce((a, b) => a + b, 0)
  const gap = Math.max(6 * u, (width - used) / Math.max(1, texts.length - 1))
  let x = 0
  return figure.groups.flatMap(({ symbol }, i) => {
    const at = x
    x += (widths[i] ?? 0) + gap
    return [
      ...symbolMarks(look, symbol, at + 9 * u, y, 9 * u, 20),
      textMark(look, texts[i] ?? '', at + 23 * u, y, { size, color: palette.text1 }),
    ]
  })
}

/** Countdown rows, most urgent first; as many as fit, in two columns where the box is wide and low. */
function deadlineMarks(figure: UnitsFigure, look: Look, top: number): Mark[] {
  const size = labelSize(look)
  const { u, width, height } = look
  const lanes = width > 44 * size && height - top < 5 * size * 1.4 ? 2 : 1
  const perLane = Math.max(0, Math.floor((height - top) / (size * 1.32)))
  const shown = figure.deadlines.slice(0, perLane * lanes)
  const rows = Math.ceil(shown.length / lanes)
  const pitch = Math.min((height - top) / Math.max(1, rows), size * 1.9)
  const gap = 36 * u
  const laneWidth = (width - gap * (lanes - 1)) / lanes
  const columns = columnsOf(look, shown, laneWidth)
  return shown.flatMap((row, i) => {
    const x = (i % lanes) * (laneWidth + gap)
    const y = top + pitch * (Math.floor(i / lanes) + 0.5)
    return deadlineRow(look, row, columns, x, y)
  })
}

type Deadline = UnitsFigure['deadlines'][number]

/** Where the parts of every countdown begin: one for all, so that the tracks can be compared. */
interface Columns {
  readonly name: number
  readonly reason: number
  readonly track: number
  readonly trackWidth: number
  readonly width: number
}

function columnsOf(look: Look, rows: readonly Deadline[], width: number): Columns {
  const size = labelSize(look)
  const gap = 12 * look.u
  const widest = (of: (row: Deadline) => string): number =>
    Math.max(0, ...rows.map((row) => textWidth(of(row), size)))
  const reason = Math.min(
    widest((row) => row.reason),
    width * 0.24,
  )
  const right = widest((row) => row.text) + gap
  const least = width * 0.16
  const name = Math.min(
    widest((row) => row.label),
    width - reason - right - least - 2 * gap,
  )
  const track = name + reason + 2 * gap
  return { name, reason, track, trackWidth: Math.max(0, width - right - track), width }
}

function deadlineRow(look: Look, row: Deadline, columns: Columns, x: number, y: number): Mark[] {
  const size = labelSize(look)
  const { u, palette } = look
  const { name, reason, track, trackWidth, width } = columns
  const bar = (share: number) => ({
    ...{ x: x + track, y: y - 4 * u },
    ...{ width: trackWidth * share, height: 8 * u },
  })
  const color = row.overdue ? palette.status.stop : palette.status.warn
  const end = { size, color: palette.text1, weight: 500, align: 'right' } as const
  return [
    textMark(look, fit(row.label, name, size), x, y, { size, color: palette.text1 }),
    textMark(look, fit(row.reason, reason, size), x + name + 12 * u, y, {
      size,
      color: palette.text3,
    }),
    rectMark(bar(1), { fill: palette.line }),
    rectMark(bar(row.remaining), { fill: color }, 11),
    textMark(look, row.text, x + width, y, end),
  ]
}
