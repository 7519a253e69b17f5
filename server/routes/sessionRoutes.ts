import type { Context, Hono } from 'hono'

import { PasswordChange, SessionAnswer, SignIn, Welcome } from '../../src/contract/index.ts'
import { LONGEST_MS } from '../accounts/sessions.ts'
import type { Person } from '../accounts/accounts.ts'
import type { Principal } from '../auth/principal.ts'
import { described } from '../http/openapi.ts'
import { HttpProblem } from '../http/problem.ts'
import { remoteAddress } from '../http/remoteAddress.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf, done } from './answer.ts'
import type { AccessSettings } from './deps.ts'

/** Longest body of a route of accounts. */
export const ACCOUNT_BYTES = 20_000

/** Who asks, as the pages need it: never a hash, never a session's id. */
function sessionAnswer(
  principal: Principal,
  { separateDuties, watermark = false }: AccessSettings,
): SessionAnswer {
  const { kind, grants } = principal
  const user = kind === 'user' ? { id: principal.id, name: principal.name } : null
  const plain = grants.map(({ role, space, city, brain }) => ({ role, space, city, brain }))
  return { kind, user, grants: plain, separateDuties, watermark }
}

/** Signing in and out, the own password, and taking up an invitation. */
export function sessionRoutes(app: Hono, deps: AccountDeps): void {
  const { people, sessions, cookie, wallCookie, accounts, note, settings } = deps
  const addressOf = (c: Context) => remoteAddress(c, settings.publicOrigin !== null)

  /** Opens a session in place of the one that the browser had, and says who is now signed in. */
  const signedIn = async (c: Context, { id, name }: Person): Promise<Response> => {
    const former = cookie.read(c.req)
    if (former !== null) await sessions.end(former)
    const secret = await sessions.open(id)
    const found = await sessions.find(secret)
    if (!found) throw new Error('a session that was just opened is not there')
    note(`user:${name}`, 'session.open', { subject: name, detail: { address: addressOf(c) } })
    const extra = { 'set-cookie': cookie.set(secret, LONGEST_MS) }
    return answer(sessionAnswer(found.principal, settings), 200, extra)
  }

  /** What was typed where a name belongs may be a password: only the name of an account is kept. */
  const refused = async (c: Context, typed: string): Promise<void> => {
    const subject = (await accounts.people.byName(typed))?.name ?? 'unknown'
    const detail = { address: addressOf(c) }
    note('anonymous', 'session.open', { subject, outcome: 'refused', detail })
  }

  const signedOut = (): Response => {
    const answered = done({ 'set-cookie': cookie.clear })
    answered.headers.append('set-cookie', wallCookie.clear)
    return answered
  }

  app.get(
    '/api/session',
    described(
      {
        ...{ summary: 'Who asks, and with which grants', zh: '当前身份及其授权' },
        ...{ group: 'accounts', access: 'open', answers: { 200: SessionAnswer } },
      },
      (_, { principal }) => answer(sessionAnswer(principal, settings)),
    ),
  )

  app.post(
    '/api/session',
    described(
      {
        ...{ summary: 'Sign in', zh: '登录' },
        ...{ group: 'accounts', access: 'open', answers: { 200: SessionAnswer } },
        ...{ problems: [400, 401, 403, 413, 415, 429, 503], body: SignIn },
      },
      async (c) => {
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { name, password } = requireSchema(SignIn, value)
        try {
          return await signedIn(c, await people.signIn(name, password, addressOf(c)))
        } catch (error) {
          if (error instanceof HttpProblem && error.status === 401) await refused(c, name)
          throw error
        }
      },
    ),
  )

  app.delete(
    '/api/session',
    described(
      {
        ...{ summary: 'Sign out', zh: '退出登录' },
        ...{ group: 'accounts', access: 'open', answers: { 204: null }, problems: [403] },
      },
      async (c, { principal }) => {
        const secret = cookie.read(c.req)
        if (secret !== null) await sessions.end(secret)
        if (principal.kind === 'user') note(principal, 'session.end', { subject: principal.name })
        return signedOut()
      },
    ),
  )

  app.delete(
    '/api/sessions',
    described(
      {
        ...{ summary: 'Sign out everywhere', zh: '在所有设备上退出登录' },
        ...{ group: 'accounts', access: 'signedIn', answers: { 204: null } },
      },
      async (_, { principal }) => {
        if (principal.kind !== 'user') throw new Error('only a person is signed in')
        await accounts.sessions.endOf(principal.id)
        note(principal, 'session.endAll', { subject: principal.name })
        return signedOut()
      },
    ),
  )

  app.put(
    '/api/session/password',
    described(
      {
        ...{
          summary: 'Change one’s password; other sessions end',
          zh: '修改本人密码，其他会话随即结束',
        },
        ...{ group: 'accounts', access: 'signedIn', answers: { 204: null } },
        ...{ problems: [400, 413, 415, 422, 429, 503], body: PasswordChange },
      },
      async (c, { principal }) => {
        if (principal.kind !== 'user') throw new Error('only a person is signed in')
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const change = requireSchema(PasswordChange, value)
        const { id, name, sessionId } = principal
        await people.changePassword({ id, sessionId, address: addressOf(c) }, change)
        note(principal, 'user.password', { subject: name })
        return done()
      },
    ),
  )

  app.post(
    '/api/welcome',
    described(
      {
        ...{ summary: 'Take up an invitation, once', zh: '接受邀请，只限一次' },
        ...{ group: 'accounts', access: 'open', answers: { 200: SessionAnswer } },
        ...{ problems: [400, 403, 404, 409, 413, 415, 422, 503], body: Welcome },
      },
      async (c) => {
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const person = await people.welcome(requireSchema(Welcome, value))
        note(`user:${person.name}`, 'user.welcome', { subject: person.name })
        return signedIn(c, person)
      },
    ),
  )
}
