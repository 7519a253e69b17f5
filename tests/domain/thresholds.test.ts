import { describe, expect, it } from 'vitest'

import sources from '../../server/facts/sources.json' with { type: 'json' }
import targets from '../../server/facts/targets.json' with { type: 'json' }
import { indicatorOf } from '../../src/domain/catalogue/index.ts'
import { pilotTermEnd, THRESHOLD_SETS, thresholdsOf } from '../../src/domain/thresholds.ts'

const all = THRESHOLD_SETS.flatMap(({ thresholds }) => thresholds)

describe('the figures of the notices', () => {
  it('of 2023 ask for 100 亿元 revenue, a centre or 1,000 racks, three warehouses, two platforms', () => {
    const least = (id: string) => thresholdsOf(2023)?.thresholds.find((one) => one.id === id)?.least
    expect(['revenue', 'centres', 'racks', 'warehouses', 'innovation'].map(least)).toEqual([
      100, 1, 1000, 3, 2,
    ])
  })

  it('of 2024 and 2025 ask for 100 亿元 output value, in principle', () => {
    for (const batch of [2024, 2025]) {
      const [first] = thresholdsOf(batch)?.thresholds ?? []
      expect(first).toMatchObject({ indicators: ['cluster.outputValue'], least: 100, soft: true })
    }
  })

  it('set the same rack line as the target that the charts draw', () => {
    const target = targets.find(({ subject }) => subject === 'compute.racksPlanned')
    const racks = thresholdsOf(Number(target?.period))?.thresholds.find(({ id }) => id === 'racks')
    expect(racks).toMatchObject({ indicators: [target?.subject], least: target?.value })
    expect(racks?.sources).toEqual([target?.source])
    const printed = target?.value.toLocaleString('en-US') ?? '?'
    for (const text of [racks?.clause.zh, racks?.clause.en, target?.label.zh, target?.label.en])
      expect(text).toContain(printed)
  })

  it('set no number of racks after 2023', () => {
    expect(thresholdsOf(2024)?.thresholds.find(({ id }) => id === 'racks')?.least).toBeNull()
  })

  it('name the sources S01, S03 and S08, which the facts hold', () => {
    expect(THRESHOLD_SETS.map(({ sources: ids }) => ids)).toEqual([['S01'], ['S03'], ['S08']])
    const known = new Set(sources.map(({ id }) => id))
    for (const id of all.flatMap((one) => one.sources)) expect(known).toContain(id)
  })

  it('ask only for indicators of the catalogue', () => {
    for (const id of all.flatMap(({ indicators }) => indicators))
      expect(indicatorOf(id)).toBeDefined()
  })

  it('are unknown for a batch that is not public', () => {
    expect(thresholdsOf(null)).toBeUndefined()
    expect(thresholdsOf(2022)).toBeUndefined()
  })
})

describe('the term of a pilot', () => {
  it('ends on the same day two years later', () => {
    expect(pilotTermEnd('2024-07-10')).toBe('2026-07-10')
  })

  it('ends on 28 February when it began on a leap day', () => {
    expect(pilotTermEnd('2024-02-29')).toBe('2026-02-28')
  })
})
