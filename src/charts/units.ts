import type { UnitsFigure } from '../figures/figure.ts'
import { fit } from './bar.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { identified, rectMark, textMark, type Mark } from './marks.ts'
import type { ChartOption } from './option.ts'
import { symbolColor, symbolMarks } from './symbols.ts'

/** One block per brain by grade, the words with counts, then the countdowns. */
export function unitsOption(figure: UnitsFigure, look: Look): ChartOption {
  const size = labelSize(look)
  const strip = Math.min(look.height * 0.16, 34 * look.u)
  const words = strip + size * 0.95
  const top = words + size * 1.05
  const marks = [
    ...blockMarks(figure, look, strip),
    ...wordMarks(figure, look, words),
    ...deadlineMarks(figure, look, top),
  ]
  return { animation: false, graphic: { elements: identified(marks) } }
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
  const countdown = Math.max(0, ...shown.map(({ text }) => textWidth(text, size)))
  const laneWidth = (width - gap * (lanes - 1)) / lanes
  return shown.flatMap((row, i) =>
    deadlineRow(
      look,
      row,
      (i % lanes) * (laneWidth + gap),
      top + pitch * (Math.floor(i / lanes) + 0.5),
      laneWidth,
      countdown,
    ),
  )
}

function deadlineRow(
  look: Look,
  row: UnitsFigure['deadlines'][number],
  x: number,
  y: number,
  width: number,
  countdown: number,
): Mark[] {
  const size = labelSize(look)
  const { u, palette } = look
  const right = countdown + 10 * u
  const name = Math.min(textWidth(row.label, size), width * 0.4)
  const reason = Math.min(textWidth(row.reason, size), width * 0.24)
  const barLeft =
    x + Math.max(width * 0.33, name + 10 * u) + Math.max(width * 0.22, reason + 10 * u)
  const barWidth = Math.max(0, x + width - right - barLeft)
  const color = row.overdue ? palette.status.stop : palette.status.warn
  return [
    textMark(look, fit(row.label, Math.max(width * 0.33, name), size), x, y, {
      size,
      color: palette.text1,
    }),
    textMark(
      look,
      fit(row.reason, Math.max(width * 0.22, reason), size),
      x + Math.max(width * 0.33, name + 10 * u),
      y,
      {
        size,
        color: palette.text3,
      },
    ),
    rectMark({ x: barLeft, y: y - 4 * u, width: barWidth, height: 8 * u }, { fill: palette.line }),
    rectMark(
      { x: barLeft, y: y - 4 * u, width: barWidth * row.remaining, height: 8 * u },
      { fill: color },
      11,
    ),
    textMark(look, row.text, x + width, y, {
      size,
      color: palette.text1,
      weight: 500,
      align: 'right',
    }),
  ]
}
