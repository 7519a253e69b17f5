import { drawnOf, type Drawn, type DrawnText, type PictureMark } from './picture/drawn.ts'
import type { Ink } from './picture/ink.ts'
import { rectSteps, type Step } from './picture/steps.ts'

/** What is needed of a 2D context: that of a page, of an OffscreenCanvas or of any library on Node. */
export interface Canvas2d {
  fillStyle: unknown
  strokeStyle: unknown
  globalAlpha: number
  lineWidth: number
  lineJoin: string
  font: string
  textAlign: string
  textBaseline: string
  setLineDash(dash: number[]): void
  save(): void
  restore(): void
  scale(x: number, y: number): void
  translate(x: number, y: number): void
  rotate(angle: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(cx: number, cy: number, r: number, from: number, until: number, back?: boolean): void
  closePath(): void
  fill(): void
  stroke(): void
  fillText(text: string, x: number, y: number, most?: number): void
  strokeText(text: string, x: number, y: number): void
}

/**
 * Paints marks as `svgOf` writes them: same order, same geometry, same base lines. One CSS pixel becomes
 * `scale` pixels of the canvas.
 * @throws RangeError where a mark has a number that is not finite; nothing is painted then.
 */
export function paintMarks(context: Canvas2d, marks: readonly PictureMark[], scale: number): void {
  const all = drawnOf(marks)
  context.save()
  context.scale(scale, scale)
  for (const drawn of all) {
    context.save()
    if (drawn.kind === 'text') paintText(context, drawn)
    else paintShape(context, drawn)
    context.restore()
  }
  context.restore()
}

function paintText(context: Canvas2d, drawn: DrawnText): void {
  const { text, x, y, size, weight, family, align, rotation, length, ink } = drawn
  context.translate(x, y)
  context.rotate(-rotation)
  context.font = `${weight} ${size}px ${family}`
  context.textAlign = align
  context.textBaseline = 'alphabetic'
  inked(
    context,
    ink,
    () => context.fillText(text, 0, 0, ...(length === null ? [] : [length])),
    () => context.strokeText(text, 0, 0),
    'outlineFirst',
  )
}

function paintShape(context: Canvas2d, drawn: Exclude<Drawn, DrawnText>): void {
  context.beginPath()
  trace(context, drawn)
  inked(
    context,
    drawn.ink,
    () => context.fill(),
    () => context.stroke(),
  )
}

/** Fills, then outlines; the halo of a text lies below it. */
function inked(
  context: Canvas2d,
  { fill, stroke, lineWidth, join, dash }: Ink,
  paintFill: () => void,
  paintStroke: () => void,
  order?: 'outlineFirst',
): void {
  const inside = (): void => {
    if (!fill) return
    context.fillStyle = fill.color
    context.globalAlpha = fill.opacity
    paintFill()
  }
  if (order !== 'outlineFirst') inside()
  if (stroke) {
    context.strokeStyle = stroke.color
    context.globalAlpha = stroke.opacity
    context.lineWidth = lineWidth
    context.lineJoin = join
    context.setLineDash([...dash])
    paintStroke()
  }
  if (order === 'outlineFirst') inside()
}

function trace(context: Canvas2d, drawn: Exclude<Drawn, DrawnText>): void {
  switch (drawn.kind) {
    case 'circle':
      context.arc(drawn.cx, drawn.cy, drawn.r, 0, 2 * Math.PI)
      return
    case 'rect': {
      const { r, ...box } = drawn
      for (const step of rectSteps(box, [r, r, r, r])) follow(context, step)
      context.closePath()
      return
    }
    case 'path':
      for (const step of drawn.steps) follow(context, step)
      if (drawn.closed) context.closePath()
  }
}

function follow(context: Canvas2d, step: Step): void {
  switch (step.to) {
    case 'start':
      context.moveTo(step.x, step.y)
      return
    case 'line':
      context.lineTo(step.x, step.y)
      return
    case 'arc':
      context.arc(step.cx, step.cy, step.r, step.from, step.until, step.until < step.from)
  }
}
