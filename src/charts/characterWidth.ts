/** Full-width characters, of which each is a word. */
const FULL =
  /^[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u
/** As wide in Chinese type, but no words of their own. */
const WIDE = /^[—…“”‘’·●■▼▲→↑①-⓿]/u
/** Marks that belong to the character before them and take no width of their own. */
const JOINED = /^[\p{M}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u
const EMOJI = /^\p{Extended_Pictographic}/u
const EMOJI_WIDTH = 1.38

/**
 * Widths in em, none below those of the display face (Barlow Semi Condensed, 400 to 600), which the page and the
 * night run carry. Where a vector picture is opened without it, a wider face may take the reserve of the layout.
 */
const LATIN = new Map(
  (
    [
      ["' \u00A0,.`Iijl|", 0.25],
      ['!"():;²', 0.32],
      ['*-[]frt{}', 0.39],
      ['/\\z°–', 0.43],
      ['+<=>?^_csvxy−±', 0.49],
      ['$012356789abdeghknopquFJL€', 0.52],
      ['4ABCDEGKOPQRSTVXYZ~≥≤', 0.56],
      ['HNU×', 0.6],
      ['#&M', 0.66],
      ['mw', 0.76],
      ['%@W', 0.82],
      ['‰', 1.01],
    ] as const
  ).flatMap(([characters, em]) => Array.from(characters, (char) => [char, em] as const)),
)
/** Letters with accents, and those of other alphabets. */
const OTHER = 0.66

/** The unified ideographs, of which Chinese text is made: known without looking at any pattern. */
const isHan = (char: string): boolean => char >= '\u4E00' && char <= '\u9FFF'

export const isFull = (char: string): boolean => isHan(char) || (char > '\u007F' && FULL.test(char))

export const isJoined = (char: string): boolean =>
  char > '\u007F' && !isHan(char) && JOINED.test(char)

/** Estimated width of a character in em, rather too wide than too narrow: every Chinese one takes a whole em. */
export function characterWidth(char: string): number {
  const latin = LATIN.get(char)
  if (latin !== undefined) return latin
  if (isFull(char) || WIDE.test(char)) return 1
  if (isJoined(char)) return 0
  return EMOJI.test(char) && char > '\u00FF' ? EMOJI_WIDTH : OTHER
}
