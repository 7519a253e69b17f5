import { plainText } from '../plainText.ts'
import { wholeCharacters } from '../wholeCharacters.ts'
import { withoutMarks } from '../withoutMarks.ts'

/** Characters (UTF-16) of a sheet's name at most. */
const LONGEST = 31
const NAMELESS = 'Sheet'

/** What Excel refuses in names, in full width too. */
const REFUSED = /[[\]:*?/\\［］：＊？／＼\p{Zl}\p{Zp}]+/gu

/**
 * Names of sheets for titles, in order: at most 31 characters cut between whole ones, different from each other
 * and from `taken` whatever the case, never the one that Excel keeps for itself (History).
 */
export function sheetNames(titles: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(['history', ...taken.map(key)])
  return titles.map((title) => {
    const plain = plainName(title)
    let name = cut(plain, LONGEST)
    for (let n = 2; used.has(key(name)); n++) {
      const number = ` (${n})`
      name = cut(plain, LONGEST - number.length) + number
    }
    used.add(key(name))
    return name
  })
}

const key = (name: string): string => name.normalize('NFKC').toLowerCase()

const plainName = (title: string): string =>
  ends(withoutMarks(plainText(title)).replace(REFUSED, ' ').replace(/\s+/gu, ' ')) || NAMELESS

/** No apostrophe at either end: a formula that names the sheet could not be read. */
const ends = (text: string): string => text.replace(/^['\s]+|['\s]+$/gu, '')

const cut = (text: string, room: number): string =>
  text.length <= room ? text : ends(wholeCharacters(text, room, ({ length }) => length)) || NAMELESS
