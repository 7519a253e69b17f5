import type { Brain } from '../brain.ts'
import { COUNTED_STAGES, type BrainState } from '../lifecycle.ts'
import { industryCrosswalk, type IndustryCrosswalk } from './industryCrosswalk.ts'

/** Brains of one industry: the rule allows one (一行业一大脑; S01, S06, S08). */
export interface IndustryConflict {
  /** The sub-industry as the first of them prints it. */
  readonly industry: string
  /** Oldest batch first. */
  readonly brains: readonly Brain[]
  /** They are of different batches, so that no single list shows the conflict. */
  readonly acrossBatches: boolean
}

/** Stages in which a brain takes the place of its industry. */
const HOLDING: ReadonlySet<string> = new Set([...COUNTED_STAGES, 'pool', 'unknown'])

/** Whether a brain takes its industry's place; one whose stage is unknown does, because a list named it. */
export const holdsIndustry = (state: BrainState | undefined): boolean =>
  HOLDING.has(state?.stage ?? 'unknown')

/**
 * Industries with more than one brain that is counted or in the pool. Names of different batches meet in the
 * crosswalk of the lists, else by their stem, because every batch has its own list (2023: 25, 2024: 49, 2025: 45
 * sub-industries).
 */
export function industryConflicts(
  brains: readonly Brain[],
  states: ReadonlyMap<string, BrainState>,
  crosswalk: IndustryCrosswalk = industryCrosswalk([]),
): readonly IndustryConflict[] {
  const stems = new Map<string, Held[]>()
  for (const brain of brains) {
    if (!holdsIndustry(states.get(brain.id))) continue
    const { stem, part } = crosswalk(brain.subIndustry)
    const held = stems.get(stem) ?? []
    held.push({ brain, part })
    stems.set(stem, held)
  }
  return [...stems.values()]
    .flatMap(sameIndustries)
    .filter((group) => group.length > 1)
    .map(conflictOf)
}

interface Held {
  readonly brain: Brain
  readonly part: string
}

/** Brains of a stem: all together where one of them has the whole industry, else by the part that they have. */
function sameIndustries(held: readonly Held[]): readonly (readonly Brain[])[] {
  const whole = held.some(({ part }) => part === '')
  const groups = new Map<string, Brain[]>()
  for (const { brain, part } of held) {
    const key = whole ? '' : part
    groups.set(key, [...(groups.get(key) ?? []), brain])
  }
  return [...groups.values()]
}

function conflictOf(group: readonly Brain[]): IndustryConflict {
  const brains = [...group].sort((a, b) => (a.batch ?? Infinity) - (b.batch ?? Infinity))
  return {
    industry: brains[0]?.subIndustry ?? '',
    brains,
    acrossBatches: new Set(group.map(({ batch }) => batch)).size > 1,
  }
}
