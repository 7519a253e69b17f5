import { describe, expect, it } from 'vitest'

import type { EventKind, LifecycleEvent } from '../../../src/domain/event.ts'
import { foldBrain, standingEvents } from '../../../src/domain/lifecycle.ts'
import { historyFlags, judgeHistory } from '../../../src/domain/programme/judgeHistory.ts'

const one = (
  id: string,
  kind: EventKind,
  date: string,
  more: Partial<LifecycleEvent> = {},
): LifecycleEvent => ({ id, brain: 'a', kind, date, document: null, ...more })

const CALL = [
  one('a1', 'applied', '2024-03-01'),
  one('a2', 'reviewed', '2024-05-01'),
  one('a3', 'publicised', '2024-06-20'),
]
const PILOT = [...CALL, one('a4', 'piloted', '2024-07-10')]
const AGAIN = { year: 2025, reason: '复核' }
const ORDER = one('o1', 'rectificationOrdered', '2025-03-03', { due: '2025-06-30', reason: '滞后' })

const rules = (events: readonly LifecycleEvent[]): string[] =>
  judgeHistory(events).map(({ event, rule, other }) => `${event} ${rule} ${other ?? '-'}`)

describe('a history is refused, with the rule and the event it collides with,', () => {
  it.each([
    ['评审 before 申报', [one('x', 'reviewed', '2024-05-01')], ['x transition.reviewed -']],
    [
      '试点 before 公示',
      [...CALL.slice(0, 2), one('x', 'piloted', '2024-06-01')],
      ['x transition.piloted a2'],
    ],
    [
      '评审 entered late, after 试点',
      [...PILOT, one('x', 'reviewed', '2024-09-01')],
      ['x transition.reviewed a4'],
    ],
    [
      '验收 of a pooled brain',
      [one('p', 'pooled', '2024-07-10'), one('x', 'accepted', '2025-07-10')],
      ['x transition.accepted p'],
    ],
    [
      '入库 to 试点 in the same year',
      [one('p', 'pooled', '2024-07-10'), one('x', 'piloted', '2024-11-01')],
      ['x poolYear p'],
    ],
    [
      '入库 to 试点 in the same year, by way of a new application',
      [
        ...[one('p', 'pooled', '2024-05-01'), one('q', 'applied', '2024-06-01')],
        ...[one('r', 'reviewed', '2024-07-01'), one('s', 'publicised', '2024-08-01')],
        one('x', 'piloted', '2024-09-01'),
      ],
      ['x poolYear p'],
    ],
    [
      '试点 and 入库 on one day',
      [...CALL, one('x', 'pooled', '2024-07-10'), one('y', 'piloted', '2024-07-10')],
      ['x contradictoryDay y'],
    ],
    [
      '试点 and 未入选 on one day',
      [...PILOT, one('x', 'notSelected', '2024-07-10')],
      ['x contradictoryDay a4'],
    ],
    [
      'two grades of a year on one day',
      [
        ...PILOT,
        one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
        one('h', 'assessed', '2025-09-01', { year: 2025, grade: 'lead', reason: '复核' }),
      ],
      ['h contradictoryDay g'],
    ],
    [
      'two grades of a year and day that replace each other',
      [
        ...PILOT,
        one('g', 'assessed', '2025-09-01', { ...AGAIN, grade: 'warn', order: 'h' }),
        one('h', 'assessed', '2025-09-01', { ...AGAIN, grade: 'lead', order: 'g' }),
      ],
      ['g unknownGrade h'],
    ],
    ...(['nope', 'a4', 'h', 'y'] as const).map(
      (order) =>
        [
          `a grade that says to replace ${order}, which is no other grade of its year and day`,
          [
            ...PILOT,
            one('y', 'assessed', '2025-08-01', { year: 2024, grade: 'warn' }),
            one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
            one('h', 'assessed', '2025-09-01', { ...AGAIN, grade: 'lead', order }),
          ],
          [`h unknownGrade ${order}`],
        ] as const,
    ),
    [
      'two grades that both replace the first of their day',
      [
        ...PILOT,
        one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
        one('h', 'assessed', '2025-09-01', { ...AGAIN, grade: 'lead', order: 'g' }),
        one('i', 'assessed', '2025-09-01', { ...AGAIN, grade: 'remind', order: 'g' }),
      ],
      ['i unknownGrade g'],
    ],
    [
      'a grade that replaces one that was taken back',
      [
        ...PILOT,
        one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
        one('h', 'assessed', '2025-09-01', { ...AGAIN, grade: 'lead', order: 'g' }),
        one('w', 'withdrawn', '2025-09-02', { order: 'g', reason: '误' }),
      ],
      ['h unknownGrade g'],
    ],
    [
      'a grade that replaces one of its day without saying why',
      [
        ...PILOT,
        one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
        one('h', 'assessed', '2025-09-01', { year: 2025, grade: 'lead', order: 'g' }),
      ],
      ['h assessedAgain g'],
    ],
    [
      '整改完成 without an order',
      [...PILOT, one('x', 'rectified', '2025-04-01')],
      ['x noOpenOrder -'],
    ],
    [
      '整改完成 of an order that is none',
      [...PILOT, ORDER, one('x', 'rectified', '2025-04-01', { order: 'o9' })],
      ['x unknownOrder o9'],
    ],
    [
      '整改完成 before its order',
      [...PILOT, ORDER, one('x', 'rectified', '2025-03-01', { order: 'o1' })],
      ['x unknownOrder o1'],
    ],
    [
      '整改完成 of one of two that are open',
      [
        ...PILOT,
        ORDER,
        one('o2', 'rectificationOrdered', '2025-03-10', { due: '2025-07-30' }),
        one('x', 'rectified', '2025-04-01'),
      ],
      ['x whichOrder o1'],
    ],
    [
      'a due day before its order',
      [...PILOT, { ...ORDER, due: '2025-03-01' }],
      ['o1 dueBeforeOrder -'],
    ],
    [
      '取消资格 without a reason',
      [...PILOT, one('x', 'disqualified', '2026-08-01')],
      ['x reasonMissing -'],
    ],
    [
      'a second grade of a year without a reason',
      [
        ...PILOT,
        one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
        one('h', 'assessed', '2025-10-01', { year: 2025, grade: 'lead' }),
      ],
      ['h assessedAgain g'],
    ],
    [
      'a correction of nothing',
      [...PILOT, one('x', 'withdrawn', '2025-01-01', { order: 'zz', reason: '误' })],
      ['x unknownEvent zz'],
    ],
    [
      'a correction that names none',
      [...PILOT, one('x', 'withdrawn', '2025-01-01', { reason: '误' })],
      ['x unknownEvent -'],
    ],
    [
      'a correction without a reason',
      [...PILOT, one('x', 'withdrawn', '2025-01-01', { order: 'a4' })],
      ['x reasonMissing -'],
    ],
    [
      'a correction of what was taken back',
      [
        ...PILOT,
        one('x', 'withdrawn', '2025-01-01', { order: 'a4', reason: '误' }),
        one('y', 'withdrawn', '2025-01-02', { order: 'a4', reason: '误' }),
      ],
      ['y withdrawnTwice x'],
    ],
    [
      'a correction of a correction',
      [
        ...PILOT,
        one('x', 'withdrawn', '2025-01-01', { order: 'a4', reason: '误' }),
        one('y', 'withdrawn', '2025-01-02', { order: 'x', reason: '误' }),
      ],
      ['y withdrawnCorrection x'],
    ],
    [
      'a correction before the event',
      [...PILOT, one('x', 'withdrawn', '2024-07-01', { order: 'a4', reason: '误' })],
      ['x withdrawnBefore a4'],
    ],
  ] as const)('for %s', (_, events, faults) => {
    expect(rules(events)).toEqual(faults)
  })

  it('for what only stood on an event that is taken back', () => {
    const gone = one('x', 'withdrawn', '2025-01-01', { order: 'a3', reason: '误登' })
    expect(rules([...PILOT, gone])).toEqual(['a4 transition.piloted a2'])
  })

  it('for whatever a person records without a document where one is asked for; a correction has its reason', () => {
    const documented = PILOT.map((event) => ({ ...event, document: '公布名单' }))
    const later = (['assessed', 'notified', 'interviewed', 'inspected', 'honoured'] as const).map(
      (kind) => one(kind, kind, '2025-02-01', { year: 2024, grade: 'lead' }),
    )
    const taken = one('w', 'withdrawn', '2025-03-01', { order: 'notified', reason: '误登' })
    const options = { requireDocument: true }
    const found = (events: readonly LifecycleEvent[]) =>
      judgeHistory(events, options).map(({ event, rule }) => `${event} ${rule}`)
    expect(found([...documented, ...later])).toEqual(
      ['notified', 'interviewed', 'inspected', 'assessed', 'honoured'].map(
        (kind) => `${kind} documentMissing`,
      ),
    )
    const sound = later.map((event) => ({ ...event, document: '通报〔2025〕1 号' }))
    expect(found([...documented, ...sound, taken])).toEqual([])
  })

  it('for a day after today and, where documents are asked for, a stage or an order without one', () => {
    const options = { today: '2024-06-30', requireDocument: true }
    const found = judgeHistory([...PILOT.slice(2), ORDER], options).map(({ rule }) => rule)
    expect(found).toEqual([
      ...['documentMissing', 'futureDate', 'documentMissing', 'futureDate', 'documentMissing'],
    ])
  })

  it('and the message quotes the stage of that day, the event and the rule', () => {
    const [fault] = judgeHistory([...PILOT, one('x', 'reviewed', '2024-09-01')])
    expect(fault?.text.zh).toContain('2024-09-01 的阶段为“建设试点”，由事件 a4（2024-07-10）')
    expect(fault?.text.zh).toContain('申报后组织专家评审')
    expect(fault?.text.en).toContain('On 2024-09-01 the stage is "pilot", set by a4 (2024-07-10)')
  })
})

