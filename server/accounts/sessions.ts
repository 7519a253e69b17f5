import type { Principal } from '../auth/principal.ts'
import { hashSecret, newId, newSecret } from '../auth/secrets.ts'
import type { Grant } from '../../src/domain/rights.ts'
import type { Accounts } from './accounts.ts'

const MINUTE = 60_000
/** A session ends after so long without a request, and after so long whatever happens. */
export const IDLE_MS = 8 * 60 * MINUTE
export const LONGEST_MS = 7 * 24 * 60 * MINUTE
/** The last use is written down this often. */
const TOUCH_MS = 5 * MINUTE
/** Sessions kept in memory; the one loaded longest ago goes first. */
const KEPT = 10_000

export interface SessionOptions {
  readonly accounts: Pick<Accounts, 'people' | 'sessions' | 'grants' | 'wallLinks' | 'onChange'>
  readonly clock: () => number
  /** What everybody may do, signed in or not. */
  readonly openGrants: readonly Grant[]
}

/** Somebody who is known by a cookie, until when at the latest. */
export interface KnownSession {
  readonly principal: Principal
  readonly endsAt: number
}

interface Entry extends KnownSession {
  readonly idleMs: number
  seen: number
  written: number
}

export type Sessions = ReturnType<typeof makeSessions>

/**
 * Who a cookie belongs to. What was found stays in memory until anything about accounts changes, so that
 * a read costs a hash and a look-up.
 */
export function makeSessions({ accounts, clock, openGrants }: SessionOptions) {
  const entries = new Map<string, Entry>()
  let generation = 0
  accounts.onChange(() => {
    entries.clear()
    generation += 1
  })

  const standing = (hash: string, entry: Entry, isUse: boolean): KnownSession | null => {
    const now = clock()
    if (now >= entry.endsAt || now - entry.seen >= entry.idleMs) return null
    if (!isUse) return entry
    entry.seen = now
    if (now - entry.written >= TOUCH_MS && entry.principal.kind === 'user') {
      entry.written = now
      accounts.sessions.touch(hash, now).catch(() => undefined)
    }
    return entry
  }

  const load = async (secret: string, hash: string, isUse: boolean) => {
    const before = generation
    const entry = await (secret.startsWith('wall_') ? wallEntry(hash) : personEntry(hash))
    if (!entry) return null
    if (before === generation) keep(hash, entry)
    return standing(hash, entry, isUse)
  }
  const keep = (hash: string, entry: Entry): void => {
    entries.set(hash, entry)
    const oldest = entries.size > KEPT ? entries.keys().next().value : undefined
    if (oldest !== undefined) entries.delete(oldest)
  }

  const personEntry = async (hash: string): Promise<Entry | null> => {
    const session = await accounts.sessions.find(hash)
    const person = session && (await accounts.people.byId(session.person))
    if (!session || !person || person.closedAt !== null) return null
    const grants = [...openGrants, ...(await accounts.grants.of(person.id))]
    const { id, name } = person
    return {
      principal: { kind: 'user', id, name, sessionId: session.id, grants },
      ...{ endsAt: session.createdAt + LONGEST_MS, idleMs: IDLE_MS },
      ...{ seen: session.seenAt, written: session.seenAt },
    }
  }

  const wallEntry = async (hash: string): Promise<Entry | null> => {
    const link = await accounts.wallLinks.find(hash)
    if (!link || link.revokedAt !== null) return null
    const { id, space, city } = link
    const grant: Grant = { role: 'viewer', space, city, brain: null }
    return {
      principal: { kind: 'wallLink', id, grants: [...openGrants, grant] },
      ...{ endsAt: link.expiresAt, idleMs: Infinity, seen: clock(), written: clock() },
    }
  }

  return {
    /** Null where the cookie opens nothing (any more). `isUse` false leaves the idle time running. */
    find: (secret: string, isUse = true): KnownSession | null | Promise<KnownSession | null> => {
      const hash = hashSecret(secret)
      const entry = entries.get(hash)
      return entry ? standing(hash, entry, isUse) : load(secret, hash, isUse)
    },
    /** A new session of a person: the secret for its cookie. */
    open: async (person: string): Promise<string> => {
      const secret = newSecret('session')
      const now = clock()
      const session = { id: newId('s'), person, createdAt: now, seenAt: now }
      await accounts.sessions.purge(now - LONGEST_MS, now - IDLE_MS)
      await accounts.sessions.open(hashSecret(secret), session)
      return secret
    },
    end: (secret: string): Promise<void> => accounts.sessions.end(hashSecret(secret)),
  }
}
