import type { z } from 'zod/mini'

import type { Welcome } from '../../src/contract/index.ts'
import { DUTIES } from '../../src/domain/rights.ts'
import type { Grant } from '../../src/domain/rights.ts'
import { SPACES } from '../../src/domain/space.ts'
import { hashSecret, newId, newSecret } from '../auth/secrets.ts'
import {
  badPassword,
  lastAdministrator,
  nameGiven,
  nameNeeded,
  nameTaken,
  noInvitation,
  tooBusy,
  tooManyTries,
  wrongPassword,
  wrongSignIn,
} from './accountProblems.ts'
import type { Accounts, Person } from './accounts.ts'
import { atMost } from './atMost.ts'
import type { Attempt, BackOff } from './backOff.ts'
import { hashPassword, matchesPassword, passwordFault } from './password.ts'
import { nameKey } from './personRows.ts'

/** How long a one-time link may be used. */
export const INVITATION_MS = 24 * 3_600_000

/** Passwords worked on at once, 19 MiB each, and how many wait: whoever floods takes neither memory nor threads. */
const HASHING = { running: 2, waiting: 64 } as const

export interface PeopleOptions {
  readonly accounts: Accounts
  readonly backOff: BackOff
  readonly clock: () => number
  readonly separateDuties: boolean
}

export type People = ReturnType<typeof makePeople>

const whole = (role: Grant['role'], space: Grant['space']): Grant => ({
  ...{ role, space, city: null, brain: null },
})

/** What the one-time link of the first start gives. */
const firstGrants = (separateDuties: boolean): readonly Grant[] =>
  separateDuties
    ? [whole('administrator', null)]
    : [...DUTIES.map((duty) => whole(duty, null)), ...SPACES.map((space) => whole('office', space))]

/** A one-time link to the welcome page; without a person it makes an administrator. */
export async function makeInvitation(
  { people }: Pick<Accounts, 'people'>,
  person: string | null,
  now: number,
): Promise<{ readonly secret: string; readonly hash: string; readonly expiresAt: number }> {
  const secret = newSecret('welcome')
  const hash = hashSecret(secret)
  const expiresAt = now + INVITATION_MS
  await people.invite(hash, { person, expiresAt }, now)
  return { secret, hash, expiresAt }
}

/** Administrators who can sign in. */
export async function activeAdministrators({
  people,
  grants,
}: Pick<Accounts, 'people' | 'grants'>): Promise<readonly Person[]> {
  const given = await grants.all()
  const ids = new Set(
    given.flatMap(({ role, person }) => (role === 'administrator' ? [person] : [])),
  )
  const all = await people.all()
  return all.filter((one) => ids.has(one.id) && one.closedAt === null && one.password !== null)
}

/** What people do with their accounts. Throws HttpProblem. */
export function makePeople({ accounts, backOff, clock, separateDuties }: PeopleOptions) {
  const { people, sessions } = accounts
  const hashing = atMost(HASHING, tooBusy)
  return {
    /** The person behind a name and password. Unknown names cost the same work; tries slow down. */
    signIn: (name: string, password: string, address: string): Promise<Person> =>
      hashing(async () => {
        const attempt: Attempt = { account: nameKey(name), address }
        const wait = backOff.wait(attempt)
        if (wait > 0) throw tooManyTries(wait)
        backOff.begin(attempt)
        const person = await people.byName(name)
        const isRight = await matchesPassword(password, person?.password ?? null)
        if (!person || !isRight || person.closedAt !== null) throw wrongSignIn()
        backOff.succeeded(attempt)
        return person
      }),

    /** Takes an invitation up, once: a new password ends the sessions there were. */
    welcome: ({ secret, name, password }: z.infer<typeof Welcome>): Promise<Person> =>
      hashing(async () => {
        const hash = hashSecret(secret)
        const now = clock()
        const invitation = await people.invitation(hash)
        if (!invitation || invitation.usedAt !== null || invitation.expiresAt <= now)
          throw noInvitation()
        const known = invitation.person === null ? null : await people.byId(invitation.person)
        if (known ? known.closedAt !== null : invitation.person !== null) throw noInvitation()
        const chosen = known?.name ?? name
        if (known && name !== undefined && nameKey(name) !== nameKey(known.name))
          throw nameGiven(known.name)
        if (chosen === undefined) throw nameNeeded()
        const fault = passwordFault(password, chosen)
        if (fault) throw badPassword(fault)
        if (!known && (await people.byName(chosen))) throw nameTaken()
        const person: Person = {
          ...(known ?? { id: newId('u'), name: chosen, createdAt: now, createdBy: 'firstLink' }),
          ...{ password: await hashPassword(password), closedAt: null },
        }
        const made = known
          ? { id: person.id, password: person.password ?? '' }
          : { person, grants: firstGrants(separateDuties) }
        const outcome = await people.accept(hash, clock(), made)
        if (outcome === 'gone') throw noInvitation()
        if (outcome === 'taken') throw nameTaken()
        await sessions.endOf(person.id)
        return person
      }),

    /** Sets another password; the person's other sessions end. */
    changePassword: (
      { id, sessionId, address }: { id: string; sessionId: string; address: string },
      { current, password }: { current: string; password: string },
    ): Promise<void> =>
      hashing(async () => {
        const person = await people.byId(id)
        if (!person) throw wrongSignIn()
        const attempt: Attempt = { account: nameKey(person.name), address }
        const wait = backOff.wait(attempt)
        if (wait > 0) throw tooManyTries(wait)
        backOff.begin(attempt)
        if (!(await matchesPassword(current, person.password))) throw wrongPassword()
        backOff.succeeded(attempt)
        const fault = passwordFault(password, person.name)
        if (fault) throw badPassword(fault)
        await people.setPassword(id, await hashPassword(password))
        await sessions.endOf(id, sessionId)
      }),

    /** Throws 409 where nobody would be left who can make accounts. */
    async requireAnotherAdministrator(id: string): Promise<void> {
      const left = await activeAdministrators(accounts)
      if (left.some((one) => one.id === id) && left.length === 1) throw lastAdministrator()
    },
  }
}
