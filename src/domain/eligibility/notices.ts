import { NOTICE_2023 } from './notices/notice2023.ts'
import { NOTICE_2024 } from './notices/notice2024.ts'
import { NOTICE_2025 } from './notices/notice2025.ts'
import type { RuleSet } from './ruleSet.ts'

/** The rule sets of the three calls, as far as they are public (S01, S03, S08). Later amendments are imported. */
export const NOTICES: readonly RuleSet[] = [NOTICE_2023, NOTICE_2024, NOTICE_2025]

/** The rule sets that hold: imported ones take the place of ours of the same batch. By batch, ascending. */
export function overlaidRuleSets(imported: readonly RuleSet[]): readonly RuleSet[] {
  const sets = new Map([...NOTICES, ...imported].map((set) => [set.batch, set]))
  return [...sets.values()].sort((a, b) => a.batch - b.batch)
}

/** The rule set of a batch year; undefined for a year without one and for an unknown batch. */
export const ruleSetOf = (sets: readonly RuleSet[], batch: number | null): RuleSet | undefined =>
  sets.find((set) => set.batch === batch)
