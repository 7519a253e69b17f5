import type { UnitsFigure } from '../figures/kinds/unitsFigure.ts'
import { fit } from './fit.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { rectMark, textMark, type Mark } from './marks.ts'
import { symbolColor, symbolMarks } from './symbols.ts'

/** One block per brain by grade, the words with counts, the warnings by level, then the countdowns. */
export function unitsMarks(figure: UnitsFigure, look: Look): Mark[] {
  const size = labelSize(look)
  const { warnings = [] } = figure
  const strip = Math.min(look.height * (warnings.length > 0 ? 0.1 : 0.16), 34 * look.u)
  const words = strip + size * 0.95
  const levels = words + size * 1.35
  const top = (warnings.length > 0 ? levels : words) + size * 0.95
  return [
    ...blockMarks(figure, look, strip),
    ...wordMarks(figure.groups, look, words),
    ...wordMarks(warnings, look, levels),
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

/** Symbols with their words and counts on one line. */
function wordMarks(groups: UnitsFigure['groups'], look: Look, y: number): Mark[] {
  const size = labelSize(look)
  const { u, palette, width } = look
  const texts = groups.map(({ name, count }) => `${name} ${count}`)
  const widths = texts.map((text) => textWidth(text, size) + 26 * u)
  const used = widths.reduce((a, b) => a + b, 0)
  const gap = Math.max(6 * u, (width - used) / Math.max(1, texts.length - 1))
  let x = 0
  return groups.flatMap(({ symbol }, i) => {
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

/** Why, and who must act. */
const reasonOf = ({ reason, owner }: Deadline): string =>
  [reason, owner].filter(Boolean).join(' · ')

/** What is left, after the word of its level; a text that says that it is over needs no second word. */
const levelled = ({ text, level, overdue }: Deadline): string =>
  level && !overdue ? `${level.name} · ${text}` : text

/** Where the parts of every countdown begin: one for all, so that the tracks can be compared. */
interface Columns {
  /** Room of the level's symbol before the name; 0 where no row has one. */
  readonly lead: number
  readonly name: number
  readonly reason: number
  readonly track: number
  /** 0 where names and reasons need all the room. */
  readonly trackWidth: number
  readonly width: number
  /** What stands at the end of a row: with the word of its level where there is room. */
  readonly end: (row: Deadline) => string
}

/** Shares of the width: the shortest track; the room below which the levels have their words in their own line alone. */
const LEAST_TRACK = 0.08
const MOST_NAME = 0.48

function columnsOf(look: Look, rows: readonly Deadline[], width: number): Columns {
  const size = labelSize(look)
  const gap = 12 * look.u
  const widest = (of: (row: Deadline) => string): number =>
    Math.max(0, ...rows.map((row) => textWidth(of(row), size)))
  const lead = rows.some(({ level }) => level) ? 23 * look.u : 0
  const [names, reasons] = [widest(({ label }) => label), widest(reasonOf)]
  const roomBeside = (end: (row: Deadline) => string): number =>
    width - lead - widest(end) - 2 * gap
  const isWide = roomBeside(levelled) - width * LEAST_TRACK - gap >= names + reasons
  const end = isWide ? levelled : ({ text }: Deadline): string => text
  const room = roomBeside(end)
  const hasTrack = room - width * LEAST_TRACK - gap >= names + reasons
  const name = Math.min(names, Math.max(room * MOST_NAME, room - reasons))
  const reason = Math.min(reasons, room - name)
  const track = lead + name + reason + 2 * gap
  const trackWidth = hasTrack ? width - widest(end) - gap - track : 0
  return { lead, name, reason, track, trackWidth, width, end }
}

function deadlineRow(look: Look, row: Deadline, columns: Columns, x: number, y: number): Mark[] {
  const size = labelSize(look)
  const { u, palette } = look
  const { lead, name, reason, width } = columns
  const end = { size, color: palette.text1, weight: 500, align: 'right' } as const
  return [
    ...(row.level ? symbolMarks(look, row.level.symbol, x + 9 * u, y, 7.5 * u, 20) : []),
    textMark(look, fit(row.label, name, size), x + lead, y, { size, color: palette.text1 }),
    textMark(look, fit(reasonOf(row), reason, size), x + lead + name + 12 * u, y, {
      size,
      color: palette.text3,
    }),
    ...trackMarks(look, row, columns, x, y),
    textMark(look, columns.end(row), x + width, y, end),
  ]
}

/** How much of the time is left. */
function trackMarks(
  { u, palette }: Look,
  { overdue, remaining }: Deadline,
  { track, trackWidth }: Columns,
  x: number,
  y: number,
): Mark[] {
  if (trackWidth === 0) return []
  const bar = (share: number) => ({
    ...{ x: x + track, y: y - 4 * u },
    ...{ width: trackWidth * share, height: 8 * u },
  })
  const fill = overdue ? palette.status.stop : palette.status.warn
  return [rectMark(bar(1), { fill: palette.line }), rectMark(bar(remaining), { fill }, 11)]
}
