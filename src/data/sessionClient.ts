import * as z from 'zod/mini'

import { SessionAnswer } from '../contract/accounts.ts'
import { type ClientOptions, makeGet, makeSend } from './request.ts'

/** An answer without a body. */
const NOTHING = z.unknown()

export type SessionClient = ReturnType<typeof makeSessionClient>

/** Who is at the screen: signing in and out, one's password, an invitation. */
export function makeSessionClient(options: ClientOptions) {
  const [get, send] = [makeGet(options), makeSend(options)]
  return {
    session: () => get(SessionAnswer, ['session'], {}),
    signIn: (body: { readonly name: string; readonly password: string }) =>
      send('POST', ['session'], SessionAnswer, { body }),
    signOut: () => send('DELETE', ['session'], NOTHING),
    signOutEverywhere: () => send('DELETE', ['sessions'], NOTHING),
    changePassword: (body: { readonly current: string; readonly password: string }) =>
      send('PUT', ['session', 'password'], NOTHING, { body }),
    /** Takes up an invitation, once; the first administrator chooses a name. */
    welcome: (body: {
      readonly secret: string
      readonly name?: string
      readonly password: string
    }) => send('POST', ['welcome'], SessionAnswer, { body }),
  }
}
