import type { Ledger } from '../ledger.ts'
import { TRIAD } from '../relations.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** Value added over output value or revenue beyond which the figures were probably swapped. */
const HIGHEST_SHARE = 0.6

/** Output value over revenue below which value added was probably given for it. */
const LOWEST_OUTPUT = 0.4

const IDS: readonly string[] = Object.values(TRIAD)

const OTHER_REMEDY = {
  zh: '三者口径不同：营业收入是收入，总产值是产量乘价格，增加值是总产值扣除中间投入。请逐项核对。',
  en: 'They are three things: revenue is what was received, output value is output at its price, value added is output less what was bought in. Check each.',
} as const

/** A pair of the three that cannot both be right; `why` as a clause. */
function doubt(left: string, right: string, low: number, high: number) {
  if (low === high) return { zh: '两数完全相同', en: 'both figures are the same' }
  const isAdded = left === TRIAD.valueAdded
  const share = low / high
  if (isAdded && share > HIGHEST_SHARE)
    return {
      zh: `增加值占其 ${(share * 100).toFixed(0)}%，通常不到 ${HIGHEST_SHARE * 100}%`,
      en: `value added is ${(share * 100).toFixed(0)}% of it, usually less than ${HIGHEST_SHARE * 100}%`,
    }
  if (left === TRIAD.outputValue && right === TRIAD.revenue && share < LOWEST_OUTPUT)
    return {
      zh: `总产值只有营业收入的 ${(share * 100).toFixed(0)}%，是否填成增加值`,
      en: `output is only ${(share * 100).toFixed(0)}% of revenue: is it value added`,
    }
  return null
}

/** The three pairs, the one that should be smaller (or doubted) first. */
const PAIRS = [
  [TRIAD.valueAdded, TRIAD.outputValue],
  [TRIAD.valueAdded, TRIAD.revenue],
  [TRIAD.outputValue, TRIAD.revenue],
] as const

function doubtOf(
  cell: JudgedCell,
  ledger: Ledger,
  [left, right]: readonly [string, string],
): Found[] {
  const { period } = cell
  const teller = ledger.isGiven(left, period) ? left : right
  const [low, high] = [ledger.value(left, period), ledger.value(right, period)]
  const other = teller === left ? right : left
  const indicator = ledger.indicators.get(other)
  if (teller !== cell.indicator.id || !indicator || !low || !high) return []
  const why = doubt(left, right, low, high)
  if (!why) return []
  const value = other === left ? low : high
  const [own, told] = [namedFigure(cell.value, cell.indicator), namedFigure(value, indicator)]
  return [
    {
      text: {
        zh: `${period} ${own.zh}，${told.zh}：${why.zh}。`,
        en: `${period}: ${own.en}, ${told.en}: ${why.en}.`,
      },
      remedy: OTHER_REMEDY,
      related: [relatedFigure(other, period, value)],
    },
  ]
}

/** Revenue, output value and value added taken for each other. */
export const confusion: QualityRule = {
  id: 'confusion',
  severity: 'warn',
  name: { zh: '营业收入、产值、增加值混淆', en: 'Revenue, output, value added confused' },
  rationale: {
    zh: '同一集群三数不会完全相等；增加值率通常为 20%—30%，高于 60% 的极少；总产值低于营业收入四成的，多为填成增加值。',
    en: 'The three never agree exactly; value added is mostly 20–30% of output and hardly ever above 60%; output below 40% of revenue is mostly value added in the wrong place.',
  },
  source: {
    zh: '指标字典口径（营业收入“不等于产值、增加值”）；比例为本系统约定',
    en: 'Definitions of the dictionary (revenue “is not output value or value added”); shares by convention',
  },
  appliesTo: ({ id }) => IDS.includes(id),
  check: (cell, ledger) => PAIRS.flatMap((pair) => doubtOf(cell, ledger, pair)),
  examples: {
    passes: {
      report: {
        'cluster.revenue': { '2026-03': 92 },
        'cluster.outputValue': { '2026-03': 89.5 },
        'cluster.valueAdded': { '2026-03': 21.3 },
      },
    },
    fails: {
      report: {
        'cluster.revenue': { '2026-03': 92 },
        'cluster.outputValue': { '2026-03': 92 },
        'cluster.valueAdded': { '2026-03': 21.3 },
      },
    },
  },
}
