/** Rows that a panel has room for: the best ones, and the last ones below a break. */
const BEST = 11
const LAST = 3

/**
 * The rows of a ranking that a panel draws: the best, and below a break the last ones. A row in focus that lies
 * between takes the last place of the best and stands below the break, too.
 */
export function bestAndLast<R>(
  ranked: readonly R[],
  isFocus: (row: R) => boolean,
): { readonly rows: readonly R[]; readonly breakAfter: number | null } {
  if (ranked.length <= BEST + LAST + 1) return { rows: ranked, breakAfter: null }
  const at = ranked.findIndex(isFocus)
  const between = at >= BEST && at < ranked.length - LAST ? ranked.slice(at, at + 1) : []
  const best = ranked.slice(0, BEST - between.length)
  return { rows: [...best, ...between, ...ranked.slice(-LAST)], breakAfter: best.length }
}
