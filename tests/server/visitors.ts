import { expect } from 'vitest'

import { makeInvitation } from '../../server/accounts/people.ts'
import type { Answer, Fixture } from './fixture.ts'
import { OURS } from './fixture.ts'

export const PASSWORD = '四月的柳絮飞过了大明湖边'
export const OTHER = 'gravel umbrella seventeen otters'

/** What people do with a service: take up links, sign in, make accounts for others. */
export function visitors(fixture: () => Fixture) {
  /** A request with a method that `post` and `get` do not have. */
  async function send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fixture().app.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const parsed = text === '' ? {} : (JSON.parse(text) as Answer['body'])
    return { status: answer.status, headers: answer.headers, body: parsed }
  }

  /** What a browser sends back after an answer that set the session's cookie. */
  const cookieOf = ({ headers }: Answer): Record<string, string> => ({
    cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    ...OURS,
  })

  /** The first administrator, by the one-time link. */
  async function firstAdministrator(name = 'li.ming'): Promise<Record<string, string>> {
    const { secret } = await makeInvitation(fixture().accounts, null, fixture().clock.now)
    const answer = await fixture().post('/api/welcome', { secret, name, password: PASSWORD })
    expect(answer.status).toBe(200)
    return cookieOf(answer)
  }

  const signIn = (name: string, password: string) =>
    fixture().post('/api/session', { name, password }, OURS)
  const whoIs = async (headers: Record<string, string>) =>
    (await fixture().get('/api/session', headers)).body as {
      kind: string
      user: { id: string; name: string } | null
      grants: { role: string }[]
    }
  const secretIn = (answer: Answer): string => String(answer.body['path']).replace('/welcome#', '')

  /** Makes an account and takes its invitation up. */
  async function colleague(
    by: Record<string, string>,
    name: string,
    grants: readonly object[] = [],
  ): Promise<{ id: string; headers: Record<string, string> }> {
    const made = await fixture().post('/api/users', { name, grants }, by)
    expect(made.status).toBe(201)
    const secret = secretIn(made)
    const welcome = await fixture().post('/api/welcome', { secret, password: OTHER })
    const { id } = made.body['user'] as { id: string }
    return { id, headers: cookieOf(welcome) }
  }

  const grant = (role: string, space: string | null = null) => ({
    ...{ role, space, city: null, brain: null },
  })
  return { send, cookieOf, firstAdministrator, signIn, whoIs, secretIn, colleague, grant }
}
