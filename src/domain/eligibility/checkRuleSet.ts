import type { Indicator } from '../indicator.ts'
import type { RuleFault } from '../ruleFault.ts'
import { checkNeed, fault, type Path } from './checkNeed.ts'
import type { Need, RuleSet } from './ruleSet.ts'

/** Ids of the fact files' sources: S01. A notice that is not among them is named by its title. */
const SOURCE_ID = /^S\d+$/

/**
 * What is wrong with a rule set beyond its form: needs that cannot judge (checkNeed), ids twice, a statement that could
 * be a waiver, a source id that is none of `sources` (not given: not looked at). Empty for a set that can judge.
 */
export function checkRuleSet(
  set: RuleSet,
  indicators: ReadonlyMap<string, Indicator>,
  sources?: ReadonlySet<string>,
): readonly RuleFault[] {
  const placed = set.clauses.flatMap(({ need }, i) => walk(need, ['clauses', i, 'need']))
  return [
    ...repeated(
      set.clauses.map(({ id }, i) => ({ id, path: ['clauses', i, 'id'] })),
      'clause',
    ),
    ...repeated(
      placed.map(({ need, path }) => ({ id: need.id, path: [...path, 'id'] })),
      'need',
    ),
    ...placed.flatMap(({ need, path }) => idFaults(need, [...path, 'id'])),
    ...ambiguous(set, placed),
    ...placed.flatMap(({ need, path }) => checkNeed(need, path, indicators)),
    ...(sources ? sourceFaults(set, sources) : []),
  ]
}

const sourceFaults = (set: RuleSet, known: ReadonlySet<string>): RuleFault[] =>
  [
    { sources: set.sources, path: ['sources'] as Path },
    ...set.clauses.map(({ sources }, i) => ({ sources, path: ['clauses', i, 'sources'] as Path })),
  ].flatMap(({ sources, path }) =>
    sources.flatMap((id) =>
      SOURCE_ID.test(id) && !known.has(id)
        ? [
            fault(
              path,
              'unknownSource',
              { zh: `来源清单里没有“${id}”。`, en: `The list of sources has no "${id}".` },
              {
                zh: '核对编号；清单以外的文件写文件名称或文号。',
                en: 'Check the id; name a document outside the list by its title.',
              },
            ),
          ]
        : [],
    ),
  )

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

/** In a table «any:data/all:centre» names the groups of a need: what parts them stands in no id. */
function idFaults({ id }: Need, path: Path): readonly RuleFault[] {
  if (!/[:/]/.test(id)) return []
  return [
    fault(
      path,
      'needId',
      { zh: `要求编号“${id}”含有“:”或“/”。`, en: `The id "${id}" of a need holds ":" or "/".` },
      { zh: '改用“.”、“-”或“_”。', en: 'Use ".", "-" or "_" instead.' },
    ),
  ]
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
