import { selectionContribution } from './selectionContribution.ts'
import { selectionMap } from './selectionMap.ts'
import { selectionMultiples } from './selectionMultiples.ts'
import { selectionRanking } from './selectionRanking.ts'
import { selectionScatter } from './selectionScatter.ts'
import { selectionTable } from './selectionTable.ts'
import { selectionTrend } from './selectionTrend.ts'
import type { DeskFigure } from './context.ts'

/** The panels of the explorer. To add one: a file, a line here and its test. */
export const DESK_FIGURES: readonly DeskFigure[] = [
  selectionMap,
  selectionRanking,
  selectionTrend,
  selectionScatter,
  selectionMultiples,
  selectionContribution,
  selectionTable,
]
