import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import type { GivenGrantEntry, InvitationAnswer, UserEntry } from '../contract/accounts.ts'
import type { AuditTrail, AuditVerdict } from '../contract/audit.ts'
import type { TokenEntry, WallLinkEntry } from '../contract/links.ts'
import type { AdminClient } from '../data/adminClient.ts'
import type { Grant } from '../domain/rights.ts'
import type { SpaceId } from '../domain/space.ts'
import { usePorts } from './ports.ts'

export type { AuditTrail, AuditVerdict, InvitationAnswer, TokenEntry, UserEntry, WallLinkEntry }
export type { GivenGrantEntry }

interface BrainName {
  readonly id: string
  readonly name: string
}

/**
 * Accounts, roles, tokens, links and the trail, as the service last gave them. Every action rejects with the
 * service's DataError; after one that was done the lists are fetched again.
 */
export const useAdmin = defineStore('admin', () => {
  const { admin: connect, client } = usePorts()
  const users = shallowRef<readonly UserEntry[] | null>(null)
  const grants = shallowRef<readonly GivenGrantEntry[]>([])
  const tokens = shallowRef<readonly TokenEntry[] | null>(null)
  const wallLinks = shallowRef<readonly WallLinkEntry[] | null>(null)
  const trail = shallowRef<AuditTrail | null>(null)
  const brains = shallowRef<ReadonlyMap<SpaceId, readonly BrainName[]>>(new Map())
  /** Spaces whose names were asked for. */
  const named = new Set<SpaceId>()

  /** Names of a space's brains, a help only: where they do not come, ids are typed. Never rejects. */
  async function loadBrains(space: SpaceId): Promise<void> {
    if (named.has(space)) return
    named.add(space)
    const found = await client.registry(space).then(
      (document) => document.brains.map(({ id, name }) => ({ id, name })),
      () => null,
    )
    if (found) brains.value = new Map(brains.value).set(space, found)
    else named.delete(space)
  }

  async function loadUsers(): Promise<void> {
    const client = await connect()
    const [people, given] = await Promise.all([client.users(), client.grants()])
    users.value = markRaw(people.users)
    grants.value = markRaw(given.grants)
  }

  async function loadIssued(space: SpaceId): Promise<void> {
    const client = await connect()
    const [made, links] = await Promise.all([client.tokens(space), client.wallLinks(space)])
    tokens.value = markRaw(made.tokens)
    wallLinks.value = markRaw(links.wallLinks)
  }

  /** Does something at the service, then fetches what it changed. */
  const then = <T>(reload: () => Promise<void>, action: (client: AdminClient) => Promise<T>) =>
    connect().then(async (client) => {
      const done = await action(client)
      await reload()
      return done
    })

  const invite = (name: string, given: readonly Grant[]) =>
    then(loadUsers, (client) => client.invite({ name, grants: given.map((one) => ({ ...one })) }))
  const inviteAgain = (id: string) => then(loadUsers, (client) => client.inviteAgain(id))
  const setClosed = (id: string, closed: boolean) =>
    then(loadUsers, (client) => client.setClosed(id, closed))
  const give = (user: string, grant: Grant) =>
    then(loadUsers, (client) => client.give({ user, ...grant }))
  const take = (id: string) => then(loadUsers, (client) => client.take(id))

  const makeToken = (space: SpaceId, order: Parameters<AdminClient['makeToken']>[1]) =>
    then(
      () => loadIssued(space),
      (client) => client.makeToken(space, order),
    )
  const revokeToken = (space: SpaceId, id: string) =>
    then(
      () => loadIssued(space),
      (client) => client.revokeToken(space, id),
    )
  const makeWallLink = (space: SpaceId, order: Parameters<AdminClient['makeWallLink']>[1]) =>
    then(
      () => loadIssued(space),
      (client) => client.makeWallLink(space, order),
    )
  const revokeWallLink = (space: SpaceId, id: string) =>
    then(
      () => loadIssued(space),
      (client) => client.revokeWallLink(space, id),
    )

  /** One page of the trail; `params` as GET /api/audit takes them. */
  async function search(params: object): Promise<void> {
    trail.value = markRaw(await (await connect()).trail(params))
  }
  const verify = async (head: string | null): Promise<AuditVerdict> =>
    (await connect()).verdict(head)

  return {
    ...{ users, grants, tokens, wallLinks, trail, brains, loadBrains },
    ...{ loadUsers, invite, inviteAgain, setClosed, give, take },
    ...{ loadIssued, makeToken, revokeToken, makeWallLink, revokeWallLink },
    ...{ search, verify },
  }
})
