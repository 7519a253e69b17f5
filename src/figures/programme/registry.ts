import type { FigureDefinition } from '../definition.ts'
import { ASSESSMENT_FIGURES } from './assessmentFigures.ts'
import { caseTable } from './caseTable.ts'
import { conflictTable } from './conflictTable.ts'
import { deadlineTable } from './deadlineTable.ts'
import { lifecycleBoard } from './lifecycleBoard.ts'
import { ruleDifferences } from './ruleDifferences.ts'

/** Figures of the pages of the programme. To add one: a file, a line here and its test. */
export const PROGRAMME_FIGURES: readonly FigureDefinition[] = [
  deadlineTable,
  lifecycleBoard,
  caseTable,
  ...ASSESSMENT_FIGURES,
  conflictTable,
  ruleDifferences,
]
