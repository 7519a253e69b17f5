import { demoCard } from './cards/demoCard.ts'
import type { ScoreCard } from './scoreCard.ts'

/** The cards that come with the product. */
export const SCORE_CARDS: readonly ScoreCard[] = [demoCard]

/** All cards, by first year: an imported one takes the place of the product's own of the same id. */
export function overlaidScoreCards(imported: readonly ScoreCard[]): readonly ScoreCard[] {
  const cards = new Map([...SCORE_CARDS, ...imported].map((card) => [card.id, card]))
  return [...cards.values()].sort((a, b) => a.year - b.year)
}

/**
 * The card by which a year is scored: the one that began last. Of several that began in one year the office's own
 * goes before a demonstration, then the one imported last. Null when the year lies before every card.
 */
export function cardOf(cards: readonly ScoreCard[], year: number): ScoreCard | null {
  const begun = cards.filter((card) => card.year <= year)
  const rank = ({ year: from, demonstration }: ScoreCard): number =>
    2 * from + (demonstration ? 0 : 1)
  return begun.reduce<ScoreCard | null>(
    (best, card) => (best && rank(best) > rank(card) ? best : card),
    null,
  )
}
