import type { Exported } from '../exported.ts'
import type { ToldKpi } from '../kpiGroup.ts'
import type { Part } from '../part.ts'
import { wordsOf } from '../words.ts'

type Text = Extract<Part, { kind: 'text' }>

/** What stands on slides of its own; `section` is the heading that it stands below, empty for none. */
export type SlideGroup =
  | { readonly kind: 'text'; readonly text: Text; readonly count: number }
  | {
      readonly kind: 'figure'
      readonly section: string
      readonly item: Exported
      readonly count: number
    }
  | {
      readonly kind: 'kpis'
      readonly section: string
      /** A sentence that the slide has room for. */
      readonly lead: string
      readonly items: readonly ToldKpi[]
      readonly count: number
    }

/** Headline figures that a slide has room for. */
const MOST = 8

/**
 * Parts in the order of a deck, `count` of them each: headline figures that follow each other share a slide, a
 * heading alone leads the slides below it instead of one of its own, and so do words that `isLead` finds room for
 * beside headline figures.
 * @throws ExportRefused for a figure that must not leave the screen.
 */
export function slideGroups(
  parts: readonly Part[],
  isLead: (text: string) => boolean,
): readonly SlideGroup[] {
  const groups: SlideGroup[] = []
  let section = ''
  /** Words that wait for the slide that they lead. */
  let waiting: Text | null = null
  for (let at = 0; at < parts.length;) {
    const part = parts[at]
    if (!part) break
    const taken = waiting ? 1 : 0
    if (part.kind === 'text') {
      if (part.title) section = part.title
      const next = kpisFrom(parts, at + 1).length
      if (isHeading(part, parts[at + 1], next > 1, isLead)) waiting = part
      else groups.push({ kind: 'text', text: part, count: 1 })
      at += 1
      continue
    }
    const kpis = kpisFrom(parts, at)
    const [lead = ''] = waiting?.paragraphs ?? []
    waiting = null
    if (kpis.length > 1) {
      const items = kpis.slice(0, Math.ceil(kpis.length / Math.ceil(kpis.length / MOST)))
      groups.push({ kind: 'kpis', section, lead, items, count: items.length + taken })
      at += items.length
    } else {
      groups.push({ kind: 'figure', section, item: part.item, count: 1 + taken })
      at += 1
    }
  }
  return groups
}

/** A heading, or one with a sentence, that the next slide has room for. */
function isHeading(
  { title, paragraphs }: Text,
  next: Part | undefined,
  beforeKpis: boolean,
  isLead: (text: string) => boolean,
): boolean {
  const [first, ...others] = paragraphs
  if (!title || next?.kind !== 'figure') return false
  return first === undefined || (beforeKpis && others.length === 0 && isLead(first))
}

/** Headline figures from a place on that may share a slide: of one space, marked alike. */
function kpisFrom(parts: readonly Part[], from: number): ToldKpi[] {
  const found: ToldKpi[] = []
  for (const part of parts.slice(from)) {
    if (part.kind !== 'figure' || part.item.figure.kind !== 'kpi') break
    const [first] = found
    const told = { item: part.item, figure: part.item.figure, words: wordsOf(part.item) }
    if (first && !isAlike(first, told)) break
    found.push(told)
  }
  return found
}

const isAlike = (a: ToldKpi, b: ToldKpi): boolean =>
  a.words.badge === b.words.badge &&
  a.words.marking === b.words.marking &&
  a.item.origin.watermark === b.item.origin.watermark &&
  a.figure.locale === b.figure.locale
