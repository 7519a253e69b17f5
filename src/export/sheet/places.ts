/** From here on come Han, kana, Hangul, full-width signs; halves of emoji too, which have two. */
const WIDE = 0x2e80
const HALVES = { from: 0xd800, to: 0xdfff } as const

/** How wide a text is in characters of the standard face, as Excel counts the width of columns. */
export function placesOf(text: string): number {
  let places = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= WIDE && (code < HALVES.from || code > HALVES.to)) places++
  }
  return places
}
