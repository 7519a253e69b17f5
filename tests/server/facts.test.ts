import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import absent from '../../server/facts/absent.json' with { type: 'json' }
import brains from '../../server/facts/brains.json' with { type: 'json' }
import cited from '../../server/facts/cited.json' with { type: 'json' }
import events from '../../server/facts/events.json' with { type: 'json' }
import observations from '../../server/facts/observations.json' with { type: 'json' }
import sources from '../../server/facts/sources.json' with { type: 'json' }
import targets from '../../server/facts/targets.json' with { type: 'json' }
import {
  BrainEntry,
  CitedPointEntry,
  EventEntry,
  LocalText,
  SourceEntry,
  TargetEntry,
} from '../../src/contract/index.ts'
import { CATALOGUE, indicatorOf } from '../../src/domain/catalogue/index.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import { regionOf } from '../../src/domain/region.ts'
import { TAXONOMIES } from '../../src/domain/taxonomy.ts'

const known = new Set(sources.map(({ id }) => id))
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('sources', () => {
  it('have confidence A, B or C, and no address', () => {
    expect(z.array(z.strictObject(SourceEntry.shape)).safeParse(sources).error).toBeUndefined()
    expect(JSON.stringify(sources)).not.toMatch(/https?:|镜像|mirror|\.(com|cn|net|org)\b/)
  })

  it('hold each publication once', () => {
    expect(new Set(ids(sources)).size).toBe(sources.length)
  })

  it('hold everything that facts, dictionary and taxonomy cite, and nothing else', () => {
    const used = new Set([
      ...[...observations, ...targets, ...cited].map(({ source }) => source),
      ...brains.flatMap((brain) => brain.sources),
      ...events.map(({ document }) => document),
      ...[...CATALOGUE, ...TAXONOMIES].flatMap((entry) => entry.sources),
    ])
    expect([...used].filter((id) => !known.has(id))).toEqual([])
    const notices = [2023, 2024, 2025, 2026].map((year) => `H${year}`)
    expect([...known].filter((id) => !used.has(id))).toEqual(notices)
  })
})

describe('the public registry', () => {
  it('is the eight brains that sources name, and passes the contract', () => {
    expect(brains).toHaveLength(8)
    expect(z.array(BrainEntry).safeParse(brains).error).toBeUndefined()
    for (const { city } of brains) expect(regionOf(city)?.level).toBe('city')
  })

  it('guesses nothing: no domain, organiser, lead unit or joint unit', () => {
    for (const brain of brains) {
      expect(brain).toMatchObject({ domain: null, organiser: null, leadUnit: null, jointUnits: [] })
      expect(brain.origin).toBe('public')
      expect(brain.sources.length).toBeGreaterThan(0)
    }
  })

  it('is no surer of a brain than its best source', () => {
    for (const { confidence, sources: cites } of brains) {
      const best = sources.filter(({ id }) => cites.includes(id)).map((source) => source.confidence)
      expect(confidence).toBe(best.sort()[0])
    }
  })

  it('places each brain in a stage only by a dated document', () => {
    expect(z.array(EventEntry).safeParse(events).error).toBeUndefined()
    for (const { brain, date } of events) {
      expect(ids(brains)).toContain(brain)
      expect(date).toBe('2024-07-10')
    }
    const kinds = events.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'piloted')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'pooled')).toHaveLength(2)
  })

  it('shows 示范型 as an honour beside an unknown stage and batch', () => {
    const wood = brains.find(({ honours }) => honours.length > 0)
    expect(wood).toMatchObject({ county: '371325', batch: null, honours: ['省级示范型产业大脑'] })
    expect(events.some(({ brain }) => brain === wood?.id)).toBe(false)
  })
})

describe('public observations', () => {
  it('are statistics of the province or a city: no figure of a brain', () => {
    for (const { indicator, entity } of observations) {
      expect(indicatorOf(indicator)?.reportedFrom, indicator).toBe('region')
      expect(regionOf(entity), entity).toBeDefined()
    }
  })

  it('fit their indicator in unit, cadence, bounds and decimals', () => {
    for (const { indicator, unit, period, value } of observations) {
      const entry = indicatorOf(indicator)
      expect(unit, indicator).toBe(entry?.unit)
      expect(parsePeriod(period)?.cadence, indicator).toBe(entry?.cadence)
      expect(value, indicator).toBeGreaterThanOrEqual(entry?.min ?? Infinity)
      expect(value, indicator).toBeLessThanOrEqual(entry?.max ?? -Infinity)
      expect(Number(value.toFixed(entry?.decimals)), indicator).toBe(value)
    }
  })

  it('hold each cell once and a note only in both languages', () => {
    const cells = observations.map((row) => `${row.indicator} ${row.entity} ${row.period}`)
    expect(new Set(cells).size).toBe(cells.length)
    const note = z.nullable(z.strictObject(LocalText.shape))
    for (const row of observations) expect(note.safeParse(row.note).success).toBe(true)
  })

  it('were published in the year of their period or later', () => {
    for (const { period, source, indicator } of observations) {
      const date = sources.find(({ id }) => id === source)?.date ?? ''
      expect(date.slice(0, 4) >= period.slice(0, 4), `${indicator} ${period}`).toBe(true)
    }
  })

  it('give every statistic of the dictionary at least one value', () => {
    const filled = new Set(observations.map(({ indicator }) => indicator))
    const empty = CATALOGUE.filter(
      ({ id, reportedFrom }) => reportedFrom === 'region' && !filled.has(id),
    )
    expect(ids(empty)).toEqual([])
  })
})

describe('targets and cited counts', () => {
  it('hold the targets of 15 in 2023 and 50 by 2025', () => {
    expect(z.array(TargetEntry).safeParse(targets).error).toBeUndefined()
    const goals = targets.filter(({ subject }) => subject === 'programme.brains')
    expect(goals.map(({ period, value }) => [period, value])).toEqual([
      ['2023', 15],
      ['2025', 50],
    ])
  })

  it('give each cited count a definition of its own', () => {
    expect(z.array(CitedPointEntry).safeParse(cited).error).toBeUndefined()
    expect(new Set(cited.map(({ definition }) => definition.zh)).size).toBe(cited.length)
    expect(new Set(cited.map(({ subject }) => subject)).size).toBe(cited.length)
  })

  it('never join the 112 of the press to the 32 and 18 of the office', () => {
    const subject = (value: number) => cited.find((point) => point.value === value)?.subject
    expect(subject(112)).toMatch(/^press\./)
    expect(subject(32)).toMatch(/^office\./)
    expect(subject(18)).toMatch(/^office\./)
    expect(targets.some((target) => target.subject === subject(112))).toBe(false)
  })
})

describe('what is not public', () => {
  it('is named with its reason and the way to bring it in, in both languages', () => {
    const text = z.strictObject(LocalText.shape)
    const entry = z.strictObject({ id: z.string(), what: text, why: text, bring: text })
    expect(z.array(entry).safeParse(absent).error).toBeUndefined()
    expect(absent.length).toBeGreaterThanOrEqual(7)
    expect(new Set(ids(absent)).size).toBe(absent.length)
  })
})
