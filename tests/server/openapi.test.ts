import { afterEach, beforeEach, expect, it } from 'vitest'

import { BRAIN_PARAMETERS, LISTING_PARAMETERS } from '../../server/openData/listings.ts'
import { OBSERVATION_PARAMETERS } from '../../server/openData/observationPage.ts'
import { QUERY_PARAMETERS } from '../../server/openData/queryAnswer.ts'
import {
  ApiDocument,
  BrainList,
  DataAnswer,
  DataPage,
  IndicatorList,
} from '../../src/contract/index.ts'
import { readApi } from '../../src/domain/apiReading.ts'
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
  const routes = fixture.app.routes.map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  )
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

it('people can read it: every route in a group, in both languages, with examples that keep the contract', async () => {
  const document = ApiDocument.parse((await fixture.get('/api/openapi.json')).body)
  const routes = readApi(document).flatMap((group) => group.routes)
  const all = Object.values(document.paths).flatMap((methods) => Object.keys(methods))
  expect(routes).toHaveLength(all.length)
  for (const { summary, parameters } of routes) {
    expect(summary.zh).toMatch(/\p{Script=Han}/u)
    expect(summary.en).not.toMatch(/\p{Script=Han}/u)
    for (const { text } of parameters) if (text) expect(text.zh).not.toBe(text.en)
  }
  const schemas = {
    observations: DataPage,
    query: DataAnswer,
    indicators: IndicatorList,
    brains: BrainList,
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const route = routes.find(({ path }) => path.endsWith(`/data/${name}`))
    const [example, csv] = route?.examples ?? []
    expect(schema.safeParse(JSON.parse(example?.text ?? '')).success).toBe(true)
    expect(csv?.type).toBe('text/csv')
  }
})

it('every parameter that the open data take is described, and the reverse', async () => {
  const { paths } = ApiDocument.parse((await fixture.get('/api/openapi.json')).body)
  const named = (path: string) =>
    (paths[path]?.['get']?.parameters ?? [])
      .filter((one) => one.in === 'query')
      .map((one) => one.name)
  expect(named('/api/{space}/data/observations')).toEqual([...OBSERVATION_PARAMETERS])
  expect(named('/api/{space}/data/query').sort()).toEqual([...QUERY_PARAMETERS].sort())
  expect(named('/api/{space}/data/brains')).toEqual([...BRAIN_PARAMETERS])
  expect(named('/api/{space}/data/indicators')).toEqual([...LISTING_PARAMETERS])
})
