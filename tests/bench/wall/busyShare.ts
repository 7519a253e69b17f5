import { setTimeout as pause } from 'node:timers/promises'

import type { CDPSession } from '@playwright/test'

/** Seconds of CPU that the main thread has spent in tasks, and the seconds on the clock. */
async function taskSeconds(cdp: CDPSession): Promise<{ tasks: number; clock: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { tasks: of('TaskDuration'), clock: of('Timestamp') }
}

/**
 * Share of the next `seconds` during which the main thread is busy, 0 … 1. Counted in its own CPU time, so
 * that other programs on the machine do not count.
 */
export async function busyShare(cdp: CDPSession, seconds: number): Promise<number> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await taskSeconds(cdp)
  await pause(seconds * 1000)
  const after = await taskSeconds(cdp)
  return (after.tasks - before.tasks) / (after.clock - before.clock)
}
