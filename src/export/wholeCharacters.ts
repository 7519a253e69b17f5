const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * The beginning of a text that fits, cut between whole characters: no accent, flag or joined emoji falls apart.
 * `sizeOf` measures a character, in bytes say.
 */
export function wholeCharacters(
  text: string,
  room: number,
  sizeOf: (character: string) => number,
): string {
  let [end, size] = [0, 0]
  for (const { segment } of CHARACTERS.segment(text)) {
    size += sizeOf(segment)
    if (size > room) break
    end += segment.length
  }
  return text.slice(0, end)
}
