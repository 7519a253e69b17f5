import { compareOutcomes } from '../../../src/domain/eligibility/judgeAll.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import { noChange, type Scenario } from '../../../src/domain/eligibility/scenario.ts'
import { eligibilityView, withScenario } from '../../../src/figures/programme/eligibilityView.ts'
import { whatIfChanges } from '../../../src/figures/programme/whatIfChanges.ts'
import { whatIfComparison } from '../../../src/figures/programme/whatIfComparison.ts'
import { whatIfCounts } from '../../../src/figures/programme/whatIfCounts.ts'
import { whatIfMap } from '../../../src/figures/programme/whatIfMap.ts'
import { budget, type Budget } from '../harness.ts'
import { eligibilityWorld } from './eligibilityWorld.ts'

const [set] = NOTICES
const STEPS = 200

/**
 * A hand draws a threshold over its whole range: what each step costs us, all panels of the page together, in time of
 * this thread on a processor.
 */
export function whatIfBudgets(): readonly Budget[] {
  if (!set) throw new Error('no rule set')
  const context = eligibilityWorld(set)
  const view = eligibilityView(context, set.batch, 2026)
  if (!view) throw new Error('no view')
  const other = withScenario(view, { ...noChange(set.batch), without: new Set(['integrity']) })
  const moved = new Set<number>()

  function step(least: number): void {
    const scenario: Scenario = { ...noChange(2023), least: new Map([['revenue', least]]) }
    const tried = withScenario(view ?? other, scenario)
    const { entering, leaving } = compareOutcomes(tried.outcomes, tried.tried)
    moved.add(entering.length - leaving.length)
    whatIfCounts(context, tried)
    whatIfMap(context, tried)
    whatIfChanges(context, tried)
    whatIfComparison(context, tried, other)
  }

  for (let i = 0; i < 20; i++) step(i * 12)
  const costs = Array.from({ length: STEPS }, (_, i) => {
    const before = process.threadCpuUsage()
    step((300 * i) / STEPS)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  if (moved.size < STEPS / 4) throw new Error('the threshold moves nobody')
  const p95 = costs[Math.floor(STEPS * 0.95)] ?? NaN
  return [budget('what-if drag over 5,000 brains, own work p95, CPU ms', p95, 16)]
}
