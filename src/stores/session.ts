import { defineStore } from 'pinia'
import { computed, markRaw, shallowRef } from 'vue'

import type { SessionAnswer } from '../contract/accounts.ts'
import type { DataError } from '../data/dataError.ts'
import type { SessionClient } from '../data/sessionClient.ts'
import { mayDo, scopeOf } from '../domain/rights.ts'
import type { Action, Scope } from '../domain/rights.ts'
import type { SpaceId } from '../domain/space.ts'
import { tryToKeep, usePageStorage } from './pageStorage.ts'
import { usePorts } from './ports.ts'

/** Where this browser notes the account that is signed in; empty for nobody. Other pages of it see the change. */
export const SIGNED_IN = 'signed-in'

/**
 * Who is at the screen and what they may do. The service decides; this is for what the page offers.
 * Until the service has answered, nobody may do anything.
 */
export const useSession = defineStore('session', () => {
  const { session: connect } = usePorts()
  const storage = usePageStorage()
  const answer = shallowRef<SessionAnswer | null>(null)
  const error = shallowRef<DataError | null>(null)
  let asked: Promise<void> | null = null

  const user = computed(() => answer.value?.user ?? null)
  const grants = computed(() => answer.value?.grants ?? [])

  const take = (next: SessionAnswer): void => {
    tryToKeep(storage, SIGNED_IN, next.user?.id ?? '')
    answer.value = markRaw(next)
    error.value = null
  }

  /** Asks once; again after a failure. Never rejects: `error` says why nobody is known. */
  function load(): Promise<void> {
    asked ??= ask()
    return asked
  }

  async function ask(): Promise<void> {
    try {
      take(await (await connect()).session())
    } catch (cause) {
      error.value = cause as DataError
      asked = null
    }
  }

  /** Rejects with the service's DataError: wrong words (401), too many tries (429). */
  async function signIn(name: string, password: string): Promise<void> {
    take(await (await connect()).signIn({ name, password }))
    asked = Promise.resolve()
  }

  /** Takes up an invitation and is signed in. Rejects with the service's DataError. */
  async function welcome(invitation: Parameters<SessionClient['welcome']>[0]): Promise<void> {
    take(await (await connect()).welcome(invitation))
    asked = Promise.resolve()
  }

  /** Ends this session, or all of this person's, then cleans up. Rejects with the service's DataError. */
  async function signOut(everywhere: boolean, cleanUp: () => Promise<void>): Promise<void> {
    const client = await connect()
    await (everywhere ? client.signOutEverywhere() : client.signOut())
    await cleanUp()
    asked = null
    await load()
  }

  /** Rejects with the service's DataError. */
  async function changePassword(current: string, password: string): Promise<void> {
    await (await connect()).changePassword({ current, password })
  }

  const scope = (action: Action, space: SpaceId): Scope => scopeOf(grants.value, action, space)
  const mayIn = (action: Action, space: SpaceId): boolean => scope(action, space).kind !== 'none'
  const may = (action: Action): boolean => mayDo(grants.value, action)

  return {
    answer,
    error,
    user,
    grants,
    load,
    signIn,
    signOut,
    welcome,
    changePassword,
    scope,
    may,
    mayIn,
  }
})
