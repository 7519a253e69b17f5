import type { Mark } from '../../charts/marks.ts'
import { plainText } from '../plainText.ts'
import { inkOf, type Ink } from './ink.ts'
import { finite, numbers } from './numbers.ts'
import { radiiOf, rectSteps, sectorSteps, type Step } from './steps.ts'

/** A mark of a picture: words may stand at an angle, in radians against the clock, as ECharts turns them. */
export interface PictureMark extends Mark {
  readonly rotation?: number
  /** Pixels that words take in any face: one that stands in is set closer or wider. */
  readonly length?: number
}

export interface DrawnText {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  /** Of the letters' base line: programs disagree about every other line. */
  readonly y: number
  readonly size: number
  readonly weight: number
  readonly family: string
  readonly align: 'left' | 'center' | 'right'
  readonly rotation: number
  /** Null for as long as the face makes it. */
  readonly length: number | null
  readonly ink: Ink
}

export interface DrawnPath {
  readonly kind: 'path'
  readonly steps: readonly Step[]
  readonly closed: boolean
  readonly ink: Ink
}

export interface DrawnCircle {
  readonly kind: 'circle'
  readonly cx: number
  readonly cy: number
  readonly r: number
  readonly ink: Ink
}

export interface DrawnRect {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** One radius for all corners; a rectangle with different ones is a path. */
  readonly r: number
  readonly ink: Ink
}

export type Drawn = DrawnText | DrawnPath | DrawnCircle | DrawnRect

/**
 * The marks in the order in which they are drawn (by z, then by place), with every default filled in: one
 * geometry for all that write or paint pictures. What has neither fill nor outline is left out.
 * @throws RangeError where a number of a mark is not finite: a picture with a hole is none.
 */
export const drawnOf = (marks: readonly PictureMark[]): Drawn[] =>
  marks
    .map((mark, place) => ({ mark, place, z: mark.z ?? 0 }))
    .sort((a, b) => a.z - b.z || a.place - b.place)
    .map(({ mark }) => drawn(mark))
    .filter((one) => (one.ink.fill ?? one.ink.stroke) !== null)

function drawn(mark: PictureMark): Drawn {
  switch (mark.type) {
    case 'text':
      return textOf(mark)
    case 'rect':
      return rectOf(mark)
    case 'circle': {
      const [cx, cy, r] = numbers(mark, 'cx', 'cy', 'r')
      return { kind: 'circle', cx: cx + left(mark), cy: cy + top(mark), r, ink: inkOf(mark) }
    }
    case 'sector':
      return { kind: 'path', steps: sectorOf(mark), closed: true, ink: inkOf(mark) }
    case 'line': {
      const [x1, y1, x2, y2] = numbers(mark, 'x1', 'y1', 'x2', 'y2')
      return polyline(mark, [
        [x1, y1],
        [x2, y2],
      ])
    }
    case 'polyline':
    case 'polygon':
      return polyline(mark, (mark.shape?.['points'] ?? []) as readonly (readonly number[])[])
  }
}

const left = ({ x = 0 }: Mark): number => x
const top = ({ y = 0 }: Mark): number => y

/** Where letters stand below the middle of their line, as a part of the size: between Chinese and Latin type. */
const BASELINE = 0.36

const LINE_SHIFT = { top: 0.5, middle: 0, bottom: -0.5 } as const

function textOf(mark: PictureMark): DrawnText {
  const { style = {}, rotation = 0 } = mark
  const font = /^(?:(\d+) )?([\d.]+)px (.+)$/.exec(word(style['font']) || '12px sans-serif')
  const size = finite(mark, 'font', Number(font?.[2]))
  const shift = LINE_SHIFT[(style['verticalAlign'] ?? 'top') as keyof typeof LINE_SHIFT]
  return {
    ...{ kind: 'text', size, weight: Number(font?.[1] ?? 400), family: font?.[3] ?? '' },
    text: lineOf(word(style['text'])),
    x: finite(mark, 'x', left(mark)),
    y: finite(mark, 'y', top(mark)) + (shift + BASELINE) * size,
    align: (style['align'] ?? 'left') as DrawnText['align'],
    rotation: finite(mark, 'rotation', rotation),
    length: mark.length === undefined ? null : finite(mark, 'length', mark.length),
    ink: { ...inkOf(mark), join: 'round' },
  }
}

const lineOf = (text: string): string => plainText(text).replace(/\s*\n\s*/g, ' ')

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

function polyline(mark: Mark, points: readonly (readonly number[])[]): DrawnPath {
  const steps = points.map(([x, y], i): Step => ({
    to: i === 0 ? 'start' : 'line',
    x: finite(mark, 'point', x) + left(mark),
    y: finite(mark, 'point', y) + top(mark),
  }))
  return { kind: 'path', steps, closed: mark.type === 'polygon', ink: inkOf(mark) }
}

function rectOf(mark: Mark): DrawnRect | DrawnPath {
  const [x, y, width, height] = numbers(mark, 'x', 'y', 'width', 'height')
  const box = {
    ...{ x: Math.min(x, x + width) + left(mark), y: Math.min(y, y + height) + top(mark) },
    ...{ width: Math.abs(width), height: Math.abs(height) },
  }
  const given = [mark.shape?.['r'] ?? 0].flat().map((r) => finite(mark, 'r', r))
  const radii = radiiOf(given, box)
  const ink = inkOf(mark)
  if (new Set(radii).size === 1) return { kind: 'rect', ...box, r: radii[0], ink }
  return { kind: 'path', steps: rectSteps(box, radii), closed: true, ink }
}

function sectorOf(mark: Mark): Step[] {
  const [cx, cy, r, inner] = numbers(mark, 'cx', 'cy', 'r', 'r0')
  return sectorSteps(
    { cx: cx + left(mark), cy: cy + top(mark), r, inner },
    numbers(mark, 'startAngle', 'endAngle'),
  )
}
