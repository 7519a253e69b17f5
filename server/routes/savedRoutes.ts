import type { Context, Hono } from 'hono'

import {
  Id,
  SAVED_LIMITS,
  SavedAnswer,
  SavedEntry,
  SavedList,
  SavedWrite,
} from '../../src/contract/index.ts'
import { SAVED_KINDS } from '../accounts/accounts.ts'
import type { Saved, SavedKind } from '../accounts/accounts.ts'
import type { Principal } from '../auth/principal.ts'
import { reachOf } from '../auth/reach.ts'
import { noRight } from '../auth/rights.ts'
import { described } from '../http/openapi.ts'
import { finding, HttpProblem, notFound } from '../http/problem.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf, done } from './answer.ts'

type Person = Extract<Principal, { kind: 'user' }>

function personOf(principal: Principal): Person {
  if (principal.kind === 'user') return principal
  throw new Error('only a person is signed in')
}

const entryOf = (saved: Omit<Saved, 'content'>, { id }: Person, by: string): SavedEntry => ({
  id: saved.id,
  name: saved.name,
  space: saved.space,
  shared: saved.shared,
  own: saved.owner === id,
  by,
  changedAt: new Date(saved.changedAt).toISOString(),
})

/** One's own; what others share, where one may read its space. */
const isSeen = (saved: Omit<Saved, 'content'>, person: Person): boolean =>
  saved.owner === person.id ||
  (saved.shared && reachOf(person, 'read', saved.space).kind !== 'none')

const nothingSaved = (): HttpProblem =>
  notFound({ zh: '没有这一项，或未分享给您。', en: 'There is no such entry, or it is not shared.' })

function kindOf(c: Context): SavedKind {
  const kind = SAVED_KINDS.find((one) => one === c.req.param('kind'))
  if (kind) return kind
  throw notFound({ zh: '只有 views 与 briefings。', en: 'There are views and briefings only.' })
}

/** Named views and briefings, one's own and those that others share. */
export function savedRoutes(app: Hono, deps: AccountDeps): void {
  const { saved, people } = deps.accounts
  const nameOf = async (owner: string): Promise<string> => (await people.byId(owner))?.name ?? ''

  app.get(
    '/api/saved/:kind',
    described(
      {
        ...{
          summary: 'Saved views or briefings: one’s own and shared ones',
          zh: '已存的视图或简报：本人的与他人分享的',
        },
        ...{ group: 'accounts', access: 'signedIn', answers: { 200: SavedList }, problems: [404] },
      },
      async (c, { principal }) => {
        const person = personOf(principal)
        const all = await saved.list(kindOf(c), person.id)
        const seen = all.filter((one) => isSeen(one, person))
        const owners = [...new Set(seen.map(({ owner }) => owner))]
        const names = new Map(
          await Promise.all(owners.map(async (id) => [id, await nameOf(id)] as const)),
        )
        const entries = seen.map((one) => entryOf(one, person, names.get(one.owner) ?? ''))
        return answer({ entries })
      },
    ),
  )

  app.get(
    '/api/saved/:kind/:id',
    described(
      {
        ...{
          summary: 'A saved view or briefing with what it holds',
          zh: '一个已存的视图或简报及其内容',
        },
        ...{
          group: 'accounts',
          access: 'signedIn',
          answers: { 200: SavedAnswer },
          problems: [404],
        },
      },
      async (c, { principal }) => {
        const person = personOf(principal)
        const found = await saved.find(c.req.param('id') ?? '')
        if (!found || found.kind !== kindOf(c) || !isSeen(found, person)) throw nothingSaved()
        const entry = entryOf(found, person, await nameOf(found.owner))
        return answer({ ...entry, content: JSON.parse(found.content) as unknown })
      },
    ),
  )

  app.put(
    '/api/saved/:kind/:id',
    described(
      {
        ...{
          summary: 'Keep a view or briefing under an id of one’s own choice',
          zh: '以自选编号保存视图或简报',
        },
        ...{ group: 'accounts', access: 'signedIn', answers: { 200: SavedEntry } },
        ...{ problems: [400, 404, 409, 413, 415, 422], body: SavedWrite },
      },
      async (c, { principal }) => answer(await put(deps, c, personOf(principal))),
    ),
  )

  app.delete(
    '/api/saved/:kind/:id',
    described(
      {
        ...{
          summary: 'Delete a saved view or briefing of one’s own',
          zh: '删除本人保存的视图或简报',
        },
        ...{ group: 'accounts', access: 'signedIn', answers: { 204: null }, problems: [404] },
      },
      async (c, { principal }) => {
        const person = personOf(principal)
        const found = await saved.find(c.req.param('id') ?? '')
        if (!found || found.kind !== kindOf(c) || found.owner !== person.id) throw nothingSaved()
        await saved.remove(found.id)
        return done()
      },
    ),
  )
}

async function put(deps: AccountDeps, c: Context, person: Person): Promise<SavedEntry> {
  const { accounts, clock, note } = deps
  const { saved } = accounts
  const kind = kindOf(c)
  const id = c.req.param('id') ?? ''
  if (!Id.safeParse(id).success) throw nothingSaved()
  const { value } = await readJson(bodyOf(c), SAVED_LIMITS.bytes)
  const { name, space, shared, content } = requireSchema(SavedWrite, value)
  if (reachOf(person, 'read', space).kind === 'none') throw noRight(person, ['read'], space)
  if (shared && reachOf(person, 'share', space).kind === 'none')
    throw noRight(person, ['share'], space)
  const before = await saved.find(id)
  if (before && (before.owner !== person.id || before.kind !== kind)) throw idTaken()
  if (!before && (await saved.count(person.id)) >= SAVED_LIMITS.entries) throw tooMany()
  const entry = { id, kind, owner: person.id, space, name, shared, changedAt: clock() }
  await saved.put({ ...entry, content: JSON.stringify(content ?? null) })
  if (shared && !before?.shared) note(person, 'saved.share', { space, subject: name })
  return entryOf(entry, person, person.name)
}

const idTaken = (): HttpProblem =>
  new HttpProblem(409, 'idTaken', { zh: '编号已被占用。', en: 'The id is taken.' }, [
    finding('id', 'unique', '换一个编号。', 'Choose another id.'),
  ])

const tooMany = (): HttpProblem =>
  new HttpProblem(409, 'tooMany', {
    zh: `最多保存 ${SAVED_LIMITS.entries} 项；请先删除一些。`,
    en: `At most ${SAVED_LIMITS.entries} entries are kept: delete some first.`,
  })
