import { afterEach, beforeEach, expect, it } from 'vitest'

import { openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

interface OpenApi {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<string, { summary?: string; responses?: object; requestBody?: object }>
  >
}

const documented = async () => (await fixture.get('/api/openapi.json')).body as unknown as OpenApi

it('the description holds every route of the app, and nothing else', async () => {
  const { openapi, paths } = await documented()
  expect(openapi).toBe('3.1.0')
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = fixture.app.routes
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(described.sort()).toEqual([...new Set(routes)].sort())
})

it('every route says what it is for and what it answers, every write what it takes', async () => {
  for (const methods of Object.values((await documented()).paths))
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation.summary).toMatch(/\w/)
      expect(Object.keys(operation.responses ?? {}).length).toBeGreaterThan(0)
      if (method === 'post' && operation.requestBody)
        expect(JSON.stringify(operation.requestBody)).toContain('application/json')
    }
})
