import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { FACTS_FOLDER, importFacts, readFacts } from '../../server/facts.ts'
import type { Facts } from '../../server/facts.ts'
import { sliceDocument } from '../../server/space/sliceDocument.ts'
import { makeSpace } from '../../server/space/space.ts'
import type { Space } from '../../server/space/space.ts'
import { openSqlite } from '../../server/store/openSqlite.ts'
import { indicatorOf } from '../../src/domain/catalogue/index.ts'
import { SPACES } from '../../src/domain/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { INDICATORS, NOW } from './fixture.ts'

const facts: Facts = await readFacts(FACTS_FOLDER)

let folder: string
let spaces: Map<SpaceId, Space>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brain-facts-'))
  spaces = new Map()
  for (const id of SPACES) {
    const store = await openSqlite(join(folder, `${id}.sqlite`), id)
    const space = await makeSpace({ id, store, indicators: INDICATORS, clock: () => NOW })
    await importFacts(space, facts, NOW)
    spaces.set(id, space)
  }
})
afterEach(async () => {
  for (const space of spaces.values()) await space.close()
  rmSync(folder, { recursive: true, force: true })
})

const space = (id: SpaceId) => spaces.get(id) as Space

const [first] = facts.observations
if (!first) throw new Error('there are no public observations')
const cellOf = { indicator: first.indicator, entity: first.entity, period: first.period }
const historyOf = () => space('main').store.history({ ...cellOf, asOf: null, limit: 10 })

describe('the public facts in main', () => {
  it('are all there, as public observations of a report that names the source', async () => {
    expect(space('main').counts().observations).toBe(facts.observations.length)
    const [observation] = await historyOf()
    expect(observation).toMatchObject({ value: first.value, origin: 'public', status: 'final' })
    const source = facts.sources.find(({ id }) => id === first.source)
    expect(await space('main').store.report(observation?.report ?? '')).toMatchObject({
      brain: null,
      source: first.source,
      by: source?.publisher,
    })
  })

  it('name the publication of every cell in their slices, now and as of an instant', async () => {
    const indicator = indicatorOf(first.indicator)
    if (!indicator) throw new Error(first.indicator)
    for (const asOf of [null, NOW]) {
      const cells = await space('main').store.sliceCells(indicator.id, asOf)
      const { sources = {}, values } = sliceDocument(indicator, 1, cells)
      const stated = facts.observations.filter((cell) => cell.indicator === indicator.id)
      expect(new Set(Object.keys(sources))).toEqual(new Set(stated.map(({ source }) => source)))
      for (const [id, positions] of Object.entries(sources))
        expect(positions.map((at) => values[at])).toEqual(
          expect.arrayContaining(stated.filter((c) => c.source === id).map(({ value }) => value)),
        )
    }
  })

  it('became known when they were published, not when they were read', async () => {
    const source = facts.sources.find(({ id }) => id === first.source)
    const [observation] = await historyOf()
    expect(observation?.knownAt.slice(0, 10)).toBe(source?.date)
    const { lastKnownAt } = space('main').counts()
    expect(lastKnownAt).toBeLessThanOrEqual(NOW)
  })

  it('come with registry, events, targets, cited points, gaps and calendar', async () => {
    const registry = await space('main').store.registry(null)
    expect(registry.brains.map(({ id }) => id)).toEqual(facts.brains.map(({ id }) => id))
    expect(registry.events).toHaveLength(facts.events.length)
    expect(registry.targets).toHaveLength(facts.targets.length)
    expect(registry.cited).toHaveLength(facts.cited.length)
    expect(registry.gaps).toHaveLength(facts.absent.length)
    expect(registry.holidays).toHaveLength(facts.holidays.length)
  })

  it('change nothing when they are imported again', async () => {
    const before = [space('main').versions(), space('main').counts()]
    await importFacts(space('main'), facts, NOW + 1)
    expect([space('main').versions(), space('main').counts()]).toEqual(before)
  })

  it('become a revision with a reason when a file is corrected', async () => {
    const observations = facts.observations.map((cell) =>
      cell === first ? { ...cell, value: cell.value + 1 } : cell,
    )
    await importFacts(space('main'), { ...facts, observations }, NOW)
    const [latest, earlier] = await historyOf()
    expect(latest).toMatchObject({ value: first.value + 1, status: 'revised' })
    expect(earlier).toMatchObject({ value: first.value, status: 'final' })
    const report = await space('main').store.report(latest?.report ?? '')
    expect(report?.reason).toBe('公开资料更正')
  })
})

describe('facts that cannot be true', () => {
  const [brain] = facts.brains
  const [event] = facts.events

  it.each([
    ['a county of another city', { brains: [{ ...brain, county: '370602' }] }],
    ['an unknown source', { brains: [{ ...brain, sources: ['S999'] }] }],
    ['an event of 1800', { events: [{ ...event, date: '1800-01-01' }] }],
  ])('are not imported: %s', async (_, wrong) => {
    const changed = { ...facts, ...(wrong as Partial<Facts>) }
    await expect(importFacts(space('main'), changed, NOW)).rejects.toThrow(/^facts: \//)
  })
})

describe('demo', () => {
  it('gets the goals, the calendar and what rules and dictionary rest on, and nothing else', async () => {
    const registry = await space('demo').store.registry(null)
    expect(space('demo').counts().observations).toBe(0)
    expect([registry.brains, registry.events, registry.cited]).toEqual([[], [], []])
    expect(registry.targets).toHaveLength(facts.targets.length)
    expect(registry.holidays).toHaveLength(facts.holidays.length)
    expect(registry.sources.map(({ id }) => id).sort()).toEqual(
      facts.sources.map(({ id }) => id).sort(),
    )
  })
})
