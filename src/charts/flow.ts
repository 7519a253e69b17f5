import type { FlowFigure } from '../figures/kinds/flowFigure.ts'
import { alpha, labelSize, textWidth, type Look } from './look.ts'
import { canvasHalo, polygonMark, polylineMark, rectMark, textMark, type Mark } from './marks.ts'
import type { Point } from './mapProjection.ts'
import { symbolColor, symbolMarks } from './symbols.ts'

interface Frame {
  readonly x: (index: number) => number
  /** Middle of the main path, height of the words above it and of each row of branches below. */
  readonly middle: number
  readonly names: (index: number) => number
  readonly branches: (row: number) => number
  /** Pixels of one brain. */
  readonly scale: number
  readonly numeral: number
}

function frameOf(figure: FlowFigure, look: Look): Frame {
  const { u, width, height } = look
  const size = labelSize(look)
  const most = Math.max(1, ...figure.stages.map(({ count }) => count))
  const tall = height > 200 * u
  const numeral = size * (tall ? 1.75 : 1.5)
  const left = Math.max(textWidth(figure.stages[0]?.name ?? '', size) / 2, 24 * u)
  const last = Math.max(1, figure.stages.length - 1)
  const lift = meet(figure, (width - 2 * left) / last, size) ? size * 1.2 : 0
  const top = lift + size * 1.25 + numeral * 1.25
  const below = (branchRows(figure, look).length - 1) * size * 1.6
  const branches = height - size * 0.8 - below
  const room = branches - size * 1.1 - top
  const thickness = Math.max(10 * u, Math.min(room, tall ? room * 0.8 : 70 * u))
  return {
    x: (index) => left + ((width - 2 * left) * index) / last,
    middle: top + Math.min(room, thickness * 1.05) / 2,
    names: (index) => size * 0.65 + (index % 2 ? 0 : lift),
    branches: (row) => branches + row * size * 1.6,
    scale: thickness / most,
    numeral,
  }
}

/** Whether names of neighbours would run into each other: every other one then stands higher. */
const meet = ({ stages }: FlowFigure, step: number, size: number): boolean =>
  stages.some(({ name }, i) => {
    const next = stages[i + 1]?.name
    return (
      next !== undefined && (textWidth(name, size) + textWidth(next, size)) / 2 + size * 0.4 > step
    )
  })

/** The way to designation: ribbons as wide as the brains that went on, branches below. */
export function flowMarks(figure: FlowFigure, look: Look): Mark[] {
  const frame = frameOf(figure, look)
  return [
    ...ribbons(figure, look, frame),
    ...branchMarks(figure, look, frame),
    ...figure.stages.flatMap(({ name, count }, i) =>
      stageMarks(figure, look, frame, name, count, i),
    ),
  ]
}

const ribbons = (figure: FlowFigure, look: Look, frame: Frame): Mark[] =>
  figure.stages
    .slice(1)
    .map(({ count }, i) =>
      ribbon(
        { x: frame.x(i), y: frame.middle, width: (figure.stages[i]?.count ?? 0) * frame.scale },
        { x: frame.x(i + 1), y: frame.middle, width: count * frame.scale },
        alpha(look.palette.qingSoft, 0.34 + 0.1 * i),
      ),
    )

interface End {
  readonly x: number
  readonly y: number
  readonly width: number
}

const STEPS = 20

/** A band between two ends with horizontal tangents. */
function ribbon(from: End, to: End, fill: string): Mark {
  const upper: Point[] = []
  const lower: Point[] = []
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS
    const ease = t * t * (3 - 2 * t)
    const x = from.x + (to.x - from.x) * t
    const y = from.y + (to.y - from.y) * ease
    const half = (from.width + (to.width - from.width) * ease) / 2
    upper.push([x, y - half])
    lower.unshift([x, y + half])
  }
  return polygonMark([...upper, ...lower], { fill }, 5)
}

