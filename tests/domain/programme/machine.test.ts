import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EVENT_KINDS } from '../../../src/domain/event.ts'
import type { EventKind, LifecycleEvent } from '../../../src/domain/event.ts'
import { foldBrain, STAGES } from '../../../src/domain/lifecycle.ts'
import { judgeHistory } from '../../../src/domain/programme/judgeHistory.ts'
import { kindsAllowed, TRANSITIONS } from '../../../src/domain/programme/transitions.ts'

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

  it('stays legal when it is cut off at any day, once it is legal', () => {
    fc.assert(
      fc.property(anyHistory, day, (events, end) => {
        const legal = judgeHistory(events).length === 0
        fc.pre(legal)
        const before = events.filter(({ date }) => date <= end)
        const faults = judgeHistory(before).filter(({ rule }) => rule !== 'unknownEvent')
        const taken = events.some(({ kind }) => kind === 'withdrawn')
        if (!taken) expect(faults).toEqual([])
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
