import type { Figure } from '../../figures/figure.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import {
  BRIEFING_LIMITS,
  type Briefing,
  type BriefingFigure,
  type BriefingItem,
  type BriefingText,
} from '../briefing.ts'
import { frozenFigure } from './frozenFigure.ts'
import { refusalOf } from './refusalOf.ts'

/** The briefing as it is now, or why the change was refused, in the reader's language. */
export type Edited =
  | { readonly kind: 'done'; readonly briefing: Briefing }
  | { readonly kind: 'refused'; readonly reason: string }

type NewFigure = Pick<BriefingFigure, 'figure' | 'query' | 'title' | 'sentence'>
type NewText = Pick<BriefingText, 'title' | 'text'>

/**
 * Puts a figure at the end, frozen as it is. Refused where nothing can be shown, where the briefing is full,
 * where words are too long and where the figure speaks another language.
 */
export function addFigure(briefing: Briefing, added: NewFigure): Edited {
  const fault = figureFault(briefing, added.figure)
  if (fault) return { kind: 'refused', reason: fault }
  return put(briefing, {
    ...{ kind: 'figure', id: nextId(briefing), query: added.query },
    figure: frozenFigure(added.figure),
    ...words(added),
  })
}

/** Puts a text at the end: 4,000 characters at most. */
export const addText = (briefing: Briefing, { title, text }: NewText): Edited =>
  put(briefing, { kind: 'text', id: nextId(briefing), title, text })

/** The briefing without an item; the same where there is no such item. */
export const removeItem = (briefing: Briefing, id: string): Briefing => ({
  ...briefing,
  items: briefing.items.filter((item) => item.id !== id),
})

/** The briefing with an item at another place, counted from 0 and cut to the ends. */
export function moveItem(briefing: Briefing, id: string, to: number): Briefing {
  const item = briefing.items.find((one) => one.id === id)
  if (!item) return briefing
  const items = briefing.items.filter((one) => one.id !== id)
  items.splice(Math.min(items.length, Math.max(0, Math.trunc(to))), 0, item)
  return { ...briefing, items }
}

/** Words for a figure instead of its own; empty ones give the figure's own back. */
export const editFigure = (
  briefing: Briefing,
  id: string,
  edited: Pick<BriefingFigure, 'title' | 'sentence'>,
): Edited =>
  replaced(briefing, id, (item) => {
    if (item.kind === 'text') return item
    const { title: _title, sentence: _sentence, ...rest } = item
    return { ...rest, ...words({ ...words(item), ...edited }) }
  })

/** Other words for a text. */
export const editText = (briefing: Briefing, id: string, edited: Partial<NewText>): Edited =>
  replaced(briefing, id, (item) => (item.kind === 'text' ? { ...item, ...edited } : item))

/** Only words that say something. */
const words = ({ title = '', sentence = '' }: Pick<BriefingFigure, 'title' | 'sentence'>) => ({
  ...(title.trim() ? { title } : {}),
  ...(sentence.trim() ? { sentence } : {}),
})

/** Ids count up and are never given again while the last item stands. */
const nextId = ({ items }: Briefing): string =>
  `i${items.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0) + 1}`

function put(briefing: Briefing, item: BriefingItem): Edited {
  if (briefing.items.length >= BRIEFING_LIMITS.items)
    return { kind: 'refused', reason: full(briefing.locale) }
  return checked({ ...briefing, items: [...briefing.items, item] }, item)
}

function replaced(
  briefing: Briefing,
  id: string,
  change: (item: BriefingItem) => BriefingItem,
): Edited {
  const item = briefing.items.find((one) => one.id === id)
  if (!item) return { kind: 'done', briefing }
  const next = change(item)
  const items = briefing.items.map((one) => (one.id === id ? next : one))
  return checked({ ...briefing, items }, next)
}

const checked = (briefing: Briefing, changed: BriefingItem): Edited =>
  isTooLong(changed)
    ? { kind: 'refused', reason: tooLong(briefing.locale) }
    : { kind: 'done', briefing }

/** Whether a title, a sentence or a text has more characters than it may. */
const isTooLong = (item: BriefingItem): boolean =>
  (item.kind === 'text' ? [item.title, item.text] : [item.title, item.sentence]).some(
    (text = '') => text.length > BRIEFING_LIMITS.characters,
  )

function figureFault({ locale }: Briefing, figure: Figure): string | null {
  if (figure.locale === locale) return refusalOf(figure)
  return say(
    locale,
    `${figure.title}：图的语言与简报不同，请切换语言后再收入`,
    `${figure.title}: the figure is in another language than the briefing, switch and add it again`,
  )
}

const full = (locale: Locale): string =>
  say(
    locale,
    `一份简报最多 ${BRIEFING_LIMITS.items} 项，请先移除几项`,
    `A briefing holds ${BRIEFING_LIMITS.items} items at most: remove some first`,
  )

const tooLong = (locale: Locale): string =>
  say(
    locale,
    `文字最多 ${BRIEFING_LIMITS.characters} 字，请缩短`,
    `A text has ${BRIEFING_LIMITS.characters} characters at most: shorten it`,
  )
