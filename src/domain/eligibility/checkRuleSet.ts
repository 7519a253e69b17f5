import type { Indicator } from '../indicator.ts'
import type { RuleFault } from '../ruleFault.ts'
import type { LocalText } from '../text.ts'
import type { Need, RuleSet } from './ruleSet.ts'

type Path = readonly (string | number)[]

const fault = (path: Path, rule: string, text: LocalText, remedy: LocalText): RuleFault => ({
  ...{ path, rule, text, remedy },
})

/**
 * What is wrong with a rule set beyond its form: an unknown indicator, a threshold that is missing though the basis
 * asks for one, a floor above it, counts that can never be met, ids twice, a statement that could be a waiver. Empty for a set that can judge.
 */
export function checkRuleSet(
  set: RuleSet,
  indicators: ReadonlyMap<string, Indicator>,
): readonly RuleFault[] {
  const placed = set.clauses.flatMap(({ need }, i) => walk(need, ['clauses', i, 'need']))
  return [
    ...repeated(
      set.clauses.map(({ id }, i) => ({ id, path: ['clauses', i, 'id'] })),
      'clause',
    ),
    ...repeated(
      placed
        .filter(({ need }) => need.kind !== 'all' && need.kind !== 'any')
        .map(({ need, path }) => ({ id: need.id, path: [...path, 'id'] })),
      'need',
    ),
    ...ambiguous(set, placed),
    ...placed.flatMap(({ need, path }) => faultsOf(need, path, indicators)),
  ]
}

interface Placed {
  readonly need: Need
  readonly path: Path
}

const walk = (need: Need, path: Path): readonly Placed[] => [
  { need, path },
  ...(need.kind === 'all' || need.kind === 'any'
    ? need.of.flatMap((part, i) => walk(part, [...path, 'of', i]))
    : []),
]

function repeated(
  items: readonly { readonly id: string; readonly path: Path }[],
  what: 'clause' | 'need',
): RuleFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      fault(
        path,
        what === 'clause' ? 'repeatedClause' : 'repeatedNeed',
        { zh: `编号“${id}”出现两次。`, en: `The id "${id}" stands twice.` },
        { zh: '每条各用一个编号。', en: 'Give each its own id.' },
      ),
    ]
  })
}

/** Statements name needs and waived clauses alike: one id may not be both. */
function ambiguous({ clauses }: RuleSet, placed: readonly Placed[]): readonly RuleFault[] {
  const waivable = new Set(clauses.flatMap((clause) => (clause.waivable ? [clause.id] : [])))
  return placed.flatMap(({ need, path }) =>
    need.kind === 'statement' && waivable.has(need.id)
      ? [
          fault(
            [...path, 'id'],
            'ambiguousStatement',
            {
              zh: `说明“${need.id}”与可豁免条款同编号。`,
              en: `The statement "${need.id}" bears the id of a clause that may be waived.`,
            },
            { zh: '为说明另取编号。', en: 'Give the statement another id.' },
          ),
        ]
      : [],
  )
}

function faultsOf(
  need: Need,
  path: Path,
  indicators: ReadonlyMap<string, Indicator>,
): readonly RuleFault[] {
  switch (need.kind) {
    case 'reading': {
      const known = indicators.get(need.indicator)
      if (!known) return [unknownIndicator([...path, 'indicator'], need.indicator)]
      return [
        ...(need.least === null ? [missingThreshold([...path, 'least'], need.indicator)] : []),
        ...basisFaults(need.basis, known, path),
        ...floorFaults(need.least, need.floor, path),
      ]
    }
    case 'count':
      return [
        ...need.indicators.flatMap((id) =>
          indicators.has(id) ? [] : [unknownIndicator([...path, 'indicators'], id)],
        ),
        ...(need.least > need.indicators.length
          ? [
              fault(
                [...path, 'least'],
                'neverMet',
                {
                  zh: `要求 ${need.least} 项，只列了 ${need.indicators.length} 项指标，永远不能满足。`,
                  en: `It asks for ${need.least} of ${need.indicators.length} indicators and can never be met.`,
                },
                { zh: '减少项数，或补列指标。', en: 'Ask for fewer, or name more indicators.' },
              ),
            ]
          : []),
      ]
    default:
      return []
  }
}

const unknownIndicator = (path: Path, id: string): RuleFault =>
  fault(
    path,
    'unknownIndicator',
    { zh: `指标字典里没有“${id}”。`, en: `The dictionary has no indicator "${id}".` },
    {
      zh: '取指标字典中的编号，如 cluster.revenue。',
      en: 'Use an id of the dictionary such as cluster.revenue.',
    },
  )

const missingThreshold = (path: Path, id: string): RuleFault =>
  fault(
    path,
    'missingThreshold',
    { zh: `“${id}”没有门槛数值。`, en: `"${id}" has no threshold.` },
    {
      zh: '填写下限；通知未定数值的，改为“说明”（statement）。',
      en: 'Give "least"; where the notice names no number make it a statement.',
    },
  )

/** A year's sum is known of flows alone. */
function basisFaults(
  basis: 'lastYear' | 'latest',
  { kind, id }: Indicator,
  path: Path,
): readonly RuleFault[] {
  if (basis !== 'lastYear' || kind === 'flow') return []
  return [
    fault(
      [...path, 'basis'],
      'basis',
      {
        zh: `“${id}”不是累计量，没有“上一年度”合计。`,
        en: `"${id}" is no cumulative flow and has no sum of the year before.`,
      },
      { zh: '取数改为 latest（最近值）。', en: 'Use the basis "latest".' },
    ),
  ]
}

function floorFaults(least: number | null, floor: number | null, path: Path): readonly RuleFault[] {
  if (least === null || floor === null || floor <= least) return []
  return [
    fault(
      [...path, 'floor'],
      'floorAboveLeast',
      { zh: `放宽至 ${floor} 高于门槛 ${least}。`, en: `The floor ${floor} lies above ${least}.` },
      { zh: '放宽后的下限不得高于门槛。', en: 'Relax to a value below the threshold.' },
    ),
  ]
}
