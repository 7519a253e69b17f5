import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EVENT_KINDS } from '../../../src/domain/event.ts'
import type { EventKind, LifecycleEvent } from '../../../src/domain/event.ts'
import { foldBrain, STAGES } from '../../../src/domain/lifecycle.ts'
import { judgeHistory } from '../../../src/domain/programme/judgeHistory.ts'
import { kindsAllowed, TRANSITIONS } from '../../../src/domain/programme/transitions.ts'
import { legalHistory } from './legalHistory.ts'
import type { WalkedHistory } from './legalHistory.ts'

/** The machine as the notices tell it, written down again: stage before → event → stage after. */
const EDGES = `
unknown      applied>applied publicised>publicised piloted>pilot pooled>pool notSelected>notSelected
unknown      accepted>accepted designated>designated honoured
applied      reviewed>reviewed notSelected>notSelected
reviewed     publicised>publicised notSelected>notSelected
publicised   piloted>pilot pooled>pool notSelected>notSelected
notSelected  applied>applied
pool         applied>applied piloted>pilot disqualified>disqualified notified interviewed inspected
pilot        accepted>accepted disqualified>disqualified rectificationOrdered rectified notified
pilot        interviewed inspected assessed honoured
accepted     designated>designated disqualified>disqualified rectificationOrdered rectified notified
accepted     interviewed inspected assessed honoured
designated   disqualified>disqualified rectificationOrdered rectified notified interviewed inspected
designated   assessed honoured
disqualified applied>applied`

const edges = new Map<string, string>()
for (const line of EDGES.trim().split('\n')) {
  const [stage = '', ...moves] = line.split(/\s+/)
  for (const move of moves) {
    const [kind = '', to = stage] = move.split('>')
    edges.set(`${stage} ${kind}`, to)
  }
}

const KINDS = EVENT_KINDS.filter((kind) => kind !== 'withdrawn')

/** One event a year, so that no rule of a day or a batch year speaks. */
const historyOf = (kinds: readonly EventKind[]): LifecycleEvent[] =>
  kinds.map((kind, i) => ({
    ...{ id: `e${i}`, brain: 'a', kind, date: `${2020 + i}-05-01`, document: null },
    ...{ reason: 'x', year: 2020 + i, ...(kind === 'assessed' && { grade: 'onTime' }) },
  }))

/** The stage after a sequence, or null where a step is no edge. */
function walk(kinds: readonly EventKind[]): string | null {
  let stage = 'unknown'
  let open = 0
  for (const kind of kinds) {
    const after = edges.get(`${stage} ${kind}`)
    if (after === undefined || (kind === 'rectified' && open !== 1)) return null
    if (kind === 'rectificationOrdered') open++
    if (kind === 'rectified' || kind === 'disqualified') open = 0
    stage = after
  }
  return stage
}

/** Calls back with every sequence up to a length. */
function everySequence(length: number, visit: (kinds: readonly EventKind[]) => void): void {
  const grow = (kinds: readonly EventKind[]): void => {
    if (kinds.length > 0) visit(kinds)
    if (kinds.length < length) for (const kind of KINDS) grow([...kinds, kind])
  }
  grow([])
}

describe('the state machine', () => {
  it('is the table of the notices, edge by edge', () => {
    const told = TRANSITIONS.flatMap(({ kind, from, to }) =>
      from.map((stage) => `${stage} ${kind} ${to ?? stage}`),
    )
    expect(told.sort()).toEqual([...edges].map(([edge, to]) => `${edge} ${to}`).sort())
    expect(TRANSITIONS.map(({ kind }) => kind).sort()).toEqual([...KINDS].sort())
  })

  it('says each rule in words of both languages and where it comes from', () => {
    for (const { words, rule, kind, sources } of TRANSITIONS) {
      expect(rule).toBe(`transition.${kind}`)
      expect(words.zh).toMatch(/\p{Script=Han}{4}/u)
      expect(words.en).toMatch(/[a-z]{3}/)
      expect(sources.length).toBeGreaterThan(0)
    }
  })

  it('accepts exactly the walks over its edges: every sequence of four', () => {
    const wrong: string[] = []
    const reached = new Set<string>()
    everySequence(4, (kinds) => {
      const end = walk(kinds)
      const history = historyOf(kinds)
      const isLegal = judgeHistory(history).length === 0
      if (isLegal !== (end !== null)) wrong.push(kinds.join(' '))
      if (end === null) return
      const { stage } = foldBrain(history, '2099-01-01')
      reached.add(stage)
      if (stage !== end) wrong.push(`${kinds.join(' ')}: ${stage}, not ${end}`)
    })
    expect(wrong).toEqual([])
    expect([...reached].sort()).toEqual([...STAGES, 'unknown'].sort())
  })

  it('reaches 正式挂牌 and 取消资格 the whole way from 申报', () => {
    const whole: EventKind[] = ['applied', 'reviewed', 'publicised', 'piloted', 'accepted']
    expect(walk([...whole, 'designated'])).toBe('designated')
    expect(judgeHistory(historyOf([...whole, 'designated', 'disqualified', 'applied']))).toEqual([])
  })

  it('offers in each stage the events that it accepts', () => {
    for (const stage of [...STAGES, 'unknown'] as const)
      expect(kindsAllowed(stage).map((kind) => edges.has(`${stage} ${kind}`))).not.toContain(false)
  })
})

