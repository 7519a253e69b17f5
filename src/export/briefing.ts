import type { SpaceId } from '../domain/space.ts'
import type { Locale } from '../domain/text.ts'
import type { Figure } from '../figures/figure.ts'
import type { Marking } from './exported.ts'

/** A figure as it was when it was put in: later revisions do not change it. */
export interface BriefingFigure {
  readonly kind: 'figure'
  /** Of the item: one figure may stand in a briefing twice. */
  readonly id: string
  /** The view it came from, as its link writes it without the space: `desk?i=compute.racksBuilt`. */
  readonly query: string
  readonly figure: Figure
  /** Words that somebody wrote instead of the figure's own. */
  readonly title?: string
  readonly sentence?: string
}

/** Words between figures; a titled one opens a section. */
export interface BriefingText {
  readonly kind: 'text'
  readonly id: string
  readonly title: string
  /** Paragraphs, one a line. */
  readonly text: string
  /** What was stored, where this version cannot read it: kept for one that can, while the text says so. */
  readonly unread?: unknown
}

export type BriefingItem = BriefingFigure | BriefingText

/** What becomes slides, a document or a workbook, frozen with its queries and the day whose knowledge it shows. */
export interface Briefing {
  readonly version: typeof BRIEFING_VERSION
  readonly id: string
  readonly title: string
  readonly space: SpaceId
  readonly locale: Locale
  /** The month it reports on: 2026-10. */
  readonly period: string
  /** The day whose knowledge it shows (ISO). */
  readonly asOf: string
  /** ISO instant. */
  readonly createdAt: string
  readonly marking: Marking | null
  /** Empty for none. */
  readonly watermark: string
  /** As a document it is set to fit one page of A4. */
  readonly onePage?: boolean
  readonly items: readonly BriefingItem[]
}

/** Raised when what is stored changes its shape. */
export const BRIEFING_VERSION = 1

/** Items of one briefing, and characters of one text, title or sentence. */
export const BRIEFING_LIMITS = { items: 100, characters: 4000 } as const

/** Everything but the items. */
export type BriefingHead = Omit<Briefing, 'version' | 'items'>

/** A briefing to put figures and texts in. */
export const emptyBriefing = (head: BriefingHead): Briefing => ({
  version: BRIEFING_VERSION,
  ...head,
  items: [],
})
