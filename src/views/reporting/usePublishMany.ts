import { computed, shallowRef, watch } from 'vue'

import { failureOf } from '../../stores/failure.ts'
import type { Failure } from '../../stores/failure.ts'
import { useIntake } from '../../stores/intake.ts'
import type { DraftHead } from '../../stores/intake.ts'

/** Drafts that can be published without a look at each: nothing about them wants an answer. */
export const isPlain = ({ state, warnings }: DraftHead): boolean =>
  state === 'submitted' && warnings === 0

/** Several drafts at once, one after the other; those that fail stay chosen, each with its reason. */
export function usePublishMany(
  shown: () => readonly DraftHead[],
  moved: (head: DraftHead) => void,
) {
  const intake = useIntake()
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const busy = shallowRef(false)
  const failed = shallowRef<ReadonlyMap<string, Failure>>(new Map())
  const done = shallowRef(0)
  const plain = computed(() => shown().filter(isPlain))
  const picked = computed(() => plain.value.filter(({ id }) => chosen.value.has(id)))

  watch(plain, () => {
    const ids = new Set(plain.value.map(({ id }) => id))
    chosen.value = new Set([...chosen.value].filter((id) => ids.has(id)))
  })

  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen.value)
    if (on) next.add(id)
    else next.delete(id)
    chosen.value = next
  }
  const chooseAll = (on: boolean): void => {
    chosen.value = new Set(on ? plain.value.map(({ id }) => id) : [])
  }

  async function publish(status: 'preliminary' | 'final' | null): Promise<void> {
    if (busy.value) return
    busy.value = true
    done.value = 0
    failed.value = new Map()
    for (const head of picked.value) await publishOne(head, status)
    busy.value = false
  }

  async function publishOne(head: DraftHead, status: 'preliminary' | 'final' | null) {
    try {
      const { report } = await intake.publish(head, status ? { status } : {})
      done.value++
      moved({ ...head, state: 'published', version: head.version + 1, report })
    } catch (cause) {
      failed.value = new Map(failed.value).set(head.id, failureOf(cause))
    }
  }

  return { chosen, plain, picked, busy, failed, done, choose, chooseAll, publish }
}
