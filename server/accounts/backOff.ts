/** Failures without a wait. */
const FREE = { account: 5, address: 20 } as const
const LONGEST_MS = 15 * 60_000
/** Failures that are older no longer count. */
const MEMORY_MS = 24 * 3_600_000
/** Accounts and addresses remembered; the longest untouched goes first. */
const KEPT = 10_000

interface Failures {
  readonly count: number
  readonly last: number
}

/** Who tries to sign in: the account as it was typed, and the address it was typed at. */
export interface Attempt {
  readonly account: string
  readonly address: string
}

export type BackOff = ReturnType<typeof makeBackOff>

/**
 * Slows down guessing: after 5 failures of an account, or 20 of an address, each further one doubles the
 * wait from 2 seconds to 15 minutes. In memory: a restart forgets it.
 */
export function makeBackOff(clock: () => number) {
  const failures = new Map<string, Failures>()

  const of = (key: string): Failures => {
    const known = failures.get(key)
    return known && clock() - known.last < MEMORY_MS ? known : { count: 0, last: 0 }
  }
  const put = (key: string, count: number): void => {
    failures.delete(key)
    if (count > 0) failures.set(key, { count, last: clock() })
    const oldest = failures.size > KEPT ? failures.keys().next().value : undefined
    if (oldest !== undefined) failures.delete(oldest)
  }
  const waitOf = (key: string, free: number): number => {
    const { count, last } = of(key)
    if (count < free) return 0
    return Math.max(0, last + Math.min(LONGEST_MS, 1000 * 2 ** (count - free + 1)) - clock())
  }
  const keysOf = ({ account, address }: Attempt) =>
    [
      [`account ${account}`, FREE.account],
      [`address ${address}`, FREE.address],
    ] as const

  return {
    /** Milliseconds until the next attempt may be made, 0 for now. */
    wait: (attempt: Attempt): number =>
      Math.max(...keysOf(attempt).map(([key, free]) => waitOf(key, free))),
    /** Counts an attempt as failed before its outcome is known, so that many at once do not slip through. */
    begin: (attempt: Attempt): void => {
      for (const [key] of keysOf(attempt)) put(key, of(key).count + 1)
    },
    /** The attempt was right after all. */
    succeeded: ({ account, address }: Attempt): void => {
      put(`account ${account}`, 0)
      put(`address ${address}`, of(`address ${address}`).count - 1)
    },
  }
}
