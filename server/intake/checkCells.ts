import type { z } from 'zod/mini'

import type { ReportSubmission } from '../../src/contract/index.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { parsePeriod, periodEnd } from '../../src/domain/period.ts'
import type { LocalText } from '../../src/domain/text.ts'
import type { Finding } from '../http/problem.ts'
import type { CellWrite } from '../store/store.ts'
import { nearest } from './nearest.ts'
import { rackFindings } from './rackOrder.ts'

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
  return { findings: [...perCell, ...repeatedCells(cells), ...rackFindings(cells)], cells }
}

const toWrite = (cell: Cell, { brain, period, status }: CheckedSubmission): CellWrite => ({
  indicator: cell.indicator,
  period: cell.period ?? period,
  entity: brain,
  value: cell.value ?? null,
  absent: cell.absent ?? null,
  status,
})

const finding = (place: string, rule: string, zh: string, en: string): Finding => ({
  place,
  rule,
  remedy: { zh, en },
})

function cellFindings(cell: Cell, period: string, place: string, context: CellContext): Finding[] {
  const indicator = context.indicators.get(cell.indicator)
  if (!indicator) return [unknownIndicator(cell.indicator, place, context)]
  return [
    ...sourceFinding(indicator, place),
    ...unitFinding(cell, indicator, place),
    ...periodFindings(period, indicator, place, context.today),
    ...readingFindings(cell, indicator, place),
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

const CADENCE_TEXT = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  half: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
} as const

function periodFindings(
  period: string,
  indicator: Indicator,
  place: string,
  today: string,
): Finding[] {
  const parsed = parsePeriod(period)
  if (!parsed)
    return [
      finding(
        `${place}/period`,
        'period',
        '年份须在 1949 至 2100 之间。',
        'The year must lie between 1949 and 2100.',
      ),
    ]
  if (parsed.cadence !== indicator.cadence) {
    const { zh, en } = CADENCE_TEXT[indicator.cadence]
    return [
      finding(
        `${place}/period`,
        'cadence',
        `该指标按${zh}报送。`,
        `This indicator is reported by the ${en}.`,
      ),
    ]
  }
  const end = periodEnd(period)
  if (end <= today) return []
  return [
    finding(
      `${place}/period`,
      'futurePeriod',
      `${period} 要到 ${end} 才结束（今天 ${today}）；期满后再报。`,
      `${period} ends on ${end} (today is ${today}): report it after that.`,
    ),
  ]
}

function readingFindings(cell: Cell, indicator: Indicator, place: string): Finding[] {
  const { value, absent } = cell
  if ((value === undefined) === (absent === undefined))
    return [
      finding(
        place,
        'valueOrAbsent',
        '给出 value 或 absent 之一，且只给一个。',
        'Give either "value" or "absent", exactly one of them.',
      ),
    ]
  return value === undefined ? [] : valueFindings(value, indicator, `${place}/value`)
}

function valueFindings(value: number, { min, max, decimals }: Indicator, place: string): Finding[] {
  if (!Number.isFinite(value))
    return [finding(place, 'finite', '给出有限的数值。', 'Give a finite number.')]
  if (min !== undefined && value < min)
    return [finding(place, 'min', `不得小于 ${min}。`, `Must not be less than ${min}.`)]
  if (max !== undefined && value > max)
    return [finding(place, 'max', `不得大于 ${max}。`, `Must not be more than ${max}.`)]
  if (Math.abs(value) >= 1e15)
    return [
      finding(place, 'max', '数值过大，请核对单位。', 'The number is too large: check the unit.'),
    ]
  if (Number(value.toFixed(decimals)) === value) return []
  return [
    finding(
      place,
      'decimals',
      decimals === 0 ? '须为整数。' : `最多 ${decimals} 位小数。`,
      decimals === 0 ? 'Must be a whole number.' : `At most ${decimals} decimals.`,
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
