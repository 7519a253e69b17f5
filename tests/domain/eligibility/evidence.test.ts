import { describe, expect, it } from 'vitest'

import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { makeCube } from '../../../src/domain/cube.ts'
import { evidenceOf } from '../../../src/domain/eligibility/evidence.ts'
import { evidenceFrame } from '../../../src/domain/eligibility/evidenceFrame.ts'
import { judge } from '../../../src/domain/eligibility/judge.ts'
import { judgeAll, verdictAt } from '../../../src/domain/eligibility/judgeAll.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import { periodRange } from '../../../src/domain/period.ts'
import { brain, slice, type Cell } from '../tables.ts'
import { statementOf } from './madeEvidence.ts'

const MONTHS = periodRange('2022-12', '2024-04')

/** Cells by month; every other month is not reported. */
const months = (cells: Readonly<Record<string, Cell>>): readonly Cell[] =>
  MONTHS.map((month) => cells[month] ?? 'notReported')

const cube = makeCube({
  ...{ regions: [], indicators: CATALOGUE, events: [] },
  brains: [brain('a'), brain('b'), brain('c')],
  slices: [
    slice('cluster.revenue', MONTHS, {
      a: months({ '2022-12': 80, '2023-12': 120, '2024-04': 30 }),
      b: months({ '2022-12': 130, '2023-11': 110, '2024-04': 36 }),
      c: months({ '2022-12': 150, '2023-12': 'withheld' }),
    }),
    slice('compute.centres', MONTHS, {
      a: months({ '2023-12': 2, '2024-02': 1 }),
      b: months({ '2022-12': 1, '2024-04': 0 }),
      c: months({ '2024-04': 'withheld' }),
    }),
  ],
})
const time = { batch: 2024, year: 2024, month: '2024-04' }
const of = (who: string) => evidenceOf(cube, [], who, time)

describe('evidence', () => {
  it('of the year before is that year alone, with the cell where it stands', () => {
    expect(of('a').reading('cluster.revenue', 'lastYear')).toEqual({
      ...{ value: 120, indicator: 'cluster.revenue', entity: 'a', period: '2023-12' },
    })
  })

  it('that is missing keeps its reason and the period that was looked for', () => {
    const missing = (who: string) => of(who).reading('cluster.revenue', 'lastYear')
    const cell = { indicator: 'cluster.revenue', period: '2023-12' }
    expect(missing('b')).toEqual({ absent: 'notReported', ...cell })
    expect(missing('c')).toEqual({ absent: 'withheld', ...cell })
  })

  it('that is the latest is the last known value, with its own period; nothing is older than two years', () => {
    const latest = (who: string, month: string) =>
      evidenceOf(cube, [], who, { ...time, month }).reading('compute.centres', 'latest')
    expect(latest('a', '2024-04')).toMatchObject({ value: 1, period: '2024-02' })
    expect(latest('a', '2026-01')).toMatchObject({ value: 1, period: '2024-02' })
    expect(latest('a', '2026-02')).toMatchObject({ absent: 'notReported', period: '2026-02' })
    expect(latest('c', '2024-04')).toMatchObject({ absent: 'withheld', period: '2024-04' })
  })

  it('of an indicator that nobody knows says so', () => {
    expect(of('a').reading('no.such', 'latest')).toMatchObject({ absent: 'unknownIndicator' })
  })

  it('by statement is the latest one about the brain in that batch', () => {
    const statements = [
      statementOf('credit', 'met', { document: '旧' }),
      statementOf('credit', 'notMet', { document: '新' }),
      statementOf('credit', 'met', { brain: 'b' }),
      statementOf('credit', 'met', { batch: 2023 }),
    ]
    const evidence = evidenceOf(cube, statements, 'a', time)
    expect(evidence.statement('credit')).toMatchObject({ verdict: 'notMet', document: '新' })
    expect(evidence.statement('noViolation')).toBeNull()
  })
})

describe('the frame of evidence', () => {
  it.each(NOTICES.map((set) => [set.batch, set] as const))(
    'holds what the evidence of each brain holds, under the rules of %i',
    (batch, set) => {
      const own = { ...time, batch }
      const ids = ['c', 'a', 'b', 'nobody']
      const statements = set.clauses.flatMap(({ id, waivable }) =>
        waivable ? [statementOf(id, 'waived', { batch, brain: 'b' })] : [],
      )
      const outcomes = judgeAll(set, evidenceFrame(cube, statements, set, ids, own))
      ids.forEach((id, b) => {
        const alone = judge(set, evidenceOf(cube, statements, id, own))
        expect(verdictAt(outcomes.whole, b)).toBe(alone.verdict)
        const cells = set.clauses.map((_, c) => verdictAt(outcomes.cells, c * ids.length + b))
        expect(cells).toEqual(alone.clauses.map(({ verdict }) => verdict))
      })
    },
  )
})
