import type { LocationQuery } from 'vue-router'

/** What every link keeps: the language and the as-of instant. */
export type KeptQuery = Readonly<Record<string, string>>

/** Picks `lang` and `asOf` out of a page's query. */
export const keptQuery = (query: LocationQuery): KeptQuery =>
  Object.fromEntries(
    (['lang', 'asOf'] as const).flatMap((key) => {
      const value = query[key]
      return typeof value === 'string' ? [[key, value]] : []
    }),
  )
