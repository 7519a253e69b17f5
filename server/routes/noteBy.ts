import type { Logger } from 'pino'

import type { Audit, AuditEntry } from '../audit/audit.ts'
import { actorOf } from '../auth/principal.ts'
import type { Principal } from '../auth/principal.ts'
import type { Clock } from '../space/clock.ts'

interface Trail {
  readonly audit: Pick<Audit, 'note'>
  readonly clock: Clock
  readonly log: Pick<Logger, 'error'>
}

type What = Pick<AuditEntry, 'subject'> & Partial<Pick<AuditEntry, 'space' | 'outcome' | 'detail'>>

export type Note = (who: Principal | string, action: string, what: What) => void

/** Writes into the audit trail who did what. A trail that cannot be written is told to the log. */
export const noteBy =
  ({ audit, clock, log }: Trail): Note =>
  (who, action, what) => {
    const actor = typeof who === 'string' ? who : actorOf(who)
    const entry = { space: null, outcome: 'done' as const, detail: {}, ...what }
    audit.note({ at: clock(), actor, action, ...entry }).catch((error: unknown) => {
      log.error({ err: error, action }, 'the audit trail could not be written')
    })
  }
