/** Marks that belong to the character before them and take no width of their own. */
const JOINED = /^[\p{M}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u
const EMOJI = /^\p{Extended_Pictographic}/u
/** Full-width characters: each is a word. */
const FULL =
  /^[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u
/** As wide in Chinese type, but no words of their own. */
const QUOTES = /^[—…“”‘’·●■▼▲→↑①-⓿]/u

/** The unified ideographs, of which Chinese text is made: known without looking at any pattern. */
const isHan = (char: string): boolean => char >= '\u4E00' && char <= '\u9FFF'

export const isFull = (char: string): boolean => isHan(char) || (char > '\u007F' && FULL.test(char))

const isJoined = (char: string): boolean => char > '\u007F' && !isHan(char) && JOINED.test(char)

/** Widths in em of a Chinese face that has to stand in for the condensed one (measured: Noto Sans CJK SC). */
function latinWidth(char: string): number {
  if (/^[ijl.,;:!'|()[\]\s]$/.test(char)) return 0.34
  if (/^[mwMW@%&]$/.test(char)) return 0.92
  if (/^[bdghnopqu]$/.test(char)) return 0.62
  if (/^[a-z0-9\-/_?=*+$#~]$/.test(char)) return 0.57
  return 0.69
}

function widthOfOne(char: string): number {
  if (isHan(char)) return 1
  if (JOINED.test(char)) return 0
  if (FULL.test(char) || QUOTES.test(char)) return 1
  return EMOJI.test(char) && char > '\u00FF' ? 1.38 : latinWidth(char)
}

const ASCII = Array.from({ length: 128 }, (_, code) => latinWidth(String.fromCharCode(code)))

const BOLD = 600
const BOLDER = 1.05

/** Estimated width of a text in pixels, rather too wide than too narrow. */
export function widthOf(text: string, size: number, weight = 400): number {
  let em = 0
  for (const char of text) em += ASCII[char.codePointAt(0) ?? 0] ?? widthOfOne(char)
  return em * size * (weight >= BOLD ? BOLDER : 1)
}

/** Characters with the marks that belong to them. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = []
  for (const char of text) {
    const before = clusters.at(-1)
    if (before !== undefined && (isJoined(char) || before.endsWith('\u200D')))
      clusters[clusters.length - 1] = before + char
    else clusters.push(char)
  }
  return clusters
}