describe('a history is legal', () => {
  it('where an event is entered late and the whole stays in order', () => {
    expect(rules([PILOT[0]!, PILOT[3]!, PILOT[2]!, PILOT[1]!])).toEqual([])
  })

  it('from the pool in a later year, and from a published list on', () => {
    expect(rules([one('p', 'pooled', '2024-07-10'), one('x', 'piloted', '2025-06-18')])).toEqual([])
    for (const kind of ['publicised', 'piloted', 'pooled', 'accepted', 'designated'] as const)
      expect(rules([one('x', kind, '2024-07-10')])).toEqual([])
  })

  it('where a second grade says why; the last counts', () => {
    const events = [
      ...PILOT,
      one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
      one('h', 'assessed', '2025-10-01', { year: 2025, grade: 'lead', reason: '复核' }),
    ]
    expect(rules(events)).toEqual([])
    expect(foldBrain(events, '2025-12-31').grade).toEqual({ year: 2025, grade: 'lead' })
  })

  it('where grades of one day replace each other, whatever their ids; the last counts', () => {
    const again = { ...AGAIN, date: '2025-09-01' }
    const events = [
      ...PILOT,
      one('z', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' }),
      one('m-0002', 'assessed', again.date, { ...again, grade: 'lead', order: 'z' }),
      one('m-0003', 'assessed', again.date, { ...again, grade: 'onTime', order: 'm-0002' }),
    ]
    expect(rules(events)).toEqual([])
    expect(rules([...events].reverse())).toEqual([])
    expect(foldBrain(events, '2025-12-31').grade).toEqual({ year: 2025, grade: 'onTime' })
    const taken = one('w', 'withdrawn', '2025-09-02', { order: 'm-0003', reason: '误' })
    expect(rules([...events, taken])).toEqual([])
    expect(foldBrain([...events, taken], '2025-12-31').grade?.grade).toBe('lead')
  })

  it('where an earlier year is graded anew: the later year keeps its grade', () => {
    const events = [
      ...PILOT,
      one('g', 'assessed', '2025-09-01', { year: 2025, grade: 'onTime' }),
      one('h', 'assessed', '2025-10-01', { year: 2024, grade: 'warn' }),
    ]
    expect(rules(events)).toEqual([])
    expect(foldBrain(events, '2025-12-31').grade).toEqual({ year: 2025, grade: 'onTime' })
  })

  it('where acceptance is early, and says so', () => {
    const events = [...PILOT, one('x', 'accepted', '2026-07-09')]
    expect(rules(events)).toEqual([])
    expect(historyFlags(events)).toEqual([
      { event: 'x', flag: 'earlyAcceptance', termEnd: '2026-07-10' },
    ])
    expect(historyFlags([...PILOT, one('x', 'accepted', '2026-07-10')])).toEqual([])
  })

  it('after a correction, as if the event had never been, on every day', () => {
    const wrong = one('w', 'disqualified', '2025-02-01', { reason: '误' })
    const events = [
      ...PILOT,
      wrong,
      one('x', 'withdrawn', '2025-03-01', { order: 'w', reason: '误登' }),
    ]
    expect(rules(events)).toEqual([])
    for (const day of ['2025-02-15', '2025-03-01', '2099-01-01'])
      expect(foldBrain(events, day)).toEqual(foldBrain(PILOT, day))
    expect(standingEvents(events)).toEqual(PILOT)
    expect(standingEvents(PILOT)).toBe(PILOT)
  })
})

it('整改完成 closes the order that it names', () => {
  const second = one('o2', 'rectificationOrdered', '2025-03-10', { due: '2025-07-30' })
  const closed = one('x', 'rectified', '2025-04-01', { order: 'o2' })
  const state = foldBrain([...PILOT, { ...ORDER, owner: '甲' }, second, closed], '2025-12-31')
  expect(state.measures).toEqual([
    { event: 'o1', ordered: '2025-03-03', due: '2025-06-30', reason: '滞后', owner: '甲' },
  ])
})
