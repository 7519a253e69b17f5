import type { Hono } from 'hono'

import { GivenGrantEntry, GrantList, NewGrant } from '../../src/contract/index.ts'
import { badGrant, noSuchGrant, noSuchUser } from '../accounts/accountProblems.ts'
import type { GivenGrant } from '../accounts/accounts.ts'
import { requireSeparateDuties, requireSoundGrant } from '../accounts/grantRules.ts'
import { actorOf } from '../auth/principal.ts'
import type { Principal } from '../auth/principal.ts'
import { described } from '../http/openapi.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf, done } from './answer.ts'
import { ACCOUNT_BYTES } from './sessionRoutes.ts'

const entryOf = <T extends GivenGrant>({ person, at, ...rest }: T) => ({
  ...rest,
  user: person,
  at: new Date(at).toISOString(),
})

const detailOf = ({ role, space, city, brain }: NewGrant | GivenGrant) => ({
  ...{ role, ...(space && { space }), ...(city && { city }), ...(brain && { brain }) },
})

/** Who may do what: given and taken, with the whole history. */
export function grantRoutes(app: Hono, deps: AccountDeps): void {
  const { accounts, spaces, clock, note, people, settings, inTurn } = deps

  app.get(
    '/api/grants',
    described(
      {
        ...{ summary: 'Grants that stand, and their history', zh: '现行授权及其历史' },
        ...{ group: 'accounts', access: ['grants', 'users', 'audit'], answers: { 200: GrantList } },
      },
      async () => {
        const grants = (await accounts.grants.all()).map(entryOf)
        return answer({ grants, history: (await accounts.grants.history()).map(entryOf) })
      },
    ),
  )

  app.post(
    '/api/grants',
    described(
      {
        ...{ summary: 'Give a role', zh: '授予角色' },
        ...{ group: 'accounts', access: 'grants', answers: { 201: GivenGrantEntry } },
        ...{ problems: [400, 404, 413, 415, 422], body: NewGrant },
      },
      async (c, { principal }) => {
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { user, ...grant } = requireSchema(NewGrant, value)
        return inTurn(async () => {
          const person = await accounts.people.byId(user)
          if (!person) throw noSuchUser(user)
          await requireSoundGrant(grant, spaces)
          if (settings.separateDuties) {
            requireOther(principal, user)
            requireSeparateDuties(await accounts.grants.of(user), [grant])
          }
          const given = await accounts.grants.give(user, grant, actorOf(principal), clock())
          note(principal, 'grant.give', { subject: person.name, detail: detailOf(given) })
          return answer(entryOf(given), 201)
        })
      },
    ),
  )

  app.delete(
    '/api/grants/:id',
    described(
      {
        ...{ summary: 'Take a role back', zh: '收回角色' },
        ...{
          group: 'accounts',
          access: 'grants',
          answers: { 204: null },
          problems: [404, 409, 422],
        },
      },
      (c, { principal }) =>
        inTurn(async () => {
          const id = c.req.param('id') ?? ''
          const grant = (await accounts.grants.all()).find((one) => one.id === id)
          if (!grant) throw noSuchGrant(id)
          if (settings.separateDuties) requireOther(principal, grant.person)
          if (grant.role === 'administrator') await requireLeft(grant)
          await accounts.grants.take(id, actorOf(principal), clock())
          const person = await accounts.people.byId(grant.person)
          const subject = person?.name ?? grant.person
          note(principal, 'grant.take', { subject, detail: detailOf(grant) })
          return done()
        }),
    ),
  )

  /** The same duty given twice may be taken once. */
  const requireLeft = async ({ id, person }: GivenGrant): Promise<void> => {
    const others = (await accounts.grants.of(person)).filter(
      (one) => one.role === 'administrator' && one.id !== id,
    )
    if (others.length === 0) await people.requireAnotherAdministrator(person)
  }
}

/** Where duties are separated, nobody changes their own rights. */
function requireOther(principal: Principal, user: string): void {
  if (principal.kind !== 'user' || principal.id !== user) return
  throw badGrant('/user', 'own', '不能改变本人的授权。', 'Nobody changes their own grants.')
}
