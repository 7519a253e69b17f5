import { describe, expect, it } from 'vitest'

import { recordedItems, scoreBrain } from '../../../src/domain/assessment/score.ts'
import {
  currentRecord,
  itemChanges,
  judgedOf,
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
    expect(currentRecord(records, 'a', 2025)?.version).toBe(2)
    expect(currentRecord(records, 'a', 2023)).toBeNull()
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
