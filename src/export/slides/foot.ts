import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { wrapped } from '../picture/lineBreak.ts'
import type { ExportWords } from '../words.ts'
import { oneLine } from './oneLine.ts'
import { unbroken } from './unbroken.ts'
import { inches, lineHeight } from './plan/chartPlan.ts'
import { INCH, POINTS } from './paper.ts'

/** Words of a paragraph below the rule; names are bold. */
export interface FootRun {
  readonly text: string
  readonly isName: boolean
}

/** A paragraph and the lines that it takes at most. */
export interface FootParagraph {
  readonly runs: readonly FootRun[]
  readonly lines: number
}

interface Fact {
  readonly name: string
  readonly text: string
}

/** Between facts on one line. */
const SPACE = '　　'
/** Facts up to this part of the width share a line. */
const SHORT = 0.45
/** A bold name takes more than its letters are estimated at. */
const BOLD = 0.12

/** What stands below the rule, and the type that it is set in. */
export interface Foot {
  readonly paragraphs: readonly FootParagraph[]
  readonly size: number
  readonly isCut: boolean
}

/** Sizes of type, the larger first. */
const SIZES = [POINTS.fact, 10] as const
/** Latin text is narrower than the estimate, which is made for Chinese faces. */
const LATIN = 1.12

/** The words below the rule within a height: in smaller type where they need it, cut where even that is too large. */
export function footWithin(
  words: ExportWords,
  locale: Locale,
  { w, h }: { readonly w: number; readonly h: number },
): Foot {
  const width = locale === 'en' ? w * LATIN : w
  let foot: Foot = { paragraphs: [], size: POINTS.fact, isCut: true }
  for (const size of SIZES) {
    const most = Math.max(1, Math.floor(h / lineHeight(size) + 1e-6))
    foot = { ...footLines(words, locale, { width, size, most }), size }
    if (!foot.isCut) return foot
  }
  return foot
}

interface Room {
  readonly width: number
  readonly size: number
  readonly most: number
}

/** Short facts on one line, long ones and the numbered notes in paragraphs of their own, within a number of lines. */
function footLines({ facts, notes }: ExportWords, locale: Locale, room: Room): Omit<Foot, 'size'> {
  const { width, size, most } = room
  const clean = facts.map(({ name, text }) => ({ name, text: oneLine(text) }))
  const isShort = ({ name, text }: Fact): boolean => inches(name + text, size) < width * SHORT
  const noted = notes.map((text, i) => oneLine(notes.length > 1 ? `${i + 1}. ${text}` : text))
  const long: Fact[] = [
    ...clean.filter((fact) => !isShort(fact)),
    ...(noted.length > 0 ? [{ name: say(locale, '注', 'Notes'), text: noted.join('　') }] : []),
  ]
  const paragraphs = [
    ...sharedLines(clean.filter(isShort), room),
    ...long.map((one) => paragraphOf(one, room)),
  ]
  const count = paragraphs.reduce((sum, { lines }) => sum + lines, 0)
  if (count <= most) return { paragraphs, isCut: false }
  return { paragraphs: cutTo(paragraphs, room, locale), isCut: true }
}

/** Facts one behind the other, on further lines where one has no room. */
function sharedLines(facts: readonly Fact[], { width, size }: Room): FootParagraph[] {
  const lines: FootRun[][] = []
  let used = Infinity
  for (const { name, text } of facts) {
    const room = inches(`${name}　${text}`, size, 600)
    const runs = [
      { text: `${name}　`, isName: true },
      { text, isName: false },
    ]
    const after = used + inches(SPACE, size) + room
    if (after > width) lines.push(runs)
    else lines.at(-1)?.push({ text: SPACE, isName: false }, ...runs)
    used = after > width ? room : after
  }
  return lines.map((runs) => ({ runs, lines: 1 }))
}

/** A name, then its text over as many lines as it needs. */
function paragraphOf({ name, text }: Fact, { width, size }: Room): FootParagraph {
  const lead = `${name}　`
  const { lines } = wrapped(lead + text, (width - BOLD) * INCH, size)
  return {
    runs: [
      { text: lead, isName: true },
      { text, isName: false },
    ],
    lines: Math.max(1, lines.length),
  }
}

/** The paragraphs that have room; the last one says that the rest stands on the next slide. */
function cutTo(paragraphs: readonly FootParagraph[], room: Room, locale: Locale): FootParagraph[] {
  const kept: FootParagraph[] = []
  let free = room.most
  for (const one of paragraphs) {
    if (free <= 0) break
    kept.push({ ...one, lines: Math.min(free, one.lines) })
    free -= one.lines
  }
  const last = kept.at(-1)
  if (!last) return []
  const words = say(locale, '（全文见下页）', ' (whole text on the next slide)')
  return [...kept.slice(0, -1), ended(last, words, room)]
}

/** A paragraph cut to its lines, with … and words behind. */
function ended(
  { runs, lines }: FootParagraph,
  words: string,
  { width, size }: Room,
): FootParagraph {
  const whole = runs.map(({ text }) => text).join('')
  const room = (width - BOLD) * INCH
  const long = `${whole}　${words}`
  const cut = wrapped(long, room, size, { maxLines: lines, ending: () => words })
  const text = cut.left === 0 ? long : unbroken(cut.lines, whole)
  let at = 0
  const kept = runs.flatMap((run, i): FootRun[] => {
    const end = i === runs.length - 1 ? text.length : Math.min(text.length, at + run.text.length)
    const own = text.slice(at, end)
    at = end
    return own ? [{ ...run, text: own }] : []
  })
  return { runs: kept, lines }
}