const day = fc
  .tuple(fc.integer({ min: 2023, max: 2027 }), fc.nat(11), fc.nat(27))
  .map(([y, m, d]) => [y, String(m + 1).padStart(2, '0'), String(d + 1).padStart(2, '0')].join('-'))
const anyHistory = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      date: day,
      grade: fc.constantFrom('lead', 'warn'),
      order: fc.option(fc.nat(12).map((i) => `e${i}`)),
    }),
    { maxLength: 12 },
  )
  .map((events) =>
    events.map((event, i): LifecycleEvent => ({
      ...{ id: `e${i}`, brain: 'a', document: null, reason: 'x' },
      ...(event as Pick<LifecycleEvent, 'kind' | 'date' | 'grade' | 'order'>),
    })),
  )

/** How many were drawn, and how many of them are long or hold a correction: a law about empty histories says nothing. */
function counted(
  seen: { drawn: number; long: number; corrected: number },
  { events }: WalkedHistory,
) {
  seen.drawn++
  if (events.length >= 8) seen.long++
  if (events.some(({ kind }) => kind === 'withdrawn')) seen.corrected++
}

const upTo = (events: readonly LifecycleEvent[], day: string): LifecycleEvent[] =>
  events.filter(({ date }) => date <= day)

describe('a history that walks along the edges', () => {
  it('is legal, stays so cut off at any day, and folds to where the walk stood then', () => {
    const seen = { drawn: 0, long: 0, corrected: 0 }
    const stages = new Set<string>()
    fc.assert(
      fc.property(legalHistory(edges, false), (history) => {
        counted(seen, history)
        expect(judgeHistory(history.events)).toEqual([])
        const last = new Map(history.trail.map((step) => [step.day, step]))
        for (const { day, stage, open } of last.values()) {
          stages.add(stage)
          const before = upTo(history.events, day)
          expect(judgeHistory(before)).toEqual([])
          const state = foldBrain(history.events, day)
          expect([state.stage, state.measures.length]).toEqual([stage, open])
          expect(foldBrain(before, '2099-01-01')).toEqual(state)
        }
      }),
      { numRuns: 300 },
    )
    expect(seen.drawn).toBe(300)
    expect(seen.long).toBeGreaterThan(200)
    expect([...stages].sort()).toEqual([...STAGES, 'unknown'].sort())
  })

  it('with corrections is legal and folds as if what they take back had never been, on every day', () => {
    const seen = { drawn: 0, long: 0, corrected: 0 }
    fc.assert(
      fc.property(legalHistory(edges, true), (history) => {
        counted(seen, history)
        const { events, trail } = history
        expect(judgeHistory(events)).toEqual([])
        const dates = new Map(events.map(({ id, date }) => [id, date]))
        const last = new Map(trail.map((step) => [step.day, step]))
        for (const { day, stage, open } of last.values()) {
          const state = foldBrain(events, day)
          expect([state.stage, state.measures.length]).toEqual([stage, open])
          // What is corrected later counts as corrected: cut off with it, the rest stays legal.
          const before = events.filter(({ kind, date, order }) =>
            kind === 'withdrawn' ? (dates.get(order ?? '') ?? '') <= day : date <= day,
          )
          expect(judgeHistory(before)).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
    expect(seen.long).toBeGreaterThan(200)
    expect(seen.corrected).toBeGreaterThan(150)
  })

  it('may stand in the wrong until a correction: what was told before it need not be legal', () => {
    const told: LifecycleEvent[] = [
      { id: 'p', brain: 'a', kind: 'pooled', date: '2024-01-08', document: null },
      { id: 'q', brain: 'a', kind: 'piloted', date: '2024-02-08', document: null },
      {
        ...{ id: 'w', brain: 'a', kind: 'withdrawn', date: '2024-03-08', document: null },
        ...{ order: 'q', reason: '误登' },
      },
    ]
    expect(judgeHistory(told)).toEqual([])
    expect(judgeHistory(upTo(told, '2024-02-28')).map(({ rule }) => rule)).toEqual(['poolYear'])
  })

  it('loses its ground where the order that a later event closes is left out', () => {
    let left = 0
    fc.assert(
      fc.property(legalHistory(edges, false), ({ events }) => {
        for (const [i, { id, kind }] of events.entries()) {
          if (kind !== 'rectificationOrdered') continue
          const named = events.slice(i).some((later) => later.order === id)
          if (!named) continue
          left++
          const without = events.filter((event) => event.id !== id)
          expect(judgeHistory(without).map(({ rule }) => rule)).toContain('unknownOrder')
        }
      }),
      { numRuns: 300 },
    )
    expect(left).toBeGreaterThan(20)
  })
})

describe('any history', () => {
  it('is judged the same in whatever order its events come', () => {
    const shuffled = anyHistory.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(judgeHistory(b)).toEqual(judgeHistory(a))
      }),
    )
  })

  it('names a known event in every fault, with a remedy in both languages', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const ids = new Set(events.map(({ id }) => id))
        for (const { event, text, remedy } of judgeHistory(events)) {
          expect(ids.has(event)).toBe(true)
          for (const words of [text, remedy]) expect(words.zh && words.en).toMatch(/\S/)
        }
      }),
    )
  })
})
