import { shallowRef, watch } from 'vue'

import { useAttempt } from '../../components/useAttempt.ts'
import { useIntake } from '../../stores/intake.ts'
import type { DraftDocument, DraftHead } from '../../stores/intake.ts'

/** What a publication says: 初步 or 最终, and why earlier figures change. */
export interface PublishWords {
  readonly status: 'preliminary' | 'final'
  readonly reason: string
}

/** One draft under review, judged by what stands now, and the steps that can be taken of it. */
export function useReviewDraft(id: () => string | null, moved: (head: DraftHead) => void) {
  const intake = useIntake()
  const { busy, failure, attempt } = useAttempt()
  const { failure: unread, attempt: attemptRead } = useAttempt()
  const document = shallowRef<DraftDocument | null>(null)

  const read = (): Promise<boolean> =>
    attemptRead(async () => {
      const asked = id()
      const found = asked === null ? null : await intake.draft(asked)
      if (asked === id()) document.value = found
    })
  const isShown = (): boolean => document.value?.head.id === (id() ?? undefined)
  watch(
    id,
    async () => {
      document.value = failure.value = null
      await read()
      if (!isShown()) await read()
    },
    { immediate: true },
  )

  /** Takes a step, then shows the draft as it is by now; whether it was taken. */
  const step = (take: (head: DraftHead) => Promise<unknown>): Promise<boolean> =>
    attempt(async () => {
      const head = document.value?.head
      if (!head) return
      await take(head)
      await read()
      if (document.value) moved(document.value.head)
    })

  const giveBack = (reason: string) => step((head) => intake.giveBack(head, reason))
  const publish = ({ status, reason }: PublishWords) =>
    step((head) => intake.publish(head, { status, ...(reason && { reason }) }))
  const undo = (reason: string) =>
    step(({ report }) => (report ? intake.undo(report, reason) : Promise.resolve()))

  return { document, busy, failure, unread, read, giveBack, publish, undo }
}
