import { periodRange } from '../../../domain/period.ts'
import type { FigureContext } from '../../../figures/definition.ts'
import { timelineEnd } from '../../../figures/latest.ts'

const FIRST_MONTH = '2023-01'

/** Months that a page may show; none until the registry is there. */
export const monthsOf = (context: FigureContext | null): string[] =>
  context ? periodRange(FIRST_MONTH, timelineEnd(context)) : []
