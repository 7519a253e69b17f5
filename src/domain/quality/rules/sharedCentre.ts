import type { Ledger } from '../ledger.ts'
import { COUNTED_ONCE } from '../relations.ts'
import type { JudgedCell, QualityRule } from '../rule.ts'

/** Own rack figures of the period; null while one of them is missing or zero. */
function ownFigures({ period }: JudgedCell, ledger: Ledger): ReadonlyMap<string, number> | null {
  const own = new Map(COUNTED_ONCE.map((id) => [id, ledger.value(id, period) ?? 0]))
  return [...own.values()].every((value) => value > 0) ? own : null
}

/** Brains whose rack figures of the period all equal one's own. */
function twins(cell: JudgedCell, ledger: Ledger): readonly string[] {
  const own = ownFigures(cell, ledger)
  if (!own) return []
  const equal = new Map<string, number>()
  for (const { brain, indicator, period, value } of ledger.others)
    if (period === cell.period && own.get(indicator) === value)
      equal.set(brain, (equal.get(brain) ?? 0) + 1)
  return [...equal].filter(([, count]) => count === COUNTED_ONCE.length).map(([brain]) => brain)
}

/** One data centre that two brains of a city report. */
export const sharedCentre: QualityRule = {
  id: 'sharedCentre',
  severity: 'warn',
  name: { zh: '同一数据中心两脑重复', en: 'One centre counted twice' },
  rationale: {
    zh: '同市两家大脑同期的规划、建成机架数一架不差，多为同一数据中心；合计会重复。是哪一家，仅告知有权查看者。',
    en: 'Two brains of a city with the same racks planned and built, to the rack, mostly share one centre, which totals then count twice. Which brain it is, only those entitled are told.',
  },
  source: {
    zh: '指标字典口径（共用数据中心时合计可能重复）；GB/T 36344—2018：准确性',
    en: 'Definitions of the dictionary (shared centres count twice); GB/T 36344-2018, accuracy',
  },
  appliesTo: ({ id }) => COUNTED_ONCE.includes(id),
  check: (cell, ledger) => {
    const { indicator, period, value } = cell
    const teller = COUNTED_ONCE.findLast((id) => ledger.isGiven(id, period))
    const brains = teller === indicator.id ? twins(cell, ledger) : []
    if (!brains.length) return []
    return [
      {
        text: {
          zh: `${period} 规划、建成机架数与同市另外 ${brains.length} 家大脑所报完全相同：是否同一数据中心？`,
          en: `${period}: racks planned and built equal those of ${brains.length} other brain(s) of the city: is it the same data centre?`,
        },
        remedy: {
          zh: '共用的数据中心请按分摊数填报，或注明“共用”，合计时可剔除重复。',
          en: 'Report your share of a shared centre, or note that it is shared, so that totals can leave it out once.',
        },
        related: brains.map((brain) => ({ indicator: indicator.id, period, value, brain })),
      },
    ]
  },
  examples: {
    passes: {
      report: {
        'compute.racksPlanned': { '2026-03': 1200 },
        'compute.racksBuilt': { '2026-03': 860 },
      },
      others: [
        { brain: 'other', indicator: 'compute.racksPlanned', period: '2026-03', value: 1200 },
        { brain: 'other', indicator: 'compute.racksBuilt', period: '2026-03', value: 900 },
      ],
    },
    fails: {
      report: {
        'compute.racksPlanned': { '2026-03': 1200 },
        'compute.racksBuilt': { '2026-03': 860 },
      },
      others: [
        { brain: 'other', indicator: 'compute.racksPlanned', period: '2026-03', value: 1200 },
        { brain: 'other', indicator: 'compute.racksBuilt', period: '2026-03', value: 860 },
      ],
    },
  },
}
