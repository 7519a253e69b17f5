import { HttpProblem } from '../http/problem.ts'
import type { ReportOutcome, ReportWrite, Written } from '../store/store.ts'

/** Reports that share one commit at most: bounds how long one transaction holds the store. */
const BATCH = 32

/** Reports that may wait; beyond that the service says so instead of growing. */
const MAX_WAITING = 1024

type Append = (reports: readonly ReportWrite[]) => Promise<Written<readonly ReportOutcome[]>>

interface Waiting {
  readonly report: ReportWrite
  readonly resolve: (outcome: ReportOutcome) => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets reports that wait at the same moment share one durable commit.
 * The promise of a report resolves only after its commit.
 */
export function makeGroupCommit(append: Append, batch = BATCH, maxWaiting = MAX_WAITING) {
  const waiting: Waiting[] = []
  let running: Promise<void> | null = null

  const drain = async () => {
    while (waiting.length > 0) await commit(append, waiting.splice(0, batch))
    running = null
  }

  return {
    submit: (report: ReportWrite): Promise<ReportOutcome> => {
      if (waiting.length >= maxWaiting) return Promise.reject(busy())
      return new Promise((resolve, reject) => {
        waiting.push({ report, resolve, reject })
        running ??= nextTurn().then(drain)
      })
    },
    /** Resolves when nothing waits any more. */
    idle: async (): Promise<void> => {
      while (running) await running
    },
  }
}

/** One turn of the event loop: requests that have arrived meanwhile join the batch. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function commit(append: Append, group: readonly Waiting[]): Promise<void> {
  try {
    const { outcome } = await append(group.map(({ report }) => report))
    group.forEach(({ resolve, reject }, i) => {
      const one = outcome[i]
      if (one && one.kind !== 'failed') resolve(one)
      else reject(one?.error)
    })
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
  await nextTurn()
}

const busy = (): HttpProblem =>
  new HttpProblem(
    503,
    'busy',
    { zh: '服务繁忙，请稍后再报。', en: 'The service is busy: report again shortly.' },
    [],
    { 'retry-after': '1' },
  )
