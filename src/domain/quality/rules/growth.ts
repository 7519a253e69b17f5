import { samePeriodLastYear } from '../../period.ts'
import type { Ledger } from '../ledger.ts'
import { GROWTH_RELATIONS } from '../relations.ts'
import type { GrowthRelation } from '../relations.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

const MEMBERS = new Set(GROWTH_RELATIONS.flatMap(({ growth, flow }) => [growth, flow]))

function mismatch(cell: JudgedCell, ledger: Ledger, relation: GrowthRelation): Found[] {
  const { growth, flow, tolerance } = relation
  const { period, indicator } = cell
  const teller = [growth, flow].find((id) => ledger.isGiven(id, period))
  const base = samePeriodLastYear(period)
  const [now, before] = [ledger.value(flow, period), ledger.value(flow, base)]
  const told = ledger.value(growth, period)
  const [rate, amount] = [ledger.indicators.get(growth), ledger.indicators.get(flow)]
  if (teller !== indicator.id || !rate || !amount) return []
  if (told === null || now === null || before === null || before <= 0) return []
  const computed = 100 * (now / before - 1)
  if (Math.abs(told - computed) <= tolerance) return []
  const [own, of] = [namedFigure(told, rate), namedFigure(now, amount)]
  return [
    {
      text: {
        zh: `${period} ${own.zh}，而按现价${of.zh}与上年同期 ${before} 计算为 ${computed.toFixed(1)}%，相差超过 ${tolerance} 个百分点。`,
        en: `${period}: ${own.en}, but ${of.en} over ${before} a year before is ${computed.toFixed(1)}% at current prices: more than ${tolerance} points apart.`,
      },
      remedy: {
        zh: '核对增速与增加值（含上年同期数、可比价缩减）；属价格变动的，请说明。',
        en: 'Check the growth and both amounts (and the deflator); if prices explain it, say so.',
      },
      related: [relatedFigure(flow, base, before), relatedFigure(flow, period, now)],
    },
  ]
}

/** A reported growth that the reported amounts contradict. */
export const growth: QualityRule = {
  id: 'growth',
  severity: 'warn',
  name: { zh: '增速与总量不符', en: 'Growth contradicts the amounts' },
  rationale: {
    zh: '增加值增速按可比价，增加值按现价，两者之间是价格变动（全国 PPI 2021年10月同比曾达 13.5%），故相差 15 个百分点以上才提示；同价口径的增速容许 0.1 个百分点。',
    en: 'Growth is at comparable prices, the amounts at current ones; prices lie between (the national PPI once rose 13.5%, October 2021), so only a gap above 15 points is told. A growth at the same prices may differ by 0.1.',
  },
  source: {
    zh: '指标字典口径（可比价增速）；国家统计局 PPI；幅度为本系统约定',
    en: 'Definition of the growth (comparable prices); National Bureau of Statistics, PPI; gap by convention',
  },
  appliesTo: ({ id }) => MEMBERS.has(id),
  check: (cell, ledger) => GROWTH_RELATIONS.flatMap((relation) => mismatch(cell, ledger, relation)),
  examples: {
    passes: {
      report: {
        'cluster.valueAdded': { '2026-03': 22.4 },
        'cluster.valueAddedGrowth': { '2026-03': 7.9 },
      },
      history: { 'cluster.valueAdded': { '2025-03': 21.3 } },
    },
    fails: {
      report: {
        'cluster.valueAdded': { '2026-03': 22.4 },
        'cluster.valueAddedGrowth': { '2026-03': 79 },
      },
      history: { 'cluster.valueAdded': { '2025-03': 21.3 } },
    },
  },
}
