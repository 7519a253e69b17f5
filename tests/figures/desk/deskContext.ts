import { DEFAULT_SELECTION, selectBrains, type Selection } from '../../../src/domain/selection.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { DeskContext } from '../../../src/figures/desk/context.ts'
import { latestMonth } from '../../../src/figures/latest.ts'
import { scenario, type ScenarioId } from '../scenarios.ts'

/** What the explorer sees of a scenario under a selection; the second indicator is one that is simulated. */
export function deskOf(
  id: ScenarioId,
  selection: Partial<Selection> = {},
  locale: Locale = 'zh-CN',
): DeskContext {
  const base = scenario(id, locale)
  const chosen = { ...DEFAULT_SELECTION, versus: 'compute.racksInUse', ...selection }
  return {
    ...base,
    selection: chosen,
    brains: selectBrains(base.cube.brains, base.states, chosen),
    period: chosen.period ?? latestMonth(base),
  }
}
