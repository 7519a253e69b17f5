import type { z } from 'zod/mini'

import type { ReportSubmission } from '../../src/contract/index.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { judge } from '../../src/domain/quality/judge.ts'
import { rackOrder } from '../../src/domain/quality/rules/rackOrder.ts'
import type { LocalText } from '../../src/domain/text.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import type { CellWrite } from '../store/store.ts'
import { cadenceFindings, reportPeriodFindings } from './periodRules.ts'
import { nearest } from './nearest.ts'
import { readingFindings } from './readingRules.ts'

export type CheckedSubmission = z.output<typeof ReportSubmission>
type Cell = CheckedSubmission['cells'][number]

export interface CellContext {
  readonly indicators: ReadonlyMap<string, Indicator>
  /** The service's day (Asia/Shanghai): a period must have ended by then. */
  readonly today: string
}

export interface CheckedCells {
  readonly findings: readonly Finding[]
  readonly cells: readonly CellWrite[]
}

/** The rules of the indicator dictionary for every cell: all faults, not just the first. */
export function checkCells(submission: CheckedSubmission, context: CellContext): CheckedCells {
  const cells = submission.cells.map((cell) => toWrite(cell, submission))
  const perCell = submission.cells.flatMap((cell, i) =>
    cellFindings(cell, cell.period ?? submission.period, `/cells/${i}`, context),
  )
  const own = reportPeriodFindings(submission.period, '/period', context.today)
  const racks = rackFindings(cells, submission, context)
  const findings = [...own, ...perCell, ...repeatedCells(cells), ...racks]
  return { findings, cells }
}

const toWrite = (cell: Cell, { brain, period, status }: CheckedSubmission): CellWrite => ({
  indicator: cell.indicator,
  period: cell.period ?? period,
  entity: brain,
  value: cell.value ?? null,
  absent: cell.absent ?? null,
  status,
})

function cellFindings(cell: Cell, period: string, place: string, context: CellContext): Finding[] {
  const indicator = context.indicators.get(cell.indicator)
  if (!indicator) return [unknownIndicator(cell.indicator, place, context)]
  return [
    ...sourceFinding(indicator, place),
    ...unitFinding(cell, indicator, place),
    ...(cell.period === undefined
      ? []
      : reportPeriodFindings(period, `${place}/period`, context.today)),
    ...cadenceFindings(period, indicator, `${place}/period`),
    ...readingFindings(cell, period, indicator, place),
  ]
}

function unknownIndicator(id: string, place: string, { indicators }: CellContext): Finding {
  const close = nearest(id, indicators.keys())
  const hint: LocalText = close
    ? { zh: `是否指“${close}”？`, en: `Did you mean "${close}"?` }
    : { zh: '见指标字典。', en: 'See the indicator dictionary.' }
  return finding(
    `${place}/indicator`,
    'unknownIndicator',
    `没有指标“${id}”。${hint.zh}`,
    `There is no indicator "${id}". ${hint.en}`,
  )
}

function sourceFinding(indicator: Indicator, place: string): Finding[] {
  if (indicator.reportedFrom !== 'region') return []
  return [
    finding(
      `${place}/indicator`,
      'notReported',
      '该指标取自公开统计，不由产业大脑报送；请删除该项。',
      'This indicator comes from public statistics and is not reported by brains: remove the cell.',
    ),
  ]
}

function unitFinding({ unit }: Cell, indicator: Indicator, place: string): Finding[] {
  const expected = UNITS[indicator.unit]
  const accepted: readonly string[] = [indicator.unit, expected.zh, expected.en]
  if (accepted.includes(unit)) return []
  return [
    finding(
      `${place}/unit`,
      'unit',
      `单位应为“${expected.zh}”，收到“${unit}”；请换算数值后再报。`,
      `The unit is ${indicator.unit} (${expected.zh}), not "${unit}": convert the value first.`,
    ),
  ]
}

function repeatedCells(cells: readonly CellWrite[]): Finding[] {
  const first = new Map<string, number>()
  return cells.flatMap(({ indicator, period }, i) => {
    const key = `${indicator}|${period}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, i)
      return []
    }
    return [
      finding(
        `/cells/${i}`,
        'repeated',
        `与第 ${earlier + 1} 项重复（${indicator}，${period}）；只留一项。`,
        `The same cell as /cells/${earlier} (${indicator}, ${period}): keep one.`,
      ),
    ]
  })
}

/** The order of rack counts within the report; against what is stored it is judged by the quality gate. */
function rackFindings(
  cells: readonly CellWrite[],
  { brain, period, status, reason }: CheckedSubmission,
  { indicators }: CellContext,
): Finding[] {
  const input = {
    ...{ brain, period, status, cells, indicators, reason: reason ?? null },
    ...{ history: () => [], others: [] },
  }
  return judge(input, [rackOrder]).map((found) => {
    const at = cells.findIndex(
      (cell) => cell.indicator === found.indicator && cell.period === found.period,
    )
    return {
      place: `/cells/${at}/value`,
      rule: found.rule,
      remedy: {
        zh: `${found.text.zh}${found.remedy.zh}`,
        en: `${found.text.en} ${found.remedy.en}`,
      },
    }
  })
}
