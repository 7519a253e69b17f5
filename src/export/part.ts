import type { Exported } from './exported.ts'

/** One piece of a deck or document: a figure, or words that somebody wrote. */
export type Part =
  | { readonly kind: 'figure'; readonly item: Exported }
  | { readonly kind: 'text'; readonly title: string; readonly paragraphs: readonly string[] }
