import type { IntakeFindingEntry } from '../../src/contract/index.ts'
import type { Finding } from '../http/problem.ts'
import { checkCells } from './checkCells.ts'
import type { CellContext, CheckedSubmission } from './checkCells.ts'
import { faultText } from './dictionaryWords.ts'
import { NO_PLACE } from './intakeCell.ts'
import type { IntakeCell } from './intakeCell.ts'

/** A finding that has not got its id yet. */
export type Unnamed = Omit<IntakeFindingEntry, 'id'>

interface Asked {
  readonly brain: string
  readonly period: string
  readonly status: 'preliminary' | 'final'
  readonly cells: readonly IntakeCell[]
}

/** What the indicator dictionary says of the cells of a file, each fault at its cell; all of them block. */
export function dictionaryFindings(asked: Asked, context: CellContext): readonly Unnamed[] {
  const { findings } = checkCells(submissionOf(asked, context), context)
  return findings.map((finding) => placed(finding, asked.cells, context))
}

function submissionOf(
  { brain, period, status, cells }: Asked,
  { indicators }: CellContext,
): CheckedSubmission {
  return {
    ...{ brain, period, status, by: brain },
    cells: cells.map((cell) => ({
      indicator: cell.indicator,
      period: cell.period,
      // The reader has put the unit right or refused the cell.
      unit: indicators.get(cell.indicator)?.unit ?? '',
      ...(cell.value === null ? {} : { value: cell.value }),
      ...(cell.absent === null ? {} : { absent: cell.absent }),
    })),
  }
}

function placed(
  { place, rule, remedy }: Finding,
  cells: readonly IntakeCell[],
  { indicators }: CellContext,
): Unnamed {
  const cell = cells[Number(/^\/cells\/(\d+)/.exec(place)?.[1] ?? -1)]
  const severity = 'block' as const
  if (!cell)
    return {
      ...{ place: NO_PLACE, rule, severity, indicator: null, period: null, remedy },
      text: { zh: '整份报送不能接受。', en: 'The report as a whole cannot be taken.' },
    }
  const { indicator, period } = cell
  const text = faultText(rule, cell, indicators.get(indicator) ?? null)
  return { place: cell.place, rule, severity, indicator, period, text, remedy }
}
