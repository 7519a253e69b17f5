import type { BrainEntry } from '../../../src/contract/index.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { foldBrain } from '../../../src/domain/lifecycle.ts'
import { wordKey } from '../table/columnWords.ts'
import { LIST_FAULTS } from './listFaults.ts'
import type { PlannedRow } from './plannedRow.ts'

/** Stages in which a brain no longer holds its industry. */
const GONE: ReadonlySet<string> = new Set(['notSelected', 'disqualified'])

/**
 * One industry, one brain (一行业一大脑): asks about every row that adds a brain to an industry, or moves one
 * there, where another one holds it.
 */
export function sameIndustry(
  planned: readonly PlannedRow[],
  brains: readonly BrainEntry[],
  histories: ReadonlyMap<string, readonly LifecycleEvent[]>,
  today: string,
): void {
  const holders = new Map<string, BrainEntry[]>()
  const hold = (brain: BrainEntry): void => {
    const key = wordKey(brain.subIndustry)
    holders.set(key, [...(holders.get(key) ?? []).filter(({ id }) => id !== brain.id), brain])
  }
  const isGone = ({ id }: BrainEntry): boolean =>
    GONE.has(foldBrain(histories.get(id) ?? [], today, id).stage)
  const leaving = new Map(planned.flatMap(({ entry }) => (entry ? [[entry.id, entry]] : [])))
  for (const brain of brains) if (!isGone(brain) && !leaving.has(brain.id)) hold(brain)
  for (const { entry, before, stage, row, findings } of planned) {
    if (!entry || GONE.has(stage?.after ?? '') || (before && !stage && isGone(before))) continue
    const key = wordKey(entry.subIndustry)
    const other = holders.get(key)?.find(({ id }) => id !== entry.id)
    const isNew = !before || wordKey(before.subIndustry) !== key
    const { place } = row.cells.get('subIndustry') ?? row.cells.get('name') ?? row
    if (other && isNew) findings.push(LIST_FAULTS.oneIndustry(place, entry.subIndustry, other.name))
    hold(entry)
  }
}
