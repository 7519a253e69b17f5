/** Full-width characters, of which each is a word. */
const FULL =
  /^[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u
/** As wide in Chinese type, but no words of their own. */
const WIDE = /^[—…“”‘’·●■▼▲→↑①-⓿]/u
/** Marks that belong to the character before them and take no width of their own. */
const JOINED = /^[\p{M}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u
const EMOJI = /^\p{Extended_Pictographic}/u
const EMOJI_WIDTH = 1.38

/** Widths in em, none below those of Arial and DejaVu Sans: what stands in where the condensed face is absent. */
const LATIN = new Map(
  (
    [
      ["' \u00A0,.Iijl", 0.33],
      ['-/:;\\f|', 0.37],
      ['!()[]rt²', 0.42],
      ['"*J`–°', 0.5],
      ['?L_cksz', 0.58],
      ['$0123456789FTabdeghnopquvxy{}€', 0.64],
      ['ABEKPSVXYZ', 0.69],
      ['&CDGHNOQRU', 0.79],
      ['#+<=>^w~−×±≥≤≈', 0.84],
      ['%@MWm', 1.02],
      ['‰', 1.35],
    ] as const
  ).flatMap(([characters, em]) => Array.from(characters, (char) => [char, em] as const)),
)
/** Letters with accents, and those of other alphabets. */
const OTHER = 0.79

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
