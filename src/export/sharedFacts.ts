import type { Locale } from '../domain/text.ts'
import { say } from '../figures/text/words.ts'
import { cutWords } from './cutWords.ts'
import type { Exported } from './exported.ts'
import type { ExportWords } from './words.ts'

/** A figure with its words. */
export interface Told {
  readonly item: Exported
  readonly words: ExportWords
}

/** Ems of a name among others: in a list, a cell, a caption. */
export const LONGEST_NAME = 40

/** What a figure is called among others, no longer than a line or two. */
export const nameOf = ({ item }: Pick<Told, 'item'>): string =>
  cutWords(item.title ?? item.figure.title, LONGEST_NAME)

/** Source, 口径, 截至 and 已知至 of several figures, each said once; every 口径 names those that it defines. */
export function sharedFacts(items: readonly Told[], locale: Locale): ExportWords['facts'] {
  const definition = say(locale, '统计口径', 'Definition')
  const names = new Set(items.flatMap(({ words }) => words.facts.map(({ name }) => name)))
  return [...names].map((name) => ({
    name,
    text: name === definition ? definitions(items, name, locale) : sharedFact(items, name, locale),
  }))
}

/** A fact of several figures: what most share is said without names, what differs names its figures. */
export function sharedFact(items: readonly Told[], name: string, locale: Locale): string {
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

/** Each with the names of those that it defines: 集群营业收入——…；…. */
function definitions(items: readonly Told[], name: string, locale: Locale): string {
  const named = new Map<string, Set<string>>()
  for (const item of items) {
    const text = (item.words.facts.find((fact) => fact.name === name)?.text ?? '').replace(
      /[。.]$/,
      '',
    )
    named.set(text, (named.get(text) ?? new Set()).add(nameOf(item)))
  }
  return [...named]
    .map(
      ([text, who]) =>
        `${[...who].join(say(locale, '、', ', '))}${say(locale, '——', ' – ')}${text}`,
    )
    .join(say(locale, '；', '; '))
}
