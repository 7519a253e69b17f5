import { report } from './harness.ts'
import { assessmentBudgets } from './lifecycle/assessment.ts'
import { eligibilityBudgets } from './lifecycle/eligibility.ts'
import { replayBench } from './lifecycle/replayBench.ts'
import { whatIfBudgets } from './lifecycle/whatIf.ts'

report('lifecycle', [
  ...replayBench(),
  ...eligibilityBudgets(),
  ...whatIfBudgets(),
  ...assessmentBudgets(),
])
