import { PALETTES } from '../../charts/palette.ts'
import { say } from '../../figures/text/words.ts'
import type { Locale } from '../../domain/text.ts'

/** A slide of 16:9 in inches. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.6 } as const
export const INNER = SLIDE.width - 2 * SLIDE.margin

/** A place on a slide in inches. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Points of an inch. */
export const INCH = 72
/** Height of a line of words, in sizes of their type. */
export const LEADING = 1.32

/** Points of type: no label is smaller than 11, as visual language 2 asks of slides. */
export const POINTS = {
  cover: 38,
  title: 26,
  text: 18,
  subtitle: 13,
  label: 12,
  least: 11,
  fact: 11,
} as const

/** The part of a slide's height that belongs to the figure at least (visual language 9). */
export const BODY_SHARE = 0.58

/** Faces of a deck: titles are set in the major ones, everything else in the minor ones. */
export interface Faces {
  readonly major: { readonly latin: string; readonly asian: string }
  readonly minor: { readonly latin: string; readonly asian: string }
}

/** Faces that Office brings along; a reader without one replaces it by its own. */
export const facesOf = (locale: Locale): Faces => ({
  major: { latin: say(locale, 'STZhongsong', 'Georgia'), asian: 'STZhongsong' },
  minor: { latin: say(locale, 'Microsoft YaHei', 'Arial'), asian: 'Microsoft YaHei' },
})

/** A colour of the print palette as Office writes it: RRGGBB. */
export const ink = (hex: string): string => hex.replace('#', '').toUpperCase()

export const { print: PRINT } = PALETTES
