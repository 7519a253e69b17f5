/** What turns the direction of all that follows, beyond its own words (UAX #9, 2.1–2.4). */
const TURNING = '\\u202A-\\u202E\\u2066-\\u2069'
const UNPLAIN = new RegExp(`[${TURNING}\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}]`, 'u')
const REFUSED = new RegExp(
  `[${TURNING}\\p{Cs}\\p{Noncharacter_Code_Point}]|(?![\\t\\n])\\p{Cc}`,
  'gu',
)

/**
 * Text that every kind of file takes and that reads as it is stored: line ends as one `\n`; without lone surrogates,
 * control characters (tab and line end apart) and noncharacters, which XML 1.0 forbids (§2.2 Char) or discourages,
 * and without embeddings, overrides and isolates of direction, which show words in another order. All else stays as
 * it is: emoji, markup, words that are written from right to left and their marks. Escaping is the writer's.
 */
export function plainText(text: string): string {
  if (!UNPLAIN.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(REFUSED, '')
}
