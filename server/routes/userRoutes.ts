import type { Hono } from 'hono'

import {
  InvitationAnswer,
  NewUser,
  UserChange,
  UserEntry,
  UserList,
} from '../../src/contract/index.ts'
import { mayDo } from '../../src/domain/rights.ts'
import type { Grant } from '../../src/domain/rights.ts'
import { dutyHeld, nameTaken, noSuchUser } from '../accounts/accountProblems.ts'
import type { Person } from '../accounts/accounts.ts'
import { requireSeparateDuties, requireSoundGrant } from '../accounts/grantRules.ts'
import { makeInvitation } from '../accounts/people.ts'
import { actorOf } from '../auth/principal.ts'
import type { Principal } from '../auth/principal.ts'
import { noRight } from '../auth/rights.ts'
import { newId } from '../auth/secrets.ts'
import { described } from '../http/openapi.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf } from './answer.ts'
import { ACCOUNT_BYTES } from './sessionRoutes.ts'

const iso = (instant: number): string => new Date(instant).toISOString()

/** A person as others see them: nothing of their password. */
export const userEntry = (person: Person, seenAt: number | null): UserEntry => ({
  id: person.id,
  name: person.name,
  state: person.closedAt !== null ? 'closed' : person.password === null ? 'invited' : 'active',
  createdAt: iso(person.createdAt),
  createdBy: person.createdBy,
  seenAt: seenAt === null ? null : iso(seenAt),
})

/** Accounts: made by invitation, closed and opened again, never deleted. */
export function userRoutes(app: Hono, deps: AccountDeps): void {
  const { accounts, clock, note, people, settings, inTurn } = deps

  const personOf = async (id: string): Promise<Person> => {
    const person = await accounts.people.byId(id)
    if (person) return person
    throw noSuchUser(id)
  }
  const invited = async (person: Person): Promise<InvitationAnswer> => {
    const { secret, expiresAt } = await makeInvitation(accounts, person.id, clock())
    const user = userEntry(person, null)
    return { user, path: `/welcome#${secret}`, expiresAt: iso(expiresAt) }
  }

  app.get(
    '/api/users',
    described(
      {
        ...{ summary: 'Accounts', zh: '账号' },
        ...{ group: 'accounts', access: ['users', 'grants'], answers: { 200: UserList } },
      },
      async () => {
        const seen = await accounts.sessions.lastSeen()
        const all = await accounts.people.all()
        return answer({ users: all.map((one) => userEntry(one, seen.get(one.id) ?? null)) })
      },
    ),
  )

  app.post(
    '/api/users',
    described(
      {
        ...{
          summary: 'Make an account; answers with the one-time link for its owner',
          zh: '开设账号，答复给其本人的一次性链接',
        },
        ...{ group: 'accounts', access: 'users', answers: { 201: InvitationAnswer } },
        ...{ problems: [400, 409, 413, 415, 422], body: NewUser },
      },
      async (c, { principal }) => {
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { name, grants } = requireSchema(NewUser, value)
        return inTurn(async () => {
          await requireMayGive(deps, principal, grants)
          const by = actorOf(principal)
          const made = { id: newId('u'), name, createdAt: clock(), createdBy: by }
          const person: Person = { ...made, password: null, closedAt: null }
          if (!(await accounts.people.add(person, grants))) throw nameTaken()
          note(principal, 'user.make', { subject: name, detail: { grants: grants.length } })
          return answer(await invited(person), 201)
        })
      },
    ),
  )

  app.patch(
    '/api/users/:id',
    described(
      {
        ...{ summary: 'Close an account, or open it again', zh: '关闭账号或重新启用' },
        ...{ group: 'accounts', access: 'users', answers: { 200: UserEntry } },
        ...{ problems: [400, 404, 409, 413, 415], body: UserChange },
      },
      async (c, { principal }) => {
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { closed } = requireSchema(UserChange, value)
        return inTurn(async () => {
          const person = await personOf(c.req.param('id') ?? '')
          if (closed) await people.requireAnotherAdministrator(person.id)
          const closedAt = closed ? (person.closedAt ?? clock()) : null
          await accounts.people.setClosed(person.id, closedAt)
          if (closed) await accounts.sessions.endOf(person.id)
          note(principal, closed ? 'user.close' : 'user.reopen', { subject: person.name })
          return answer(userEntry({ ...person, closedAt }, null))
        })
      },
    ),
  )

  app.post(
    '/api/users/:id/invitation',
    described(
      {
        ...{
          summary: 'A new one-time link: for those whose link expired or password is lost',
          zh: '重发一次性链接：链接过期或遗忘密码时',
        },
        ...{ group: 'accounts', access: 'users', answers: { 201: InvitationAnswer } },
        ...{ problems: [404, 409] },
      },
      async (c, { principal }) => {
        const person = await personOf(c.req.param('id') ?? '')
        if (person.closedAt !== null) throw noSuchUser(person.id)
        if (settings.separateDuties) await requireNoOfficer(deps, person)
        note(principal, 'user.invite', { subject: person.name })
        return answer(await invited(person), 201)
      },
    ),
  )
}

/**
 * With a link that resets a password, an administrator could act as the officer who holds another duty: theirs is
 * given anew to another account, which everybody sees.
 */
async function requireNoOfficer({ accounts }: AccountDeps, person: Person): Promise<void> {
  const held = await accounts.grants.of(person.id)
  const isOfficer = held.some(({ role }) => role === 'security' || role === 'auditor')
  if (isOfficer && person.password !== null) throw dutyHeld()
}

/**
 * Grants of a new account take the right to give. Where duties are separated, the administrator may fill a
 * duty that nobody holds: without that, nobody could ever be given one.
 */
async function requireMayGive(
  { accounts, spaces, settings }: AccountDeps,
  principal: Principal,
  grants: readonly Grant[],
): Promise<void> {
  for (const grant of grants) await requireSoundGrant(grant, spaces)
  if (settings.separateDuties) requireSeparateDuties([], grants)
  if (grants.length === 0 || mayDo(principal.grants, 'grants')) return
  const open = new Set(
    (await accounts.people.all()).flatMap((p) => (p.closedAt === null ? [p.id] : [])),
  )
  const held = new Set(
    (await accounts.grants.all()).flatMap(({ role, person }) => (open.has(person) ? [role] : [])),
  )
  const isVacant = ({ role }: Grant) =>
    (role === 'security' || role === 'auditor') && !held.has(role)
  if (settings.separateDuties && grants.every(isVacant)) return
  throw noRight(principal, ['grants'], null)
}
