import { makeLook, type Look } from '../../charts/look.ts'
import type { PictureSize } from '../sizes.ts'

/** Sizes of type and space on one page, all in CSS pixels. */
export interface Page {
  readonly width: number
  /** As asked; a page that grows becomes higher. */
  readonly height: number
  readonly margin: number
  readonly gap: number
  /** Smallest type that may be printed: 9 points. */
  readonly least: number
  readonly title: number
  readonly subtitle: number
  readonly fact: number
  readonly note: number
  /** Smallest type of the chart. */
  readonly label: number
  /** A design unit: strokes and symbols follow the type of the chart. */
  readonly u: number
}

/** The part of the page's height that belongs to the chart at least. */
export const BODY_SHARE = 0.58

const LEAST_POINTS = 9
/** Type of the print look in units, and as many as its strokes and gaps are drawn for: those of a wall. */
const LABEL_UNITS = 22
const STROKE_UNITS = 18
/** Height of a line of words, in sizes of their type. */
export const LEADING = 1.42

/**
 * Type that suits the page: 26 points for the title of a slide, 17 on half an A4 page, 12 in a column; nothing below
 * 9 points.
 */
export function pageOf({ width, height, dpi }: PictureSize): Page {
  const point = dpi / 72
  const extent = Math.min(1400, width / point, (height / point) * 1.25)
  const type = (base: number, growth: number): number =>
    Math.max(LEAST_POINTS, base + growth * extent) * point
  const label = type(7.2, 0.0078)
  return {
    ...{ width, height },
    margin: (4 + 0.028 * extent) * point,
    gap: (2.5 + 0.012 * extent) * point,
    least: LEAST_POINTS * point,
    title: type(5.6, 0.03),
    subtitle: type(7, 0.0095),
    fact: type(8, 0.0037),
    note: type(8.5, 0.0015),
    label,
    u: label / STROKE_UNITS,
  }
}

interface LookOptions {
  /** Enlarges all of what has much room and little to say. */
  readonly scale?: number
  /** Strokes, gaps and symbols against type. */
  readonly strokes?: number
}

/** The print look in a box of the page. */
export const lookOf = (
  { u }: Page,
  width: number,
  height: number,
  { scale = 1, strokes = 1 }: LookOptions = {},
): Look =>
  makeLook('print', {
    ...{ width, height },
    u: u * scale * strokes,
    t: STROKE_UNITS / LABEL_UNITS / strokes,
  })
