import { brainAssessments } from './assessmentTable.ts'
import type { BrainFigure } from './brainFigure.ts'
import { brainCapacity } from './capacity.ts'
import { brainIndicatorTable } from './indicatorTable.ts'
import { brainLifecycle } from './lifecycle.ts'
import { brainPlatforms } from './platforms.ts'
import { brainThresholds } from './thresholds.ts'

/** The panels of a profile beside its tiles and trends. To add one: a file, a line here and its test. */
export const BRAIN_FIGURES: readonly BrainFigure[] = [
  brainLifecycle,
  brainThresholds,
  brainCapacity,
  brainPlatforms,
  brainAssessments,
  brainIndicatorTable,
]
