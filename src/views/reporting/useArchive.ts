import { computed, onScopeDispose, shallowRef } from 'vue'

import { useAttempt } from '../../components/useAttempt.ts'
import { useIntake } from '../../stores/intake.ts'
import type { ArchiveChoice, ArchiveLine } from '../../stores/intake.ts'

type FileLine = Extract<ArchiveLine, { kind: 'file' }>
type Sums = Extract<ArchiveLine, { kind: 'end' }>

/** Files that are named; of the rest there is a count. */
const MOST_NAMED = 200

export const OUTCOMES = ['published', 'submitted', 'draft', 'known', 'rejected'] as const

/** An archive of reports on its way: what became of each file so far, and the sums at the end. */
export function useArchive() {
  const intake = useIntake()
  const { busy, failure, attempt } = useAttempt()
  const counts = shallowRef<Readonly<Partial<Record<FileLine['outcome'], number>>>>({})
  /** Files that somebody has to look at. */
  const named = shallowRef<readonly FileLine[]>([])
  const sums = shallowRef<Sums | null>(null)
  /** Part of the archive that has left, 0 to 1. */
  const sent = shallowRef(0)
  /** It was stopped on request: what the service had done by then is kept. */
  const stopped = shallowRef(false)
  const taken = computed(() => Object.values(counts.value).reduce((a, b) => a + b, 0))
  let running = new AbortController()
  onScopeDispose(() => running.abort())

  function note(line: ArchiveLine): void {
    if (line.kind === 'end') {
      sums.value = line
      return
    }
    const { outcome } = line
    counts.value = { ...counts.value, [outcome]: (counts.value[outcome] ?? 0) + 1 }
    const isOpen = outcome === 'rejected' || outcome === 'draft'
    if (isOpen && named.value.length < MOST_NAMED) named.value = [...named.value, line]
  }

  /** Whether it was taken to its end. */
  async function send(file: File, choice: ArchiveChoice): Promise<boolean> {
    counts.value = {}
    named.value = []
    sums.value = null
    sent.value = 0
    stopped.value = false
    running = new AbortController()
    const { signal } = running
    const onSent = (part: number): void => void (sent.value = part)
    const done = await attempt(() =>
      intake.archive(file, { ...choice, signal }, { onSent, onLine: note }),
    )
    stopped.value = signal.aborted && !done
    if (stopped.value) failure.value = null
    return done
  }

  const stop = (): void => running.abort()
  return { busy, failure, counts, named, sums, sent, stopped, taken, send, stop }
}
