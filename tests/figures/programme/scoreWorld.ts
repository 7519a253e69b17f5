import { creditOf } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import { indicatorsOf } from '../../../src/figures/programme/scoreMeaning.ts'
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