function stageMarks(
  figure: FlowFigure,
  look: Look,
  frame: Frame,
  name: string,
  count: number,
  index: number,
): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const height = Math.max(3 * u, count * frame.scale)
  const last = index === figure.stages.length - 1
  const x = frame.x(index)
  const half = textWidth(name, size) / 2
  const align = x < half ? 'left' : x + half > look.width ? 'right' : 'center'
  const numeral = Math.max(x, textWidth(`${count}`, frame.numeral) / 2)
  const nameX = align === 'left' ? 0 : align === 'right' ? look.width : x
  return [
    rectMark(
      { x: x - 2.5 * u, y: frame.middle - height / 2, width: 5 * u, height },
      { fill: last ? palette.marker : palette.qing },
      12,
    ),
    textMark(look, name, nameX, frame.names(index), { size, color: palette.text2, align }),
    textMark(
      look,
      `${count}`,
      Math.min(numeral, look.width - textWidth(`${count}`, frame.numeral) / 2),
      frame.middle - height / 2 - frame.numeral * 0.62,
      {
        size: frame.numeral,
        color: palette.text1,
        weight: 500,
        align: 'center',
        halo: canvasHalo(look),
      },
    ),
  ]
}

type Branch = FlowFigure['branches'][number]

const branchWidth = ({ name, count }: Branch, look: Look): number =>
  textWidth(`${name} ${count}`, labelSize(look)) + 30 * look.u
const rowWidth = (row: readonly Branch[], look: Look): number =>
  row.reduce((sum, branch) => sum + branchWidth(branch, look) + 18 * look.u, -18 * look.u)

/** The branches in as many rows as the width needs, none longer than it. */
function branchRows({ branches }: FlowFigure, look: Look): readonly (readonly Branch[])[] {
  const rows: Branch[][] = [[]]
  for (const branch of branches) {
    const row = rows.at(-1) ?? []
    if (row.length > 0 && rowWidth([...row, branch], look) > look.width) rows.push([branch])
    else row.push(branch)
  }
  return rows
}

function branchMarks(figure: FlowFigure, look: Look, frame: Frame): Mark[] {
  const from = figure.stages.findIndex(({ id }) => id === figure.branches[0]?.from)
  return branchRows(figure, look).flatMap((row, r) => {
    const latest = look.width - rowWidth(row, look)
    let x = Math.max(0, Math.min(latest, frame.x(Math.max(0, from)) + 60 * look.u))
    return row.flatMap((branch) => {
      const at = x
      x += branchWidth(branch, look) + 18 * look.u
      return oneBranch(figure, look, frame, branch, { x: at, y: frame.branches(r) })
    })
  })
}

function oneBranch(
  figure: FlowFigure,
  look: Look,
  frame: Frame,
  branch: Branch,
  { x, y }: { readonly x: number; readonly y: number },
): Mark[] {
  const { u, palette } = look
  const color = symbolColor(branch.symbol, palette)
  return [
    ...branchPath(figure, look, frame, branch, { x: x + 6 * u, y }, color),
    ...symbolMarks(look, branch.symbol, x + 10 * u, y, 8.5 * u, 22),
    textMark(look, `${branch.name} ${branch.count}`, x + 25 * u, y, {
      size: labelSize(look),
      color: palette.text1,
      halo: canvasHalo(look),
    }),
  ]
}

/** The way from the main path down to a branch's word. */
function branchPath(
  figure: FlowFigure,
  look: Look,
  frame: Frame,
  branch: Branch,
  { x, y }: { readonly x: number; readonly y: number },
  color: string,
): Mark[] {
  const { u, palette } = look
  const index = figure.stages.findIndex(({ id }) => id === branch.from)
  if (branch.style === 'label' || index < 0) return []
  const half = ((figure.stages[index]?.count ?? 0) * frame.scale) / 2
  const start = frame.x(index) + 4 * u
  if (branch.style === 'ribbon') {
    const thick = Math.max(4 * u, Math.min(branch.count * frame.scale, 14 * u))
    return [
      ribbon(
        { x: start, y: frame.middle + half - thick / 2, width: thick },
        { x: x - 6 * u, y, width: thick },
        alpha(palette.qingSoft, 0.5),
      ),
    ]
  }
  const y0 = frame.middle + half
  const points: Point[] = Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS
    return [start + (x - 8 * u - start) * t, y0 + (y - y0) * (t * t * (3 - 2 * t))]
  })
  return [polylineMark(points, { stroke: color, lineWidth: 2 * u, lineDash: [5 * u, 4 * u] }, 6)]
}
