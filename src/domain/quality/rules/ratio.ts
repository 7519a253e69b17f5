import type { Ledger } from '../ledger.ts'
import { RATIO_RELATIONS } from '../relations.ts'
import type { RatioRelation } from '../relations.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** Percentage points by which a printed rate may miss its two printed figures. */
const TOLERANCE = 0.1

const MEMBERS = new Set(RATIO_RELATIONS.flatMap(({ rate, top, bottom }) => [rate, top, bottom]))

function mismatch(cell: JudgedCell, ledger: Ledger, { rate, top, bottom }: RatioRelation): Found[] {
  const { period, indicator } = cell
  const teller = [rate, top, bottom].find((id) => ledger.isGiven(id, period))
  const told = ledger.value(rate, period)
  const [above, below] = [ledger.value(top, period), ledger.value(bottom, period)]
  const of = ledger.indicators.get(rate)
  if (teller !== indicator.id || !of || told === null || above === null || !below) return []
  const computed = (100 * above) / below
  if (Math.abs(told - computed) <= TOLERANCE + 1e-9) return []
  const own = namedFigure(told, of)
  const parts = [top, bottom].map((id) => ledger.indicators.get(id)?.name)
  return [
    {
      text: {
        zh: `${period} ${own.zh}，按${parts[0]?.zh} ${above} ÷ ${parts[1]?.zh} ${below} 应为 ${computed.toFixed(of.decimals)}%。`,
        en: `${period}: ${own.en}, but ${parts[0]?.en} ${above} ÷ ${parts[1]?.en} ${below} gives ${computed.toFixed(of.decimals)}%.`,
      },
      remedy: {
        zh: '三数口径与期间须一致：改正其中有误的一项，或说明口径差异。',
        en: 'All three speak of the same things and months: correct the wrong one, or say how they differ.',
      },
      related: [
        relatedFigure(rate, period, told),
        relatedFigure(top, period, above),
        relatedFigure(bottom, period, below),
      ].filter((entry) => entry.indicator !== indicator.id),
    },
  ]
}

/** A rate that does not follow from the two figures it is made of. */
export const ratio: QualityRule = {
  id: 'ratio',
  severity: 'warn',
  name: { zh: '比率与分子分母不符', en: 'Rate does not match its parts' },
  rationale: {
    zh: '口径写明为两项之比的（上架率、营业收入利润率、研发强度、转型覆盖率），与所报分子分母相差不应超过 0.1 个百分点。未在本次报送的取已存数。',
    en: 'A rate defined as one reported figure over another lies within 0.1 points of what they give. What the report leaves out is taken as stored.',
  },
  source: {
    zh: '指标字典口径；GB/T 36344—2018：一致性',
    en: 'Definitions of the dictionary; GB/T 36344-2018, consistency',
  },
  appliesTo: ({ id }) => MEMBERS.has(id),
  check: (cell, ledger) => RATIO_RELATIONS.flatMap((relation) => mismatch(cell, ledger, relation)),
  examples: {
    passes: {
      report: {
        'compute.racksInUse': { '2026-03': 613 },
        'compute.racksBuilt': { '2026-03': 900 },
        'compute.rackUtilisation': { '2026-03': 68.1 },
      },
    },
    fails: {
      report: {
        'compute.racksInUse': { '2026-03': 613 },
        'compute.racksBuilt': { '2026-03': 900 },
        'compute.rackUtilisation': { '2026-03': 71.6 },
      },
    },
  },
}
