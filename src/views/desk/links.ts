import type { LocationQuery, RouteLocationRaw } from 'vue-router'

import { writeLink } from '../../domain/selectionLink.ts'
import { DEFAULT_SELECTION, type Selection } from '../../domain/selection.ts'

/** What every link of the desk keeps: the language and the as-of instant. */
export type KeptQuery = Readonly<Record<string, string>>

/** Picks `lang` and `asOf` out of a page's query. */
export const keptQuery = (query: LocationQuery): KeptQuery =>
  Object.fromEntries(
    (['lang', 'asOf'] as const).flatMap((key) => {
      const value = query[key]
      return typeof value === 'string' ? [[key, value]] : []
    }),
  )

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

/** The explorer with what differs from its defaults. */
export const exploreLink = (
  space: string,
  selection: Partial<Selection>,
  kept: KeptQuery = {},
): RouteLocationRaw =>
  to([space, 'desk'], { ...writeLink({ ...DEFAULT_SELECTION, ...selection }), ...kept })
