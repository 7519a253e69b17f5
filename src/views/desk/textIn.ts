/** A query as the router or an address holds it. */
export type LinkQuery = Readonly<Record<string, unknown>>

/** What an address says of a key; empty where it says nothing, or says it twice. */
export function textIn(query: LinkQuery, key: string): string {
  const value = query[key]
  return typeof value === 'string' ? value : ''
}
