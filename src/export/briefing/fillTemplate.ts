import type { Locale } from '../../domain/text.ts'
import { textOf } from '../../domain/text.ts'
import type { Figure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import {
  BRIEFING_LIMITS,
  emptyBriefing,
  type Briefing,
  type BriefingHead,
  type BriefingItem,
} from '../briefing.ts'
import { frozenFigure } from './frozenFigure.ts'
import { refusalOf } from './refusalOf.ts'
import type { PlacedFigure, Template, TemplateInput, TemplateSection } from './template.ts'

export type FilledTemplate =
  | { readonly kind: 'filled'; readonly briefing: Briefing }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * A briefing written from the numbers. A figure without data is a sentence that says why, never a blank; a
 * template of which no figure has data is refused.
 */
export function fillTemplate(
  template: Template,
  input: TemplateInput,
  head: Omit<BriefingHead, 'title' | 'space' | 'locale'>,
  onError: (error: unknown) => void,
): FilledTemplate {
  const { locale, space } = input.context
  if (template.needsBrain && !input.brain)
    return refused(say(locale, '请指定一个产业大脑', 'Name a brain'))
  const sections = template.sections
    .filter(({ spaces }) => !spaces || spaces.includes(space))
    .map((section) => filledSection(section, input, onError))
  if (sections.every(({ shown }) => shown.length === 0)) return refused(reasonOf(sections, locale))
  const items = sections.flatMap((section) => itemsOf(section, locale))
  return {
    kind: 'filled',
    briefing: {
      ...emptyBriefing({ ...head, space, locale, title: template.title(input) }),
      ...(template.onePage ? { onePage: true } : {}),
      items: items.map((item, i) => ({ ...item, id: `i${i + 1}` })),
    },
  }
}

interface FilledSection {
  readonly heading: string
  readonly words: readonly string[]
  readonly shown: readonly PlacedFigure[]
  readonly left: readonly Figure[]
}

function filledSection(
  { heading, words, figures }: TemplateSection,
  input: TemplateInput,
  onError: (error: unknown) => void,
): FilledSection {
  const placed = figures.flatMap((source) => source(input, onError))
  return {
    heading: textOf(heading, input.context.locale),
    words: words?.(input) ?? [],
    shown: placed.filter(({ figure }) => refusalOf(figure) === null),
    left: placed.map(({ figure }) => figure).filter((figure) => refusalOf(figure) !== null),
  }
}

type NewItem = BriefingItem extends infer Item
  ? Item extends unknown
    ? Omit<Item, 'id'>
    : never
  : never

function itemsOf({ heading, words, shown, left }: FilledSection, locale: Locale): NewItem[] {
  const paragraphs = [...words, ...leftOut(left, locale)]
  if (paragraphs.length === 0 && shown.length === 0) return []
  return [
    ...textsOf(heading, paragraphs),
    ...shown.map((placed): NewItem => ({
      ...placed,
      kind: 'figure',
      figure: frozenFigure(placed.figure),
    })),
  ]
}

/** Why figures are not there: those with the same reason together. */
function leftOut(left: readonly Figure[], locale: Locale): string[] {
  const titles = new Map<string, string[]>()
  for (const figure of left) {
    const reason = figure.kind === 'absent' ? figure.reason : (refusalOf(figure) ?? '')
    titles.set(reason, [...(titles.get(reason) ?? []), figure.title])
  }
  return [...titles].map(([reason, names]) =>
    say(
      locale,
      `${names.map((name) => `“${name}”`).join('、')}暂缺：${reason}。`,
      `${names.map((name) => `“${name}”`).join(', ')} left out: ${reason}.`,
    ),
  )
}

/** Paragraphs as texts of at most so many characters; the first carries the heading. */
function textsOf(heading: string, paragraphs: readonly string[]): NewItem[] {
  const { characters } = BRIEFING_LIMITS
  const texts: string[] = ['']
  for (const paragraph of paragraphs.map((one) => shortened(one, characters))) {
    const last = texts.at(-1) ?? ''
    if (last.length + paragraph.length + 1 > characters) texts.push(paragraph)
    else texts[texts.length - 1] = last ? `${last}\n${paragraph}` : paragraph
  }
  return texts.map((text, i) => ({ kind: 'text', title: i === 0 ? heading : '', text }))
}

/** Cut between whole characters, with the sign that something is missing. */
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 2).replace(/[\uD800-\uDBFF]$/, '')}…`

function reasonOf(sections: readonly FilledSection[], locale: Locale): string {
  const reasons = new Set(
    sections.flatMap(({ left }) =>
      left.map((figure) => (figure.kind === 'absent' ? figure.reason : figure.title)),
    ),
  )
  const why = [...reasons].join(say(locale, '；', '; '))
  return say(
    locale,
    `没有可写入简报的图：${why || '此模板没有图'}`,
    `There is no figure to put in: ${why || 'the template has none'}`,
  )
}

const refused = (reason: string): FilledTemplate => ({ kind: 'refused', reason })
