import { ems } from './ems.ts'
import { plainText } from './plainText.ts'
import { wholeCharacters } from './wholeCharacters.ts'

/** A text on one line, cut with … to so many ems between whole characters. */
export function cutWords(text: string, most: number): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim()
  if (line.length <= most && ems(line) <= most) return line
  const cut = wholeCharacters(line.slice(0, most * 4), most - 1, ems)
  return cut.length < line.length ? `${cut.trimEnd()}…` : line
}
