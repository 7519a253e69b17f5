import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  readComparison,
  writeComparison,
  type Comparison,
  type ComparisonVocabulary,
} from '../../src/domain/comparison.ts'

const entities = ['370000', '370100', ...Array.from({ length: 8 }, (_, i) => `brain-${i}`)]
const indicators = ['cluster.revenue', 'compute.racksBuilt', 'compute.rackUtilisation']
const vocabulary: ComparisonVocabulary = {
  entities: new Set(entities),
  indicators: new Set(indicators),
  indicator: 'cluster.revenue',
  columns: ['cluster.revenue'],
  periods: ['2023-01', '2026-10'],
}

const comparisons = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom(...entities), { maxLength: 6 }),
    indicator: fc.constantFrom(...indicators),
    change: fc.boolean(),
    base: fc.option(fc.constantFrom('2023-01', '2024-06', '2026-10')),
    columns: fc.uniqueArray(fc.constantFrom(...indicators), { minLength: 1 }),
    focused: fc.nat(),
  })
  .map(({ focused, ids, ...rest }): Comparison => ({
    ...rest,
    ids,
    focus: ids[focused % 7] ?? null,
  }))

describe('the link of a comparison', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        const read = readComparison(writeComparison(comparison, vocabulary), vocabulary)
        expect(read).toEqual({ comparison, dropped: [] })
      }),
    )
  })

  it('is empty for the defaults', () => {
    const { comparison } = readComparison({}, vocabulary)
    expect(writeComparison(comparison, vocabulary)).toEqual({})
  })

  it('drops and names what the space does not know', () => {
    const query = { ids: 'brain-1~nobody~brain-2', i: 'no.such', f: 'brain-3', m: 'odd' }
    const { comparison, dropped } = readComparison(query, vocabulary)
    expect(comparison.ids).toEqual(['brain-1', 'brain-2'])
    expect(comparison.indicator).toBe('cluster.revenue')
    expect(dropped.map(({ value }) => value).sort()).toEqual([
      'brain-3',
      'no.such',
      'nobody',
      'odd',
    ])
  })

  it('keeps the first six and names the others', () => {
    const ids = Array.from({ length: 8 }, (_, i) => `brain-${i}`)
    const { comparison, dropped } = readComparison({ ids: ids.join('~') }, vocabulary)
    expect(comparison.ids).toEqual(ids.slice(0, 6))
    expect(dropped.map(({ value }) => value)).toEqual(ids.slice(6))
  })

  it('moves a base that is out of range to the end it lies beyond', () => {
    const base = (raw: string) => readComparison({ base: raw }, vocabulary).comparison.base
    expect([base('2019-05'), base('2030-01'), base('2024-03'), base('soon')]).toEqual([
      '2023-01',
      '2026-10',
      '2024-03',
      null,
    ])
  })

  it('names nobody where nobody differs from those who stand there anyway, and the reader may take all out', () => {
    const filled = { ...vocabulary, ids: ['370000', '370100'] }
    const plain = readComparison({}, filled).comparison
    expect(plain.ids).toEqual(filled.ids)
    expect(writeComparison(plain, filled)).toEqual({})
    const nobody = { ...plain, ids: [] }
    const link = writeComparison(nobody, filled)
    expect(readComparison(link, filled)).toEqual({ comparison: nobody, dropped: [] })
    expect(readComparison({ ids: 'no-such' }, filled).comparison.ids).toEqual([])
  })
})
