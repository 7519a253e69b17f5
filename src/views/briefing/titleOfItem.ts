import type { BriefingItem } from '../../export/briefing.ts'

/** What an item is called in a list; empty for words without a heading. */
export const titleOfItem = (item: BriefingItem): string =>
  item.kind === 'figure' ? (item.title ?? item.figure.title) : item.title || item.text.slice(0, 40)
