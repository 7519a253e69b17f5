import type { Grant } from '../src/domain/rights.ts'
import { makeBackOff } from './accounts/backOff.ts'
import { oneAtATime } from './accounts/oneAtATime.ts'
import { makePeople } from './accounts/people.ts'
import { makeSessions } from './accounts/sessions.ts'
import { makeCookie } from './auth/cookies.ts'
import { makeGate } from './auth/gate.ts'
import type { Gate } from './auth/gate.ts'
import { makeIdentify } from './auth/identify.ts'
import { noteHourly } from './auth/noteHourly.ts'
import { isLoopbackHost } from './http/loopbackHost.ts'
import type { AccountDeps } from './routes/accountDeps.ts'
import type { AppDeps } from './routes/deps.ts'
import { noteBy } from './routes/noteBy.ts'

const DEMO_READER: Grant = { role: 'analyst', space: 'demo', city: null, brain: null }

/** The gate of every route, and what the routes of accounts need. */
export function makeAccess(deps: AppDeps): AccountDeps & { readonly gate: Gate } {
  const { accounts, clock, credentials, settings, spaces } = deps
  const { openDemo, publicOrigin, separateDuties } = settings
  const openGrants = openDemo ? [DEMO_READER] : []
  const isSecure = publicOrigin !== null
  const cookie = makeCookie('session', isSecure)
  const wallCookie = makeCookie('wall', isSecure)
  const sessions = makeSessions({ accounts, clock, openGrants })
  const people = makePeople({ accounts, backOff: makeBackOff(clock), clock, separateDuties })
  const note = noteBy(deps)
  const { tokens } = accounts
  const identify = makeIdentify({
    ...{ spaces, credentials, tokens, sessions, cookie, wallCookie, clock, openGrants },
  })
  const isOurOrigin = (origin: string, host: string): boolean =>
    origin === publicOrigin || (isLoopbackHost(host) && origin === `http://${host}`)
  accounts.onChange(() => {
    for (const space of spaces.values()) space.hub.recheck()
  })
  const gate = makeGate({ spaces, identify, isOurOrigin, note: noteHourly(note, clock) })
  return { ...deps, gate, sessions, cookie, wallCookie, people, note, inTurn: oneAtATime() }
}
