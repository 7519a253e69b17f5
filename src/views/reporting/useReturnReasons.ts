import { shallowRef, watch } from 'vue'

import { useIntake } from '../../stores/intake.ts'
import type { DraftHead } from '../../stores/intake.ts'

/** Most drafts that came back whose reasons are fetched: the latest ones. */
const MOST = 5

/** Why drafts were given back, or taken back after they were published, by id. Where a reason does not come, it still stands in the draft's history. */
export function useReturnReasons(drafts: () => readonly DraftHead[]) {
  const intake = useIntake()
  const reasons = shallowRef<ReadonlyMap<string, string>>(new Map())

  const reasonOf = async ({ id }: DraftHead): Promise<readonly [string, string]> => {
    const { steps } = await intake.draft(id)
    return [id, steps.findLast(({ kind }) => kind === 'returned' || kind === 'undone')?.note ?? '']
  }

  watch(
    drafts,
    async (heads) => {
      const back = heads
        .filter(({ state, undoneBy }) => state === 'returned' || Boolean(undoneBy))
        .slice(0, MOST)
      const found = await Promise.allSettled(back.map(reasonOf))
      if (heads !== drafts()) return
      reasons.value = new Map(
        found.flatMap((one) => (one.status === 'fulfilled' && one.value[1] ? [one.value] : [])),
      )
    },
    { immediate: true },
  )
  return reasons
}
