import { AxiosError } from 'axios'
import type { InternalAxiosRequestConfig } from 'axios'
import { describe, expect, it, vi } from 'vitest'

import { makeClient } from '../../src/data/client.ts'
import { DataError } from '../../src/data/dataError.ts'

const SLICE = {
  indicator: 'cluster.revenue',
  version: 3,
  entities: ['a', 'b'],
  periods: ['2026-02'],
  values: [1.5, null],
  absent: { withheld: [1] },
  preliminary: [],
  revised: [],
  origins: ['reported'],
  knownAt: '2026-03-12T02:00:00.000Z',
}

interface Asked {
  readonly url: string | undefined
  readonly params: unknown
}

/** A client whose service gives the same answer to everything, and what it was asked. */
function answering(data: unknown, status = 200) {
  const asked: Asked[] = []
  const client = makeClient({
    baseURL: '/api',
    adapter: (config) => {
      asked.push({ url: config.url, params: config.params })
      const response = { data, status, statusText: '', headers: {}, config }
      if (status < 300) return Promise.resolve(response)
      return Promise.reject(new AxiosError('status', undefined, config, null, response))
    },
  })
  return { client, asked }
}

/** A client whose requests end without an answer. */
const failing = (code: string) =>
  makeClient({
    baseURL: '/api',
    adapter: (config: InternalAxiosRequestConfig) =>
      Promise.reject(new AxiosError('no answer', code, config)),
  })

async function errorOf(promise: Promise<unknown>): Promise<DataError> {
  const error = await promise.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (error instanceof DataError) return error
  throw new Error(`expected a DataError, got ${String(error)}`)
}

describe('a client of the service', () => {
  it('asks for each document at its own address', async () => {
    const { client, asked } = answering({})
    await Promise.allSettled([
      client.registry('demo'),
      client.versions('demo'),
      client.slice('demo', 'cluster.revenue'),
      client.observations('demo', { indicator: 'x.y', entity: 'b', period: '2026-01' }),
      client.report('demo', 'r/1'),
    ])
    expect(asked.map(({ url }) => url)).toEqual([
      '/demo/registry',
      '/demo/versions',
      '/demo/slices/cluster.revenue',
      '/demo/observations',
      '/demo/reports/r%2F1',
    ])
    expect(asked[3]?.params).toEqual({ indicator: 'x.y', entity: 'b', period: '2026-01' })
    expect(client.changesUrl('demo')).toBe('/api/demo/changes')
  })

  it('passes the instant as of which it asks', async () => {
    const { client, asked } = answering(SLICE)
    const asOf = '2026-05-01T00:00:00.000Z'
    await client.slice('demo', 'cluster.revenue', { asOf })
    expect(asked[0]?.params).toEqual({ asOf })
  })

  it('gives the document when it keeps the contract', async () => {
    const { client } = answering(JSON.stringify(SLICE))
    expect(await client.slice('demo', 'cluster.revenue')).toEqual(SLICE)
  })

  it('names the place in a malformed answer', async () => {
    const { client } = answering({ ...SLICE, periods: ['2026-02', 7] })
    const error = await errorOf(client.slice('demo', 'cluster.revenue'))
    expect(error.code).toBe('malformed')
    expect(error.details.issues[0]).toMatchObject({ place: '/periods/1', rule: 'expected string' })
    expect(error.message).toContain('/api/demo/slices/cluster.revenue')
  })

  it('refuses a page of a gateway in place of a document', async () => {
    const { client } = answering('<html>sign in</html>')
    const error = await errorOf(client.versions('demo'))
    expect(error.code).toBe('malformed')
    expect(error.details.issues[0]).toMatchObject({ place: '', rule: 'expected object' })
  })

  it('refuses a slice whose values do not fill its cells', async () => {
    const { client } = answering({ ...SLICE, values: [1] })
    const error = await errorOf(client.slice('demo', 'cluster.revenue'))
    expect(error.details.issues[0]).toMatchObject({ place: '/values', rule: 'expected 2 values' })
  })

  it('keeps code, message and issues of a problem that the service states', async () => {
    const issues = [{ place: 'asOf', rule: 'an instant', remedy: 'Use 2026-11-22T00:00:00Z.' }]
    const { client } = answering({ code: 'badInstant', message: 'asOf is no instant', issues }, 400)
    const error = await errorOf(client.registry('demo', { asOf: 'yesterday' }))
    expect(error).toMatchObject({
      code: 'refused',
      isAway: false,
      details: { status: 400, problem: 'badInstant', issues },
    })
    expect(error.message).toContain('asOf is no instant')
    expect(error.cause).toBeInstanceOf(AxiosError)
  })

  it('takes 503 for a service that is away and may come back, problem document or not', async () => {
    const { client } = answering({ code: 'notReady', message: 'opening stores', issues: [] }, 503)
    expect(await errorOf(client.versions('demo'))).toMatchObject({
      code: 'unavailable',
      isAway: true,
    })
  })

  it('calls an error status without a problem document unexpected', async () => {
    const { client } = answering('<html>teapot</html>', 418)
    expect(await errorOf(client.versions('demo'))).toMatchObject({
      code: 'unexpected',
      details: { status: 418, issues: [] },
    })
  })

  it.each([
    ['ERR_NETWORK', 'offline', true],
    ['ECONNABORTED', 'offline', true],
    ['ETIMEDOUT', 'timeout', true],
    ['ERR_CANCELED', 'cancelled', false],
  ])('maps %s to %s', async (code, expected, isAway) => {
    const error = await errorOf(failing(code).versions('demo'))
    expect(error).toMatchObject({ code: expected, isAway })
    expect(error.reason.zh).not.toBe('')
    expect(error.reason.en).not.toBe('')
  })
})

describe('a request that takes somebody who is signed in', () => {
  const asking = (status: number, headers: Readonly<Record<string, string>>) => {
    const onUnauthorised = vi.fn()
    const client = makeClient({
      ...{ baseURL: '/api', onUnauthorised },
      adapter: (config) => {
        const response = { data: null, status, statusText: '', headers, config }
        return Promise.reject(new AxiosError('status', undefined, config, null, response))
      },
    })
    return { client, onUnauthorised }
  }

  it('tells the page when it finds nobody, and still fails', async () => {
    const { client, onUnauthorised } = asking(401, { 'www-authenticate': 'Bearer' })
    expect((await errorOf(client.registry('main'))).details.status).toBe(401)
    expect(onUnauthorised).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['a wrong password', 401, {}],
    ['a right that is missing', 403, {}],
    ['a fault', 500, {}],
  ] as const)('says nothing of %s', async (_, status, headers) => {
    const { client, onUnauthorised } = asking(status, headers)
    expect((await errorOf(client.registry('main'))).details.status).toBe(status)
    expect(onUnauthorised).not.toHaveBeenCalled()
  })
})
