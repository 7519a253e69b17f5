import { creditOf } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import { REPORTED_INDICATORS } from '../../src/domain/catalogue/index.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { FigureContext } from '../../src/figures/definition.ts'
import { contextOf, FACTS } from './scenarios.ts'
import { filled } from './simulatedSlices.ts'
import type { World } from './world.ts'

let world: World | null = null

/** Twenty simulated brains with every reported indicator: what the pages of the desk load. */
export function fullScenario(locale: Locale = 'zh-CN'): FigureContext {
  world ??= make()
  return contextOf(world, locale)
}

function make(): World {
  const { simulation, slices } = filled(scenarioFor(20, 9), () => true, REPORTED_INDICATORS)
  const { scenario, brains, events } = simulation
  return { ...FACTS, space: 'demo', credit: creditOf(scenario), brains, events, slices }
}
