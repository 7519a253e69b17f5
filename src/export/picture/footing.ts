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

/**
 * Below a rule: source, 口径, 截至 and 已知至, the notes, then seal and name, link and marking. All of it whole: a
 * picture has nothing beside it where the rest could stand. `isSmall` sets it in 9 points.
 */
export function footingBlock(page: Page, of: ExportWords, locale: Locale, isSmall: boolean): Block {
  const look = lookOf(page, page.width - 2 * page.margin, page.height)
  const size = isSmall ? page.least : page.fact
  const note = isSmall ? page.least : page.note
  const parts = [
    factRows(look, of.facts, size),
    noteRows(look, of.notes, note, locale),
    imprint(look, of, note, locale),
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
function factRows(look: Look, facts: readonly Fact[], size: number): Block {
  const isShort = ({ name, text }: Fact): boolean =>
    widthOf(`${name}${text}`, size) + size < look.width * 0.55
  const long = facts.filter((fact) => !isShort(fact))
  const line = shortLine(look, facts.filter(isShort), size)
  const rows = long.map(({ name, text }) => hanging(look, name, text, size, look.palette.text2))
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

/** A name and, beside it, the lines that belong to it. */
function hanging(look: Look, name: string, text: string, size: number, color: string): Block {
  const leading = size * LEADING
  const left = widthOf(name, size, 600) + size * 0.6
  const { lines } = wrapped(text, look.width - left, size)
  return {
    marks: [
      nameMark(look, name, 0, 0, size),
      ...lines.map((line, i) => words(look, line, left, i * leading, { size, leading, color })),
    ],
    height: lines.length * leading,
  }
}

/** The notes, numbered where there are several. */
function noteRows(look: Look, notes: readonly string[], size: number, locale: Locale): Block {
  if (notes.length === 0) return { marks: [], height: 0 }
  const numbered = notes.map((note, i) =>
    notes.length > 1 ? `${i + 1}.\u00A0${note.trim()}` : note,
  )
  const text = numbered.join(say(locale, '　', '  '))
  return hanging(look, say(locale, '注', 'Notes'), text, size, look.palette.text3)
}

/** A face that stands in for the display face may be so much wider. */
const RESERVE = 1.12

/** Seal and name of the product, the link back, the marking; link and marking have lines of their own where there is no room. */
function imprint(look: Look, of: ExportWords, size: number, locale: Locale): Block {
  const { palette, width } = look
  const leading = size * 1.7
  const side = size * 1.3
  const name = productName(locale)
  const left = side + size * 0.5
  const nameEnd = left + widthOf(name, size)
  const marked = widthOf(of.marking, size, 600)
  const isBelow = of.marking !== '' && (nameEnd + size) * RESERVE + marked > width
  const right = isBelow ? width : width - marked
  const inline = !isBelow && nameEnd + widthOf(of.link, size) + 2 * size < right
  const linkLines = inline ? [of.link] : wrapped(of.link, width, size).lines
  const linkHeight = inline ? 0 : linkLines.length * size * LEADING
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
            words(look, of.marking, width, isBelow ? leading + linkHeight : 0, {
              ...small,
              color: palette.text1,
              weight: 600,
              align: 'right',
            }),
          ]
        : []),
    ],
    height: leading + linkHeight + (isBelow ? leading : 0),
  }
}
