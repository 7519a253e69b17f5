import { plainText } from '../plainText.ts'

/** Characters (UTF-16) that a cell of Excel holds at most; more make the file «damaged». */
const LONGEST = 32_767

/** What readers of SpreadsheetML decode in a text: `_x0041_` is A (ST_Xstring, ECMA-376 part 1, §22.9.2.19). */
const ENCODED = /_(?=x[\da-f]{4}_)/giu
const UNDERSCORE = '_x005F_'

/** Names that the library believes to have stored already: it looks them up in a plain object. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))

/**
 * A text as the library may store it in a cell: clean, no longer than Excel allows (cut with …), encoded where it
 * would not come back as it is; the word «constructor» alone and its like get a blank behind. It is a string for
 * every reader, whatever it begins with.
 */
export function cellText(raw: string): string {
  const clean = plainText(raw)
  const text = clean.length > LONGEST ? `${plainText(clean.slice(0, LONGEST - 1))}…` : clean
  if (INHERITED.has(text)) return `${text} `
  return text.includes('_') ? text.replace(ENCODED, UNDERSCORE) : text
}
