/** What the search box finds. The order breaks ties. */
export const ENTRY_KINDS = ['brain', 'indicator', 'region', 'page', 'view'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** One thing that can be opened, with the keys by which it is found. */
export interface SearchEntry {
  readonly kind: EntryKind
  /** Brain id, indicator id, adcode, page name: also a key. */
  readonly id: string
  /** As it is printed. */
  readonly name: string
  /** Printed beside the name: place, unit, group. */
  readonly hint: string
  /** Further names: the other language, a short form, a sub-industry. */
  readonly names: readonly string[]
  /** Syllables of the Chinese names without tones (`['ji', 'nan']`); empty while they are not known. */
  readonly syllables: readonly (readonly string[])[]
}

/** How a text met an entry, best first. */
export const MATCHES = ['exact', 'prefix', 'initials', 'substring'] as const
export type Match = (typeof MATCHES)[number]

export interface SearchHit {
  readonly entry: SearchEntry
  readonly match: Match
}

interface Keyed {
  readonly entry: SearchEntry
  readonly words: readonly string[]
  /** Full pinyin from every syllable on; the first of each is the whole name. */
  readonly spoken: readonly (readonly string[])[]
  readonly initials: readonly string[]
}

export type SearchIndex = readonly Keyed[]

/** Most results that are given at once. */
export const RESULT_LIMIT = 12

/**
 * Width, case, spaces and marks between words do not matter: `Tai'an` and `ｔａｉａｎ` are the same.
 * Composed twice, since small letters and closed gaps may bring parts of one letter together
 * (Unicode Standard Annex #15, closure of NFKC under case folding).
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・'’"“”()（）_/、，,-]+/g, '')
    .normalize('NFKC')

/** Prepares entries for findEntries, once. */
export const makeSearchIndex = (entries: readonly SearchEntry[]): SearchIndex =>
  entries.map((entry) => {
    const syllables = entry.syllables.map((row) => row.map(foldText).filter(Boolean))
    return {
      entry,
      words: [...new Set([entry.id, entry.name, ...entry.names].map(foldText).filter(Boolean))],
      spoken: syllables.map(tails),
      initials: syllables.map((row) => row.map((syllable) => syllable[0] ?? '').join('')),
    }
  })

/** `ji nan shi` → jinanshi, nanshi, shi: pinyin is met at the start of a syllable only. */
const tails = (syllables: readonly string[]): string[] =>
  syllables.map((_, i) => syllables.slice(i).join(''))

/**
 * The entries that a text means: exact, then prefix, then initials, then substring; within one of them
 * the shorter name first, then the order of ENTRY_KINDS, then the order given. An empty text means none.
 */
export function findEntries(
  index: SearchIndex,
  text: string,
  limit: number = RESULT_LIMIT,
): readonly SearchHit[] {
  const wanted = foldText(text)
  if (wanted === '') return []
  const hits = index.flatMap((keyed) => {
    const match = matchOf(keyed, wanted)
    return match ? [{ entry: keyed.entry, match }] : []
  })
  return hits.sort(byRank).slice(0, limit)
}

function matchOf({ words, spoken, initials }: Keyed, wanted: string): Match | null {
  const whole = spoken.map(([first = '']) => first)
  if (words.includes(wanted) || whole.includes(wanted)) return 'exact'
  const starts = (key: string): boolean => key.startsWith(wanted)
  if (words.some(starts) || whole.some(starts)) return 'prefix'
  if (initials.some(starts)) return 'initials'
  const holds = (key: string): boolean => key.includes(wanted)
  const within = words.some(holds) || initials.some(holds) || spoken.some((row) => row.some(starts))
  return within ? 'substring' : null
}

const byRank = (a: SearchHit, b: SearchHit): number =>
  MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match) ||
  a.entry.name.length - b.entry.name.length ||
  ENTRY_KINDS.indexOf(a.entry.kind) - ENTRY_KINDS.indexOf(b.entry.kind)
