import { describe, expect, it } from 'vitest'

import { recordedItems, scoreBrain } from '../../../src/domain/assessment/score.ts'
import {
  currentRecords,
  itemChanges,
  judgedOf,
  lastRecord,
  publicationId,
  recordInForce,
  scoreHistory,
  type ScoreRecord,
} from '../../../src/domain/assessment/scoreRecord.ts'
import { CARD, cubeOf, PERIOD, VISIT } from './world.ts'

const result = scoreBrain(
  cubeOf({ a: { racks: 500, coverage: 50, pue: 1.4 } }),
  CARD,
  'a',
  PERIOD,
  [VISIT],
)

const record = (version: number, more: Partial<ScoreRecord> = {}): ScoreRecord => ({
  ...{ brain: 'a', year: 2025, version, card: 'card', cardVersion: 0, period: PERIOD },
  ...{ items: recordedItems(result), score: result.score, coverage: result.coverage },
  ...{ grade: result.grade, published: false, by: '考核员', at: '2025-11-20T08:00:00Z' },
  ...{ reason: version > 1 ? '补充佐证' : null },
  ...more,
})

describe('stored scores', () => {
  it('keep what each item rests on', () => {
    expect(record(1).items[0]).toEqual({
      ...{ item: 'racks', points: 50, value: 500, document: null, note: null },
      cell: { indicator: 'racks', entity: 'a', period: PERIOD },
    })
    expect(judgedOf(record(1))).toEqual([VISIT])
  })

  it('keep earlier versions; the last one counts', () => {
    const records = [record(2), record(1), record(1, { year: 2024 }), record(1, { brain: 'b' })]
    expect(scoreHistory(records, 'a').map(({ year, version }) => [year, version])).toEqual([
      [2025, 2],
      [2025, 1],
      [2024, 1],
    ])
    expect(lastRecord(records, { brain: 'a', year: 2025 })?.version).toBe(2)
    expect(lastRecord(records, { brain: 'a', year: 2023 })).toBeNull()
  })

  it('count as published until another is published; before, the last draft does', () => {
    const published = { published: true }
    const counts = (records: readonly ScoreRecord[], takenBack?: ReadonlySet<string>) =>
      currentRecords(records, 2025, takenBack).get('a')?.version ?? null
    const held = [record(1, published), record(2, published), record(3), record(4)]
    expect(counts(held)).toBe(2)
    expect(counts([...held, record(5, published)])).toBe(5)
    expect(counts([record(1), record(2)])).toBe(2)
    const id = (version: number) => publicationId({ brain: 'a', year: 2025, version })
    expect(counts(held, new Set([id(2)]))).toBe(1)
    expect(counts(held, new Set([id(1), id(2)]))).toBe(4)
    expect(counts([record(1, published)], new Set([id(1)]))).toBeNull()
    expect(counts([record(9, { year: 2024 })])).toBeNull()
  })

  it('count for a year by the last publication that was not taken back', () => {
    const published = { published: true }
    const records = [record(1, published), record(2, published), record(3)]
    const year = { brain: 'a', year: 2025 }
    expect(recordInForce(records, year)?.version).toBe(2)
    const takenBack = new Set([publicationId({ ...year, version: 2 })])
    expect(recordInForce(records, year, takenBack)?.version).toBe(1)
    expect(recordInForce([record(3)], year)).toBeNull()
    expect(recordInForce(records, { ...year, year: 2024 })).toBeNull()
  })

  it('are published by events whose ids are in the order of the versions', () => {
    const ids = [2, 9, 10, 100].map((version) => publicationId({ brain: 'a', year: 2025, version }))
    expect([...ids].sort()).toEqual(ids)
    expect(publicationId({ brain: 'b'.repeat(80), year: 2025, version: 1 })).toHaveLength(80)
  })

  it('tell what a re-score changed', () => {
    const items = record(1).items.map((entry) =>
      entry.item === 'visit' ? { ...entry, points: 60, document: '核查单2' } : entry,
    )
    const changes = itemChanges(record(1), record(2, { items }))
    expect(changes.map(({ item, before, after }) => [item, before?.points, after?.points])).toEqual(
      [['visit', 90, 60]],
    )
    expect(itemChanges(record(1), record(2))).toEqual([])
  })
})
