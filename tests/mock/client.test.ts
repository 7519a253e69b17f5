import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { makeClient, pauseBefore, RequestFailed, type Send } from '../../mock/client.ts'

const Answer = z.object({ ok: z.boolean() })
const yes = (): Response => Response.json({ ok: true })

/** A service that gives these answers in turn, and a client that does not really wait. */
function scripted(...answers: readonly (() => Response | Error)[]) {
  const pauses: number[] = []
  let asked = 0
  const send: Send = () => {
    const answer = answers[asked++]?.() ?? new Error('no more answers')
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const pause = (ms: number): Promise<void> => {
    pauses.push(ms)
    return Promise.resolve()
  }
  const client = makeClient({ base: 'http://service.test', send, pause, attempts: 4 })
  return { client, pauses, asked: () => asked }
}

describe('a request', () => {
  it('is sent again after a lost connection, 503 and 429', async () => {
    const { client, asked } = scripted(
      () => new TypeError('fetch failed'),
      () => new Response(null, { status: 503 }),
      () => new Response(null, { status: 429 }),
      yes,
    )
    await expect(client.get('/x', Answer)).resolves.toEqual({ ok: true })
    expect(asked()).toBe(4)
  })

  it('waits longer before each further try, or as long as the service asks', async () => {
    const { client, pauses } = scripted(
      () => new TypeError('fetch failed'),
      () => new Response(null, { status: 503 }),
      () => new Response(null, { status: 429, headers: { 'retry-after': '3' } }),
      yes,
    )
    await client.get('/x', Answer)
    expect(pauses).toEqual([200, 400, 3000])
    expect(pauseBefore(20, null)).toBe(5000)
    expect(pauseBefore(0, 'Sun, 22 Nov 2026 01:30:00 GMT')).toBe(200)
  })

  it('gives up after its tries and says what to do', async () => {
    const { client, asked } = scripted(...Array(9).fill(() => new TypeError('fetch failed')))
    await expect(client.get('/x', Answer)).rejects.toThrow(/could not be reached 4 times.*Check/)
    expect(asked()).toBe(4)
  })

  it('is not sent again when it is refused, and repeats place, rule and remedy', async () => {
    const problem = {
      code: 'brokenRules',
      message: '1 fault found',
      issues: [{ place: '/cells/0/unit', rule: 'unit', remedy: 'use 亿元' }],
    }
    const { client, asked } = scripted(() => Response.json(problem, { status: 422 }))
    const failure = await client.post('/x', {}, Answer, {}).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(RequestFailed)
    expect(String(failure)).toMatch(
      /POST \/x.*422.*brokenRules.*\n.*\/cells\/0\/unit.*unit.*use 亿元/,
    )
    expect(asked()).toBe(1)
  })

  it('fails clearly on an answer in another form', async () => {
    const { client } = scripted(() => Response.json({ other: 1 }))
    await expect(client.get('/x', Answer)).rejects.toThrow(/form this program does not know/)
  })
})
