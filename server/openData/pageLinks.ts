export interface PagePlace {
  readonly page: number
  readonly pages: number
  /** Instant that all pages share, null for an empty store. */
  readonly asOf: string | null
}

/** The Link header (RFC 8288) of a page: first, prev, next, last. */
export function pageLinks(url: URL, { page, pages, asOf }: PagePlace): string {
  const at = (to: number): string => {
    const search = new URLSearchParams(url.search)
    if (asOf !== null) search.set('asOf', asOf)
    search.set('page', String(to))
    return `${url.pathname}?${search}`
  }
  const links: readonly (readonly [string, number])[] = [
    ['first', 1],
    ...(page > 1 ? [['prev', Math.min(page - 1, pages)] as const] : []),
    ...(page < pages ? [['next', page + 1] as const] : []),
    ['last', pages],
  ]
  return links.map(([rel, to]) => `<${at(to)}>; rel="${rel}"`).join(', ')
}
