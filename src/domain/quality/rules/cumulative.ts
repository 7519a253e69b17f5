import { ordinal } from '../../period.ts'
import { lastOfYear } from '../history.ts'
import type { Ledger, Point } from '../ledger.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** The stored reading of the same year next after the cell that the report leaves as it is. */
function nextStored({ indicator, time }: JudgedCell, ledger: Ledger): Point | undefined {
  const now = ordinal(time)
  const next = ledger.series(indicator.id).find((point) => point.ordinal > now)
  const isOpen = next?.year === time.year && !ledger.isGiven(indicator.id, next.period)
  return isOpen ? next : undefined
}

function fall(cell: JudgedCell, other: Point, isLater: boolean, { reason }: Ledger): Found {
  const { indicator, period, value } = cell
  const [own, told] = [namedFigure(value, indicator), namedFigure(other.value, indicator)]
  return {
    ...(reason !== null && { severity: 'warn' as const }),
    text: {
      zh: `${period} ${own.zh}，${isLater ? '大于' : '小于'}${other.period} ${told.zh}；1月至本月累计数在年内不会减少。`,
      en: `${period}: ${own.en}, ${isLater ? 'more' : 'less'} than ${told.en} of ${other.period}; a figure cumulated from January does not fall within the year.`,
    },
    remedy: {
      zh: '核对是否误报当月数；确需核减的，一并修订前后各月并写明理由。',
      en: 'Check whether the month alone was given; for a real reduction revise the months around it too and state the reason.',
    },
    related: [relatedFigure(indicator.id, other.period, other.value)],
  }
}

/** A cumulative amount below that of an earlier month of the year. */
export const cumulative: QualityRule = {
  id: 'cumulative',
  severity: 'block',
  name: { zh: '累计数年内减少', en: 'Cumulative figure falls' },
  rationale: {
    zh: '累计量为1月至本月之和，各月不为负时只增不减；减少多因误报当月数。利润可因当月亏损而减少，不在此列。写明修订理由的，降为提示。',
    en: 'A sum from January on only grows while no month is negative; a fall mostly means that the month alone was given. Profit may fall by a loss and is left out. With a stated reason it is a warning.',
  },
  source: {
    zh: '指标字典：累计量；GB/T 36344—2018 数据质量评价指标：一致性',
    en: 'Dictionary: flows are cumulative; GB/T 36344-2018, consistency',
  },
  appliesTo: ({ kind, min }) => kind === 'flow' && min !== undefined && min >= 0,
  check: (cell, ledger) => {
    const before = lastOfYear(cell)
    const after = nextStored(cell, ledger)
    return [
      ...(before && cell.value < before.value ? [fall(cell, before, false, ledger)] : []),
      ...(after && cell.value > after.value ? [fall(cell, after, true, ledger)] : []),
    ]
  },
  examples: {
    passes: {
      report: { 'cluster.revenue': { '2026-02': 48 } },
      history: { 'cluster.revenue': { '2025-12': 320 } },
    },
    fails: {
      report: { 'cluster.revenue': { '2026-04': 31 } },
      history: { 'cluster.revenue': { '2026-02': 48, '2026-03': 79 } },
    },
  },
}
