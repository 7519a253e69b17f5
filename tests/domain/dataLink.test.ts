import fc from 'fast-check'
import { expect, it } from 'vitest'

import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import {
  dataPath,
  GROUPS,
  PLAIN_CHOICE,
  readDataLink,
  writeDataLink,
} from '../../src/domain/dataLink.ts'
import type { DataChoice } from '../../src/domain/dataLink.ts'
import { MEASURES } from '../../src/domain/measure/question.ts'
import { CITIES } from '../../src/domain/region.ts'

const INDICATORS = ['cluster.revenue', 'compute.racksBuilt', 'innovation.patents']
const KNOWN = {
  indicators: new Set(INDICATORS),
  domains: new Set<string>(DOMAIN_IDS),
  cities: new Set(CITIES),
}
const some = (from: readonly string[]) => fc.subarray([...from])
const period = fc.constantFrom(null, '2025', '2025-Q1', '2025-H2', '2026-10')
const choices: fc.Arbitrary<DataChoice> = fc.record({
  kind: fc.constantFrom('observations', 'query'),
  indicators: some(INDICATORS),
  groupBy: fc.constantFrom(...GROUPS),
  measure: fc.constantFrom(...MEASURES),
  domains: some(DOMAIN_IDS),
  cities: some(CITIES),
  batches: some(['2023', '2024']),
  from: period,
  to: period,
})

it('a choice comes back from its link', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const usual = { ...PLAIN_CHOICE, indicators: ['cluster.revenue'] }
      expect(readDataLink(writeDataLink(choice, usual), usual, KNOWN)).toEqual(choice)
    }),
  )
})

it('a link holds only what differs, and unknown names are dropped', () => {
  expect(writeDataLink(PLAIN_CHOICE, PLAIN_CHOICE)).toEqual({})
  const link = { indicator: 'no.such,cluster.revenue', domain: 'x', from: '2025-13', measure: 'y' }
  const read = readDataLink(link, PLAIN_CHOICE, KNOWN)
  expect(read).toEqual({ ...PLAIN_CHOICE, indicators: ['cluster.revenue'] })
})

it('an address names its parameters as the route has them and ends no text of a program', () => {
  const request = {
    space: 'demo',
    asOf: '2026-11-16T08:00:00Z',
    locale: 'en',
    format: 'csv',
  } as const
  const choice = {
    ...PLAIN_CHOICE,
    indicators: ['a.b', 'c.d'],
    cities: ['370200'],
    batches: [`"'x`],
  }
  expect(dataPath(choice, request)).toBe(
    '/api/demo/data/observations?indicator=a.b,c.d&city=370200&batch=%22%27x&asOf=2026-11-16T08:00:00Z&lang=en&format=csv',
  )
  const query = { ...choice, kind: 'query', batches: [], groupBy: 'city' } as const
  expect(dataPath(query, { ...request, size: 5 })).toBe(
    '/api/demo/data/query?indicator=a.b,c.d&groupBy=city&cities=370200&asOf=2026-11-16T08:00:00Z&lang=en&format=csv',
  )
})
