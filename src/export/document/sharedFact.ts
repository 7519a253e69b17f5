import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import type { PrintedItem } from './outline.ts'

export const nameOf = ({ item }: Pick<PrintedItem, 'item'>): string =>
  item.title ?? item.figure.title

/** A fact of several figures: what most share is said without names, what differs names its figures. */
export function sharedFact(items: readonly PrintedItem[], name: string, locale: Locale): string {
  const named = new Map<string, string[]>()
  for (const item of items)
    for (const fact of item.words.facts)
      if (fact.name === name) named.set(fact.text, [...(named.get(fact.text) ?? []), nameOf(item)])
  const [first, ...others] = [...named].sort(([, a], [, b]) => b.length - a.length)
  if (!first) return ''
  const rest = others.map(([text, names]) =>
    say(locale, `${names.join('、')}为${text}`, `${names.join(', ')}: ${text}`),
  )
  return rest.length > 0
    ? say(locale, `${first[0]}（${rest.join('；')}）`, `${first[0]} (${rest.join('; ')})`)
    : first[0]
}
