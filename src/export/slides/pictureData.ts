import type { Picture } from '../picture.ts'

/**
 * A picture as the library takes it. The PNG where there is one: every program shows it as it was painted. Else
 * the drawing itself, which the program that opens the deck sets in its own faces.
 */
export const pictureData = ({ svg, png }: Picture): readonly string[] => [
  png ? `image/png;base64,${base64(png)}` : `image/svg+xml;base64,${base64(utf8(svg))}`,
]

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Characters that one call takes. */
const CHUNK = 0x8000

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}
