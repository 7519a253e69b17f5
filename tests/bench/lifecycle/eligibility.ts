import { evidenceOf } from '../../../src/domain/eligibility/evidence.ts'
import { judge } from '../../../src/domain/eligibility/judge.ts'
import { judgeAll, verdictAt } from '../../../src/domain/eligibility/judgeAll.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import {
  eligibilityView,
  type EligibilityView,
} from '../../../src/figures/programme/eligibilityView.ts'
import { budget, calibrate, time, type Budget } from '../harness.ts'
import { BRAINS, eligibilityWorld } from './eligibilityWorld.ts'

const [set] = NOTICES
const SAMPLE = 40

/** Eligibility of 5,000 brains under the longest rule set: read from the cube, and judged alone. */
export function eligibilityBudgets(): readonly Budget[] {
  if (!set) throw new Error('no rule set')
  const scale = calibrate()
  const context = eligibilityWorld(set)
  const viewed = (): EligibilityView => {
    const cube = { ...context.cube }
    const view = eligibilityView({ ...context, cube }, set.batch, 2026)
    if (!view) throw new Error('no view')
    return view
  }
  const view = viewed()
  assertSound(view)
  const judged = scale * time(() => judgeAll(set, view.frame), 20)
  return [
    budget('eligibility of 5,000 brains under one rule set, ms', judged, 20),
    budget('the same with everything read from the cube, ms', scale * time(viewed), 150),
  ]

  /** The fast way and the explained one agree on a sample, and every verdict that can be is there. */
  function assertSound({ frame, time: when, outcomes }: EligibilityView): void {
    const statements = context.programme?.statements ?? []
    for (let b = 0; b < BRAINS; b += BRAINS / SAMPLE) {
      const evidence = evidenceOf(context.cube, statements, frame.brains[b] ?? '', when)
      if (set && judge(set, evidence).verdict !== verdictAt(outcomes.whole, b))
        throw new Error(`brain ${b} is judged otherwise alone`)
    }
    if (new Set(outcomes.whole).size < 3) throw new Error('the world is too plain')
  }
}
