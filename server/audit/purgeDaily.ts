import type { Logger } from 'pino'

import type { Audit } from './audit.ts'
import { DAY_MS } from './retention.ts'

export interface PurgePorts {
  readonly clock: () => number
  readonly log: Pick<Logger, 'info' | 'error'>
  readonly every?: (task: () => void, ms: number) => NodeJS.Timeout
}

/**
 * Takes away what is older than the retention allows, now and once a day; the timer keeps no process alive.
 * What is given back ends it, when a purge under way is done.
 */
export function purgeDaily(
  audit: Pick<Audit, 'purge'>,
  { clock, log, every = setInterval }: PurgePorts,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const purge = async (): Promise<void> => {
    try {
      const entries = await audit.purge(clock())
      if (entries > 0) log.info({ entries }, 'old audit entries deleted')
    } catch (error) {
      log.error({ err: error }, 'old audit entries could not be deleted')
    }
  }
  const start = (): void => {
    running = running.then(purge)
  }
  start()
  const timer = every(start, DAY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
