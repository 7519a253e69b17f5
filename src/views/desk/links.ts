import type { RouteLocationRaw } from 'vue-router'

import type { KeptQuery } from '../../components/keptQuery.ts'
import { writeLink } from '../../domain/selectionLink.ts'
import { DEFAULT_SELECTION, type Selection } from '../../domain/selection.ts'

const to = (parts: readonly string[], query: KeptQuery): RouteLocationRaw => ({
  path: `/${parts.map(encodeURIComponent).join('/')}`,
  query,
})

/**
 * From a number to where it comes from. `entity` is a brain's id, `all`, a domain id, an adcode or a
 * sub-industry's name; `period` is the reading's period id.
 */
export const traceLink = (
  space: string,
  indicator: string,
  entity: string,
  period: string,
  kept: KeptQuery = {},
): RouteLocationRaw => to([space, 'trace', indicator, entity, period], kept)

/** An indicator's page of the dictionary, or the whole dictionary. */
export const dictionaryLink = (
  space: string,
  indicator: string | null,
  kept: KeptQuery = {},
): RouteLocationRaw => to([space, 'indicators', ...(indicator ? [indicator] : [])], kept)

/** A brain's profile. */
export const brainLink = (space: string, brain: string, kept: KeptQuery = {}): RouteLocationRaw =>
  to([space, 'brain', brain], kept)

/** A brain under the rules of a batch, clause by clause. */
export const eligibilityLink = (
  space: string,
  brain: string,
  batch: number,
  kept: KeptQuery = {},
): RouteLocationRaw =>
  to([space, 'eligibility'], { ...kept, tab: 'brain', brain, batch: String(batch) })

/** The explorer with what differs from its defaults. */
export const exploreLink = (
  space: string,
  selection: Partial<Selection>,
  kept: KeptQuery = {},
): RouteLocationRaw =>
  to([space, 'desk'], { ...writeLink({ ...DEFAULT_SELECTION, ...selection }), ...kept })
