import type { DryRunAnswer } from '../../stores/intake.ts'

/** Why a file cannot be handed in yet, in the order in which a reporter goes about it. */
export interface Hindrance {
  readonly kind: 'known' | 'blocked' | 'nothingNew' | 'unanswered' | 'reason'
  /** Faults, warnings or cells that it is about. */
  readonly count: number
}

/** What keeps a judged file from being handed in; nothing where the button may be pressed. */
export function hindrances(
  { known, findings, counts, needs }: DryRunAnswer,
  answers: ReadonlyMap<string, string>,
  reason: string,
): readonly Hindrance[] {
  if (known && known.state !== 'draft') return [{ kind: 'known', count: 1 }]
  const blocks = findings.filter(({ severity }) => severity === 'block').length
  if (blocks > 0) return [{ kind: 'blocked', count: blocks }]
  if (counts.added + counts.revised === 0) return [{ kind: 'nothingNew', count: counts.unchanged }]
  const open = needs.answers.filter((id) => !answers.get(id)?.trim()).length
  return [
    ...(open > 0 ? [{ kind: 'unanswered' as const, count: open }] : []),
    ...(needs.reason && !reason.trim() ? [{ kind: 'reason' as const, count: counts.revised }] : []),
  ]
}
