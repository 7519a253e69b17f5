import { creditOf } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { recordedItems } from '../../../src/domain/assessment/score.ts'
import type { ScoreRecord } from '../../../src/domain/assessment/scoreRecord.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import { indicatorsOf } from '../../../src/figures/programme/scoreMeaning.ts'
import { scoreIn, type ScoreView } from '../../../src/figures/programme/scoreView.ts'
import { contextOf } from '../scenarios.ts'
import { filled } from '../simulatedSlices.ts'
import type { World } from '../world.ts'

const read = new Set(indicatorsOf({ card: demoCard }))
let world: World | null = null

/** The demo with every indicator that the product's own card scores by. */
export function scoreContext(locale: Locale = 'zh-CN', more: Partial<World> = {}): FigureContext {
  world ??= make()
  return contextOf({ ...world, ...more }, locale)
}

function make(): World {
  const indicators = REPORTED_INDICATORS.filter(({ id }) => read.has(id))
  const { simulation, slices } = filled(SCENARIOS.default, () => true, indicators)
  const { scenario, brains, events } = simulation
  return { space: 'demo', credit: creditOf(scenario), brains, events, slices }
}

/** The stored score of a brain; the second version judges 组织推进 on a document. */
export function storedScore(
  context: FigureContext,
  view: ScoreView,
  brain: string,
  version: number,
): ScoreRecord {
  const result = scoreIn(context, view, brain)
  const { score, coverage, grade } = result
  return {
    ...{ brain, year: 2026, version, card: 'demo', cardVersion: 0, period: view.period },
    items: recordedItems(result).map((item) =>
      item.item === 'organisation' && version > 1
        ? { ...item, points: 90, document: '核查单2' }
        : item,
    ),
    ...{ score, coverage, grade, published: false },
    ...{ by: '考核员', at: '2026-11-20T08:30:00Z', reason: version > 1 ? '补充佐证' : null },
  }
}
