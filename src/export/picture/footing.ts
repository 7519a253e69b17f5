import { SERIF_FAMILY, type Look } from '../../charts/look.ts'
import { rectMark } from '../../charts/marks.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { productName } from '../productName.ts'
import type { ExportWords } from '../words.ts'
import { moved, rule, stacked, words, type Block } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { widthOf } from './characters.ts'
import { shortened, wrapped } from './lineBreak.ts'
import { LEADING, lookOf, type Page } from './page.ts'

/** How much room the words below a chart may take; without limits everything is printed. */
export interface FootingLimits {
  /** Type at 9 points instead of the page's own size. */
  readonly small: boolean
  readonly noteLines: number
  /** Lines of every single fact. */
  readonly factLines: number
  /** So many notes, from the first, are printed whole whatever `noteLines` says. */
  readonly pinned: number
}

export const UNLIMITED: FootingLimits = {
  ...{ small: false, noteLines: Infinity, factLines: Infinity, pinned: 0 },
}

/** Below a rule: source, 口径, 截至 and 已知至, the notes, then seal and name, link and marking. */
export function footingBlock(
  page: Page,
  of: ExportWords,
  locale: Locale,
  limits: FootingLimits,
): Block {
  const look = lookOf(page, page.width - 2 * page.margin, page.height)
  const size = limits.small ? page.least : page.fact
  const note = limits.small ? page.least : page.note
  const parts = [
    factRows(look, of.facts, size, limits.factLines, locale),
    noteRows(look, of.notes, note, limits, locale),
    imprint(look, of, note, limits.factLines > 1 ? 2 : 1, locale),
  ]
  const marks: PictureMark[] = [rule(look, 0, look.width, look.palette.lineStrong)]
  let y = page.gap * 0.6
  for (const part of parts) {
    marks.push(...moved(part.marks, 0, y))
    y += part.height + (part.height > 0 ? size * 0.22 : 0)
  }
  return { marks, height: y }
}

type Fact = ExportWords['facts'][number]

/** Short facts share a line; a long one has lines of its own beside its name. */
function factRows(
  look: Look,
  facts: readonly Fact[],
  size: number,
  maxLines: number,
  locale: Locale,
): Block {
  const isShort = ({ name, text }: Fact): boolean =>
    widthOf(`${name}${text}`, size) + size < look.width * 0.55
  const long = facts.filter((fact) => !isShort(fact))
  const line = shortLine(look, facts.filter(isShort), size)
  const rows = long.map((fact) => factRow(look, fact, size, maxLines, locale))
  const isFirst = facts[0] !== undefined && isShort(facts[0])
  return stacked(isFirst ? [line, ...rows] : [...rows, line])
}

function shortLine(look: Look, facts: readonly Fact[], size: number): Block {
  const leading = size * LEADING
  let [x, y] = [0, 0]
  const marks = facts.flatMap(({ name, text }) => {
    const after = widthOf(name, size, 600) + size * 0.6
    const width = after + widthOf(text, size)
    if (x > 0 && x + width > look.width) [x, y] = [0, y + leading]
    const at = x
    x += width + size * 2
    return [
      nameMark(look, name, at, y, size),
      words(look, text, at + after, y, { size, leading, color: look.palette.text2 }),
    ]
  })
  return { marks, height: facts.length ? y + leading : 0 }
}

const nameMark = (look: Look, name: string, x: number, y: number, size: number): PictureMark =>
  words(look, name, x, y, {
    ...{ size, leading: size * LEADING, color: look.palette.text3, weight: 600 },
  })

function factRow(
  look: Look,
  { name, text }: Fact,
  size: number,
  maxLines: number,
  locale: Locale,
): Block {
  const ending = (left: number): string =>
    say(locale, `（余 ${left} 字见数据表）`, ` (${left} more in the data table)`)
  return hanging(
    look,
    name,
    size,
    look.palette.text2,
    (width) => wrapped(text, width, size, { maxLines, ending }).lines,
  )
}

/** A name and, beside it, the lines that belong to it. */
function hanging(
  look: Look,
  name: string,
  size: number,
  color: string,
  linesIn: (width: number) => readonly string[],
): Block {
  const leading = size * LEADING
  const left = widthOf(name, size, 600) + size * 0.6
  const lines = linesIn(look.width - left)
  return {
    marks: [
      nameMark(look, name, 0, 0, size),
      ...lines.map((line, i) => words(look, line, left, i * leading, { size, leading, color })),
    ],
    height: lines.length * leading,
  }
}

/** The notes, numbered where there are several; those without room are counted. */
function noteRows(
  look: Look,
  notes: readonly string[],
  size: number,
  limits: FootingLimits,
  locale: Locale,
): Block {
  if (notes.length === 0) return { marks: [], height: 0 }
  const name = say(locale, '注', 'Notes')
  return hanging(look, name, size, look.palette.text3, (width) =>
    noteLines(notes, width, size, limits, locale),
  )
}

function noteLines(
  notes: readonly string[],
  width: number,
  size: number,
  { noteLines: maxLines, pinned }: FootingLimits,
  locale: Locale,
): readonly string[] {
  const numbered = notes.map((note, i) => (notes.length > 1 ? `${i + 1}. ${note}` : note))
  const more = (left: number): string =>
    left ? say(locale, `　另有 ${left} 条注见数据表`, `  ${left} more in the data table`) : ''
  for (let shown = notes.length; shown > 0; shown--) {
    const text = numbered.slice(0, shown).join('　') + more(notes.length - shown)
    const { lines } = wrapped(text, width, size)
    if (lines.length <= maxLines || shown <= pinned) return lines
  }
  const ending = (): string =>
    say(locale, `（${notes.length} 条注见数据表）`, ` (${notes.length} in the data table)`)
  return wrapped(numbered.join('　'), width, size, { maxLines, ending }).lines
}

/** Seal and name of the product, the link back, the marking; the link has its own lines where it is long. */
function imprint(
  look: Look,
  of: ExportWords,
  size: number,
  maxLines: number,
  locale: Locale,
): Block {
  const { palette, width } = look
  const leading = size * 1.7
  const side = size * 1.3
  const name = productName(locale)
  const left = side + size * 0.5
  const nameEnd = left + widthOf(name, size)
  const right = width - widthOf(of.marking, size, 600)
  const inline = nameEnd + widthOf(of.link, size) + 2 * size < right
  const linkLines = inline ? [of.link] : wrapped(of.link, width, size, { maxLines }).lines
  const linkAt = (i: number) =>
    inline ? ([nameEnd + size, 0] as const) : ([0, leading + i * size * LEADING] as const)
  const small = { size, leading, color: palette.text3 }
  return {
    marks: [
      rectMark(
        { x: 0, y: (leading - side) / 2, width: side, height: side, r: 2 * look.u },
        { fill: palette.seal },
        50,
      ),
      words(look, '鲁', side / 2, 0, {
        ...{ size, leading, color: palette.sealText, weight: 700 },
        ...{ align: 'center', family: SERIF_FAMILY },
      }),
      words(look, shortened(name, right - left, size), left, 0, small),
      ...linkLines.map((line, i) => {
        const [x, y] = linkAt(i)
        return words(look, line, x, y, { ...small, leading: inline ? leading : size * LEADING })
      }),
      ...(of.marking
        ? [
            words(look, of.marking, width, 0, {
              ...small,
              color: palette.text1,
              weight: 600,
              align: 'right',
            }),
          ]
        : []),
    ],
    height: leading + (inline ? 0 : linkLines.length * size * LEADING),
  }
}
