import type { Standing } from './standing.ts'

/** One cell a peer, best first: own place, the place of the median. */
export interface RankStrip {
  readonly text: string
  readonly cells: readonly ('own' | 'median' | 'other')[]
}

/** More peers than cells share them. */
const MOST = 24

/** Null where nothing is ranked. */
export function rankStrip({ rank, of }: Standing): RankStrip | null {
  if (rank === null) return null
  const count = Math.min(of, MOST)
  const place = (at: number): number => Math.floor(((at - 1) / of) * count)
  const middle = [place(Math.ceil((of + 1) / 2)), place(Math.floor((of + 1) / 2))]
  return {
    text: `${rank}/${of}`,
    cells: Array.from({ length: count }, (_, i) =>
      i === place(rank) ? 'own' : middle.includes(i) ? 'median' : 'other',
    ),
  }
}
