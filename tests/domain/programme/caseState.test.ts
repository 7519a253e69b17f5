import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CASE_STEP_KINDS } from '../../../src/domain/programme/caseFile.ts'
import type { CaseStep, CaseStepKind } from '../../../src/domain/programme/caseFile.ts'
import { caseFault, caseOf, stepsAllowed } from '../../../src/domain/programme/caseState.ts'
import { event } from '../tables.ts'

const order = event('a', 'rectificationOrdered', '2026-10-12', { id: 'o1', due: '2026-12-29' })
const steps = (...said: readonly (readonly [CaseStepKind, string])[]): CaseStep[] =>
  said.map(([kind, by], i) => ({
    ...{ order: 'o1', n: i + 1, kind, by, at: '2026-11-01T00:00:00Z', text: 'x' },
    ...{ document: kind === 'evidence' ? '照片' : null, file: null, cell: null },
    ...{ owner: null, due: null },
  }))
const fileOf = (...said: readonly (readonly [CaseStepKind, string])[]) =>
  caseOf(order, steps(...said), true)
const tried = (kind: CaseStepKind, by: string, hasEvidence = true) => ({ kind, by, hasEvidence })

describe('a case', () => {
  it('goes from its order over measure and evidence to a second person', () => {
    expect(fileOf().phase).toBe('open')
    expect(fileOf(['measure', '甲'], ['evidence', '甲']).phase).toBe('working')
    const handedIn = fileOf(['measure', '甲'], ['evidence', '甲'], ['handedIn', '甲'])
    expect(handedIn).toMatchObject({ phase: 'handedIn', handedInBy: '甲', closedBy: null })
    expect(caseFault(handedIn, tried('closed', '乙'))).toBeNull()
    const closed = fileOf(['evidence', '甲'], ['handedIn', '甲'], ['closed', '乙'])
    expect(closed).toMatchObject({ phase: 'closed', closedBy: '乙' })
    expect(caseFault(closed, tried('finding', '甲'))).toBe('notOpen')
  })

  it('is not handed in without evidence, and after a return not without new evidence', () => {
    expect(caseFault(fileOf(['measure', '甲']), tried('handedIn', '甲'))).toBe('noEvidence')
    const returned = fileOf(['evidence', '甲'], ['handedIn', '甲'], ['returned', '乙'])
    expect(returned).toMatchObject({ phase: 'returned', evidence: [] })
    expect(caseFault(returned, tried('handedIn', '甲'))).toBe('noEvidence')
    expect(caseFault(fileOf(), tried('evidence', '甲', false))).toBe('emptyEvidence')
  })

  it('is decided on by nobody who handed it in, and closed by nobody who attached evidence', () => {
    const file = fileOf(['evidence', '丙'], ['handedIn', '甲'])
    expect(caseFault(file, tried('closed', '甲'))).toBe('secondPerson')
    expect(caseFault(file, tried('returned', '甲'))).toBe('secondPerson')
    expect(caseFault(file, tried('closed', '丙'))).toBe('secondPerson')
    expect(caseFault(file, tried('returned', '丙'))).toBeNull()
    expect(caseFault(file, tried('closed', '乙'))).toBeNull()
    expect(stepsAllowed(file, '乙')).toEqual(['returned', 'closed'])
    expect(stepsAllowed(file, '甲')).toEqual([])
  })

  it('is ended where the history holds the order open no more', () => {
    const ended = caseOf(order, steps(['measure', '甲']), false)
    expect(ended).toMatchObject({ phase: 'closed', closedBy: null })
    expect(caseFault(ended, tried('evidence', '甲'))).toBe('notOpen')
  })

  it('takes its steps by number and leaves those of other orders aside', () => {
    const all = steps(['measure', '甲'], ['evidence', '甲'])
    const other = { ...all[0]!, order: 'o2', n: 3 }
    expect(caseOf(order, [other, ...all].reverse(), true)).toEqual(caseOf(order, all, true))
  })
})

it('whatever is tried, nothing closes without evidence since the last return and a second person', () => {
  const attempt = fc.tuple(
    fc.constantFrom(...CASE_STEP_KINDS),
    fc.constantFrom('甲', '乙', '丙'),
    fc.boolean(),
  )
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 14 }), (attempts) => {
      const taken: [CaseStepKind, string][] = []
      for (const [kind, by, hasEvidence] of attempts)
        if (caseFault(fileOf(...taken), { kind, by, hasEvidence }) === null) taken.push([kind, by])
      const at = taken.findIndex(([kind]) => kind === 'closed')
      if (at < 0) return
      const before = taken.slice(0, at)
      const sinceReturn = before.slice(before.findLastIndex(([kind]) => kind === 'returned') + 1)
      const by = taken[at]?.[1]
      expect(sinceReturn.some(([kind]) => kind === 'evidence')).toBe(true)
      expect(sinceReturn.findLast(([kind]) => kind === 'handedIn')?.[1]).not.toBe(by)
      expect(before.some(([kind, who]) => kind === 'evidence' && who === by)).toBe(false)
      expect(taken).toHaveLength(at + 1)
    }),
  )
})
