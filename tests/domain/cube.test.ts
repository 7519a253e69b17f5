import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { makeCube, packSlice, unpackSlice, withSlice } from '../../src/domain/cube.ts'
import { periodRange, shiftPeriod } from '../../src/domain/period.ts'
import { ABSENCE_REASONS } from '../../src/domain/reading.ts'
import type { Slice, SliceDocument } from '../../src/domain/slice.ts'
import { brain, event, indicator, slice } from './tables.ts'

const DOCUMENT: SliceDocument = {
  indicator: 'cluster.revenue',
  version: 7,
  entities: ['a', 'b'],
  periods: ['2026-01', '2026-02', '2026-03'],
  values: [null, 12, 20, null, 0, null],
  absent: { mergedJanuary: [0, 3] },
  preliminary: [2],
  revised: [1],
  origins: ['simulated'],
  knownAt: '2026-04-15T02:00:00.000Z',
}

const cell = fc.record({
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { freq: 3 }),
  reason: fc.integer({ min: 1, max: ABSENCE_REASONS.length }),
  status: fc.nat(2),
})

const anySlice = fc.tuple(fc.nat(4), fc.nat(5)).chain(([rows, columns]) => {
  const size = rows * columns
  return fc.array(cell, { minLength: size, maxLength: size }).map((cells): Slice => ({
    ...slice('x.y', columns ? periodRange('2026-01', shiftPeriod('2026-01', columns - 1)) : [], {}),
    entities: Array.from({ length: rows }, (_, i) => `b${i}`),
    values: Float64Array.from(cells, ({ value }) => value ?? NaN),
    absence: Uint8Array.from(cells, ({ value, reason }) => (value === null ? reason : 0)),
    status: Uint8Array.from(cells, ({ value, status }) => (value === null ? 0 : status)),
  }))
})

describe('slice on the wire', () => {
  it('unpacks values, reasons and status', () => {
    const { values, absence, status } = unpackSlice(DOCUMENT)
    expect([...values]).toEqual([NaN, 12, 20, NaN, 0, NaN])
    expect([...absence]).toEqual([7, 0, 0, 7, 0, 1])
    expect([...status]).toEqual([0, 2, 0, 0, 1, 0])
  })

  it('packs to what it was unpacked from', () => {
    expect(packSlice(unpackSlice(DOCUMENT))).toEqual(DOCUMENT)
  })

  it('comes back unchanged from JSON, whatever is in it', () => {
    fc.assert(
      fc.property(anySlice, (one) => {
        const wire = JSON.parse(JSON.stringify(packSlice(one))) as SliceDocument
        const back = unpackSlice(wire)
        expect([...back.absence]).toEqual([...one.absence])
        expect([...back.status]).toEqual([...one.status])
        expect([...back.values].map((v) => v + 0)).toEqual([...one.values].map((v) => v + 0))
      }),
    )
  })

  it('keeps the publication of each cell that one states', () => {
    const published = { ...DOCUMENT, sources: { S1: [1, 2], S2: [4] } }
    expect(unpackSlice(published).sources?.get(4)).toBe('S2')
    expect(packSlice(unpackSlice(published))).toEqual(published)
    expect(unpackSlice(DOCUMENT)).not.toHaveProperty('sources')
  })

  it('refuses a document whose values do not fill the table', () => {
    expect(() => unpackSlice({ ...DOCUMENT, values: [1, 2] })).toThrow(/2 values for 2 × 3 cells/)
  })
})

describe('cube', () => {
  const revenue = indicator('cluster.revenue')
  const parts = { brains: [brain('a')], regions: [], events: [event('a', 'piloted', '2024-03-10')] }

  it('takes slices and indicators as lists or as maps', () => {
    const one = unpackSlice(DOCUMENT)
    const lists = makeCube({ ...parts, slices: [one], indicators: [revenue] })
    const maps = makeCube({ ...parts, slices: lists.slices, indicators: lists.indicators })
    expect(lists.slices.get('cluster.revenue')).toBe(one)
    expect(maps).toEqual(lists)
  })

  it('replaces one slice and leaves the older cube as it was', () => {
    const older = makeCube({ ...parts, slices: [unpackSlice(DOCUMENT)], indicators: [revenue] })
    const newer = withSlice(older, unpackSlice({ ...DOCUMENT, version: 8 }))
    expect(newer.slices.get('cluster.revenue')?.version).toBe(8)
    expect(older.slices.get('cluster.revenue')?.version).toBe(7)
    expect(newer.expected).toBe(older.expected)
  })

  it('expects a brain from its first 试点 until 取消资格, and again after it is readmitted', () => {
    const months = (...events: ReturnType<typeof event>[]) =>
      makeCube({ ...parts, events, slices: [], indicators: [] }).expected.get('a')
    const march = 2024 * 12 + 2
    expect(
      months(event('a', 'accepted', '2026-01-01'), event('a', 'piloted', '2024-03-10')),
    ).toEqual({
      from: march,
      until: Infinity,
    })
    expect(
      months(event('a', 'disqualified', '2025-03-01'), event('a', 'piloted', '2024-03-10')),
    ).toEqual({ from: march, until: march + 12 })
    expect(
      months(
        event('a', 'piloted', '2024-03-10'),
        event('a', 'disqualified', '2025-03-01'),
        event('a', 'piloted', '2026-03-01'),
      ),
    ).toEqual({ from: march, until: Infinity })
    expect(months(event('a', 'applied', '2024-03-10'))).toBeUndefined()
  })
})

it('a stored event of a day that cannot be true is left out of the picture', () => {
  const known = event('b', 'piloted', '2024-01-01')
  const events = [known, event('b', 'accepted', '1800-01-01')]
  const parts = { brains: [], regions: [], slices: [], indicators: [] }
  expect(makeCube({ ...parts, events }).events).toEqual([known])
  expect(makeCube({ ...parts, events: [known] }).events).toEqual([known])
})
