import type { RankedScore } from '../../domain/assessment/ranking.ts'
import { leavesOf } from '../../domain/assessment/scoreLeaf.ts'
import type { Brain } from '../../domain/brain.ts'
import type { Cube } from '../../domain/cube.ts'
import type { Grade } from '../../domain/event.ts'
import { periodOf } from '../../domain/period.ts'
import type { FigureContext } from '../../figures/definition.ts'
import type { ScoreView } from '../../figures/programme/scoreView.ts'

/** A brain in the table of the ranking. */
export interface RankingRow extends RankedScore {
  readonly known: Brain
  /** The grade of the year that was published; null where none was. */
  readonly published: Grade | null
  /** What each child of the card adds to the score. */
  readonly parts: readonly number[]
  /** Items of which nothing is known. */
  readonly missing: number
  /** Change of the score on the same month of the year before; null where one of them has no grade. */
  readonly change: number | null
}

/** The brains that a filter leaves, in the order of the ranking. Empty texts keep everybody. */
export function rankingRows(
  { cube }: FigureContext,
  view: ScoreView,
  before: ScoreView | null,
  { city, domain, batch }: Readonly<Record<string, string | undefined>>,
): readonly RankingRow[] {
  const partsIn = partsOf(view)
  const published = publishedGrades(cube, periodOf(view.period).year)
  const held = new Map(before?.ranking.map((row) => [row.brain, row]))
  return view.ranking.flatMap((row) => {
    const known = cube.byId.get(row.brain)
    if (!known) return []
    if (city && known.city !== city) return []
    if (domain && known.domain !== domain) return []
    if (batch && String(known.batch) !== batch) return []
    const old = held.get(row.brain)
    const isSame = row.grade !== null && old?.grade != null
    const change = isSame && row.score !== null && old.score !== null ? row.score - old.score : null
    return [
      { ...row, known, change, published: published.get(row.brain) ?? null, ...partsIn(row.brain) },
    ]
  })
}

/** The grades of a year that stand, by brain: of two the later. */
const publishedGrades = ({ events }: Cube, year: number): ReadonlyMap<string, Grade> =>
  new Map(
    events
      .filter((event) => event.kind === 'assessed' && event.year === year)
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .flatMap(({ brain, grade }) => (grade ? [[brain, grade] as const] : [])),
  )

/** What the children of a card add to the score of a brain, over the weights that are known. */
function partsOf({ card, frame }: ScoreView) {
  const at = new Map(frame.brains.map((brain, b) => [brain, b]))
  const childOf = leavesOf(card).map(({ item, groups }) =>
    card.children.findIndex(({ id }) => id === (groups[0]?.id ?? item.id)),
  )
  const size = frame.brains.length
  return (brain: string): Pick<RankingRow, 'parts' | 'missing'> => {
    const parts = card.children.map(() => 0)
    let [known, missing] = [0, 0]
    childOf.forEach((child, i) => {
      const points = frame.points[i * size + (at.get(brain) ?? 0)] ?? NaN
      const weight = frame.weights[i] ?? 0
      if (Number.isNaN(points)) missing += 1
      else {
        known += weight
        parts[child] = (parts[child] ?? 0) + weight * points
      }
    })
    return { parts: parts.map((part) => (known > 0 ? part / known : 0)), missing }
  }
}
