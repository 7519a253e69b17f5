import type { Indicator } from '../../indicator.ts'
import { SINCE_START } from '../relations.ts'
import { slackOf } from '../slack.ts'
import type { QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** Share of a stock that may go from one reading to the next. */
const TOLERATED = 0.2

const toleratedFall = (indicator: Indicator, from: number): number =>
  SINCE_START.includes(indicator.id) ? 0 : Math.max(TOLERATED * from, slackOf(indicator, from))

/** A stock that lost more than a fifth since its last reading. */
export const fallingStock: QualityRule = {
  id: 'fallingStock',
  severity: 'warn',
  name: { zh: '时点量骤降', en: 'Stock falls' },
  rationale: {
    zh: '机架、企业、数据量等存量一期减少超过 20% 少见（小数目另留余量）；“自建设起”累计的服务企业数不会减少。',
    en: 'Racks, firms or data seldom lose more than 20% in one period (small counts have slack); firms served since the start never fall.',
  },
  source: {
    zh: '本系统约定（20%）；指标字典口径（自建设起）',
    en: 'Convention (20%); definition of firms served (since the start)',
  },
  appliesTo: ({ kind }) => kind === 'stock',
  unable: ({ before }) => (before.length ? null : { zh: '无历史数据', en: 'no earlier reading' }),
  check: ({ indicator, period, value, before }) => {
    const last = before.at(-1)
    if (!last || last.value - value <= toleratedFall(indicator, last.value)) return []
    const [own, told] = [namedFigure(value, indicator), namedFigure(last.value, indicator)]
    const share = ((100 * (last.value - value)) / last.value).toFixed(1)
    return [
      {
        text: {
          zh: `${period} ${own.zh}，比 ${last.period}（${told.zh}）减少 ${share}%。`,
          en: `${period}: ${own.en}, ${share}% less than in ${last.period} (${told.en}).`,
        },
        remedy: {
          zh: '核对是否误报本期新增数；确因停用、退出或调整口径的，请说明。',
          en: 'Check whether only the additions were given; if something was closed, left or redefined, say so.',
        },
        related: [relatedFigure(indicator.id, last.period, last.value)],
      },
    ]
  },
  yieldsTo: ['sign', 'range', 'zero', 'unitSlip'],
  examples: {
    passes: {
      report: { 'compute.racksBuilt': { '2026-04': 860 } },
      history: { 'compute.racksBuilt': { '2026-03': 900 } },
    },
    fails: {
      report: { 'compute.racksBuilt': { '2026-04': 520 } },
      history: { 'compute.racksBuilt': { '2026-03': 900 } },
    },
  },
}
