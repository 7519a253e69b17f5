import { isFull } from '../../charts/characterWidth.ts'
import { clustersOf, widthOf } from './characters.ts'

/** Lines of a text, and how many of its characters found no room. */
export interface Wrapped {
  readonly lines: readonly string[]
  readonly left: number
}

export interface WrapOptions {
  readonly maxLines?: number
  /** What follows the … where the text is cut, told how many characters are left out. */
  readonly ending?: (left: number) => string
  readonly weight?: number
}

/** Punctuation that begins no line and that ends none (GB/T 15834, 5.1; CLREQ 3.1.2). */
const NO_START =
  /^[!%),.:;?\]}¢°·‐–—…‰′″℃、。〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！％），．：；？］｝～”’]/u
const NO_END = /[([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥]$/u
/** Where a line may end; a no-break space is none. */
const SPACE = /^[ \t\u3000]$/u

/** A number and the unit behind it, which belong on one line. */
const WITH_UNIT =
  /([+−-]?\d[\d,./—–-]*(?:[%‰]| ?(?:[万百千]*亿元|[万千百]元|万[架家个户]|个百分点|工作日|[年月日家个架项次位元]|(?:CNY (?:bn|tn|m)|k (?:racks|firms)|racks|firms|brains|pp|PFLOPS|PB|of \d+)\b)))/u

/** Characters, and numbers with their units as if they were one. */
const piecesOf = (text: string): string[] =>
  text.split(WITH_UNIT).flatMap((part, i) => (i % 2 ? [part] : clustersOf(part)))

const isLatin = (char: string): boolean => !isFull(char) && !SPACE.test(char)

/** Whether a piece continues the word before it, whose last piece is `last`. */
const joins = (last: string, piece: string): boolean =>
  !SPACE.test(last) &&
  !SPACE.test(piece) &&
  (NO_START.test(piece) ||
    NO_END.test(last) ||
    (isLatin(last) && isLatin(piece)) ||
    last === '\u00A0' ||
    piece === '\u00A0')

/** What is never broken: a Chinese character with its punctuation, a word, a number with its unit, a space. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  let last = ' '
  for (const piece of piecesOf(text)) {
    if (joins(last, piece)) words.push((words.pop() ?? '') + piece)
    else words.push(piece)
    last = piece.length > 2 ? piece.slice(-1) : piece
  }
  return words
}

/** Em of a narrow character: of a very long text no more is looked at than could fill the line. */
const NARROWEST = 0.25

/**
 * A text in lines of a width, broken as Chinese type is: no line begins with closing punctuation or ends with an
 * opening one; words, and numbers with their units, stay whole where a line can hold them. Line ends of the text
 * count as spaces.
 */
export function wrapped(
  text: string,
  width: number,
  size: number,
  { maxLines = Infinity, ending = () => '', weight = 400 }: WrapOptions = {},
): Wrapped {
  const { lines, characters } = brokenInto(oneLine(text), width, size, weight)
  if (lines.length <= maxLines) return { lines, left: 0 }
  if (maxLines < 1) return { lines: [], left: characters }
  const whole = lines.slice(0, maxLines - 1)
  const cut = clustersOf(lines[maxLines - 1] ?? '')
  const total = characters - clustersOf(whole.join('')).length
  const end = (kept: readonly string[]): string =>
    `${kept.join('').trimEnd()}…${ending(total - kept.length)}`
  while (cut.length > 0 && widthOf(end(cut), size, weight) > width) cut.pop()
  const line = end(cut)
  const left = total - cut.length
  const fits = widthOf(line, size, weight) <= width
  return { lines: [...whole, fits ? line : `…+${left}`], left }
}

interface Broken {
  readonly lines: readonly string[]
  /** Characters of the whole text. */
  readonly characters: number
}

/** Texts broken last: a page tries several heights with the same words, and some have thousands. */
const known = new Map<string, Broken>()
const MOST_KNOWN = 100

function brokenInto(text: string, width: number, size: number, weight: number): Broken {
  const key = [width, size, weight, text].join()
  const before = known.get(key)
  if (before) return before
  const measure = (part: string): number => widthOf(part, size, weight)
  const broken = { lines: linesOf(text, width, measure), characters: clustersOf(text).length }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, broken)
  return broken
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** A text on one line, ended with … where it has no room: anywhere, also within a word. */
export function shortened(text: string, width: number, size: number, weight?: number): string {
  const line = oneLine(text)
  if (widthOf(line, size, weight) <= width) return line
  let kept = ''
  for (const char of clustersOf(line.slice(0, width / (size * NARROWEST)))) {
    if (widthOf(`${kept}${char}…`, size, weight) > width) break
    kept += char
  }
  return `${kept.trimEnd()}…`
}

type Measure = (text: string) => number

function linesOf(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const word of wordsOf(text)) {
    const room = measure(word)
    if (used + room <= width || used + measure(word.trimEnd()) <= width) {
      if (line === '' && word.trim() === '') continue
      line += word
      used += room
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    const [full, rest] = broken(word.trimStart(), width, measure)
    lines.push(...full)
    line = rest
    used = measure(rest)
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** A word that may be longer than a line, in full lines and what is left of it. */
function broken(word: string, width: number, measure: Measure): readonly [string[], string] {
  if (measure(word) <= width) return [[], word]
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const char of clustersOf(word)) {
    const room = measure(char)
    if (line !== '' && used + room > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += char
    used += room
  }
  return [lines, line]
}
