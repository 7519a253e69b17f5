import { PALETTES } from '../../charts/palette.ts'

/** A slide of 16:9 in inches. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.6 } as const
export const INNER = SLIDE.width - 2 * SLIDE.margin

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Faces that every Office has; a reader without one replaces it. */
export const SANS = 'Microsoft YaHei'
export const SERIF = 'SimSun'

/** Points of type: nothing on a slide is smaller than the notes. */
export const POINTS = { title: 24, subtitle: 13, text: 16, chart: 11, table: 11, fact: 10, note: 9 }

/** A colour of the print palette as Office writes it: RRGGBB. */
export const ink = (hex: string): string => hex.replace('#', '')

export const { print: PRINT } = PALETTES
