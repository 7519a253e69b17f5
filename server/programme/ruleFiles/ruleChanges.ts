import type { RuleFileDryRun } from '../../../src/contract/index.ts'
import type { CellPlace, IntakeFinding } from '../../intake/intakeCell.ts'
import { RULE_FAULTS } from './ruleFaults.ts'
import type { RuleKind, RulePart } from './ruleKinds.ts'

type Change = RuleFileDryRun['entries'][number]

/** What an entry would change of what stands. */
export function changeOf<Entry>(
  kind: RuleKind<Entry>,
  standing: ReadonlyMap<string, Entry>,
  entry: Entry | null,
  findings: readonly IntakeFinding[],
): Change {
  if (entry === null) return { key: '', name: '', change: 'rejected' }
  const [key, name] = [kind.key(entry), kind.name(entry)]
  if (findings.some(({ severity }) => severity === 'block'))
    return { key, name, change: 'rejected' }
  const before = standing.get(key)
  if (before === undefined) return { key, name, change: 'added' }
  return { key, name, change: kind.same(before, entry) ? 'unchanged' : 'changed' }
}

interface Placed<Entry> {
  readonly entry: Entry
  readonly place: CellPlace
}

/**
 * What would vanish with a file, as it replaces each whole that it names (a year, a set, a card): the parts that it
 * leaves out. Blocked where it holds fewer than half of what stands, as a file of changed lines alone does.
 */
export function removals<Entry>(
  kind: RuleKind<Entry>,
  held: readonly Entry[],
  sent: readonly Placed<Entry>[],
): { readonly removed: readonly Change[]; readonly findings: readonly IntakeFinding[] } {
  const before = byWhole(kind, held)
  const after = byWhole(
    kind,
    sent.map(({ entry }) => entry),
  )
  const removed: Change[] = []
  const findings: IntakeFinding[] = []
  for (const [whole, parts] of after) {
    const stood = before.get(whole) ?? new Map<string, RulePart>()
    const gone = [...stood.values()].filter(({ key }) => !parts.has(key))
    removed.push(...gone.map((part): Change => ({ ...part, change: 'removed' })))
    const place = sent.find(({ entry }) => kind.whole(entry) === whole)?.place
    if (place && parts.size * 2 < stood.size)
      findings.push(RULE_FAULTS.mostGone(place, whole, stood.size, parts.size))
  }
  return { removed, findings }
}

type Parts = Map<string, RulePart>

function byWhole<Entry>(
  kind: RuleKind<Entry>,
  entries: readonly Entry[],
): ReadonlyMap<string, Parts> {
  const wholes = new Map<string, Parts>()
  for (const entry of entries) {
    const whole = kind.whole(entry)
    const parts = wholes.get(whole) ?? new Map<string, RulePart>()
    for (const part of kind.parts(entry)) parts.set(part.key, part)
    wholes.set(whole, parts)
  }
  return wholes
}
