import type { Grade, LifecycleEvent } from '../src/domain/event.ts'
import { apportion } from './apportion.ts'
import type { SimulatedBrain } from './brains.ts'
import { addDays, isWeekend } from './instants.ts'
import { randomOf, type Random } from './random.ts'
import type { Trouble } from './routes.ts'
import type { Scenario } from './scenarios.ts'

type Draft = Omit<LifecycleEvent, 'id' | 'brain' | 'document' | 'order'> & {
  readonly document?: string
  /** rectified, withdrawn: the kind of the earlier event that it is about. */
  readonly about?: LifecycleEvent['kind']
}

/** Who must act on an order, and who entered the events: simulated brains are never tied to a real unit. */
const OWNER = '揭榜单位'
const ACTOR = '模拟办理'

/** 限期整改 by trouble: when it was ordered, by when it is due, and why. */
export const RECTIFICATIONS: Readonly<
  Record<Trouble, { readonly ordered: string; readonly due: string; readonly reason: string }>
> = {
  slow: { ordered: '2026-09-02', due: '2026-11-27', reason: '进度滞后' },
  unconnected: { ordered: '2026-09-14', due: '2026-12-10', reason: '数据未贯通' },
  silent: { ordered: '2026-10-12', due: '2026-12-29', reason: '月报连续缺报' },
  racks: { ordered: '2026-10-26', due: '2027-01-18', reason: '机架未达标' },
}

/** Yearly assessments: the day, and the last day of 试点 that takes part. */
const ASSESSMENTS = [
  { year: 2024, day: '2024-09-26', pilotBy: '2024-02-29' },
  { year: 2025, day: '2025-09-25', pilotBy: '2025-03-31' },
  { year: 2026, day: '2026-08-26', pilotBy: '2026-04-30' },
] as const

/** Of 50 brains without an order in the latest assessment: 领先, 按期, 提醒. */
const GRADE_MIX = [10, 32, 8] as const

/** Steps before the decision vary by a few days between brains; decisions fall on one day for all. */
function stepDay(kind: string, day: string, random: Random): string {
  if (kind !== 'applied' && kind !== 'reviewed') return day
  const moved = addDays(day, -random.whole(0, kind === 'applied' ? 12 : 9))
  return isWeekend(moved) ? addDays(moved, 2) : moved
}

/** Grades of the latest assessment: leaders come from 验收 and 挂牌 first, reminders from 试点. */
function latestGrades(brains: readonly SimulatedBrain[], random: Random): Map<string, Grade> {
  const calm = random.shuffle(brains.filter((b) => b.role === 'counted' && !b.route.trouble))
  const progress = (b: SimulatedBrain): number => -b.route.steps.length
  const ranked = [...calm].sort((a, b) => progress(a) - progress(b))
  const [lead = 0, , remind = 0] = apportion(ranked.length, GRADE_MIX)
  const grades = new Map<string, Grade>()
  ranked.forEach(({ entry }, i) => {
    const last = i >= ranked.length - remind
    grades.set(entry.id, i < lead ? 'lead' : last ? 'remind' : 'onTime')
  })
  return grades
}

/** A grade of an earlier year. */
function formerGrade(brain: SimulatedBrain, random: Random): Grade {
  if (brain.role === 'disqualified' || brain.route.trouble === 'slow') return 'warn'
  if (brain.route.trouble) return 'remind'
  const roll = random.next()
  return roll < 0.2 ? 'lead' : roll < 0.82 ? 'onTime' : 'remind'
}

function assessments(brain: SimulatedBrain, latest: Grade | undefined, random: Random): Draft[] {
  const { pilot, stop } = brain
  if (!pilot) return []
  return ASSESSMENTS.filter(
    ({ day, pilotBy }) => pilot <= pilotBy && (stop === null || day < stop),
  ).map(({ year, day }) => ({
    kind: 'assessed',
    date: day,
    year,
    grade:
      year === 2026 && brain.role === 'counted' ? (latest ?? 'warn') : formerGrade(brain, random),
  }))
}

function measures(brain: SimulatedBrain): Draft[] {
  const { trouble } = brain.route
  if (trouble) {
    const { ordered, due, reason } = RECTIFICATIONS[trouble]
    return [order(ordered, due, reason), ...followUps(trouble)]
  }
  if (brain.role !== 'disqualified' || !brain.stop) return []
  const ordered = brain.stop < '2026' ? '2025-06-16' : '2025-10-20'
  const due = addDays(ordered, 120)
  return [order(ordered, due, '年度考核评估未通过')]
}

/** 限期整改 of whoever leads the brain. */
const order = (date: string, due: string, reason: string): Draft => ({
  ...{ kind: 'rectificationOrdered', date, due, reason },
  owner: OWNER,
})

function followUps(trouble: Trouble): Draft[] {
  switch (trouble) {
    case 'slow':
      return [{ kind: 'interviewed', date: '2026-10-20', reason: '进度滞后' }]
    case 'silent':
      return [{ kind: 'notified', date: '2026-11-18', reason: '2026年10月月报逾期未报' }]
    case 'racks':
      return [{ kind: 'inspected', date: '2026-11-12', reason: '机架建设现场督查' }]
    case 'unconnected':
      return []
  }
}

/** A few calm brains once had to put something right and did; a few were honoured. */
function pastOf(brain: SimulatedBrain, random: Random): Draft[] {
  const { steps, trouble } = brain.route
  if (brain.role !== 'counted' || trouble) return []
  const designated = steps.some(([kind]) => kind === 'designated')
  if (designated && random.chance(0.35)) return [{ kind: 'honoured', date: '2026-05-15' }]
  if (designated || brain.route.batch !== 2024 || !random.chance(0.25)) return []
  const reason = '建设进度偏慢'
  if (brain.pilot === null || brain.pilot > '2025-10-15') return []
  return [
    order('2025-10-15', '2025-12-31', reason),
    { kind: 'rectified', date: '2025-12-24', reason, about: 'rectificationOrdered' },
  ]
}

/** An inspection that was entered for the wrong brain and taken back. */
const MISTAKE: readonly Draft[] = [
  { kind: 'inspected', date: '2026-11-05', reason: '机架建设现场督查' },
  { kind: 'withdrawn', date: '2026-11-09', reason: '登记对象有误', about: 'inspected' },
]

/** The brain of which an event was entered by mistake: the first that is calm and in 试点. */
const mistakenOf = (brains: readonly SimulatedBrain[]): string | undefined =>
  brains.find(
    ({ role, route }) =>
      role === 'counted' && !route.trouble && route.steps.at(-1)?.[0] === 'piloted',
  )?.entry.id

const routeDrafts = (brain: SimulatedBrain, random: Random): Draft[] =>
  brain.route.steps.map(([kind, day]) => ({
    kind,
    date: stepDay(kind, day, random),
    ...(kind === 'disqualified' && { reason: '满两年未通过考核评估' }),
  }))

/**
 * All lifecycle events of the brains in order of their day. Ids are `<brain>-<number>`; documents are null,
 * because simulated events rest on none.
 */
export function simulateEvents(
  scenario: Scenario,
  brains: readonly SimulatedBrain[],
): readonly LifecycleEvent[] {
  const latest = latestGrades(brains, randomOf(scenario.seed, 'grades'))
  const mistaken = mistakenOf(brains)
  const events = brains.flatMap((brain) => {
    const random = randomOf(scenario.seed, 'events', brain.entry.id)
    const drafts = [
      ...routeDrafts(brain, random),
      ...assessments(brain, latest.get(brain.entry.id), random),
      ...measures(brain),
      ...pastOf(brain, random),
      ...(brain.entry.id === mistaken ? MISTAKE : []),
    ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    return eventsOf(brain.entry.id, drafts)
  })
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** Numbers the events of a brain; one about another names the last of its kind before it. */
function eventsOf(brain: string, drafts: readonly Draft[]): LifecycleEvent[] {
  const idOf = (i: number): string => `${brain}-${i + 1}`
  return drafts.map(({ about, ...draft }, i) => {
    const earlier = drafts.slice(0, i).findLastIndex(({ kind }) => kind === about)
    return {
      ...{ id: idOf(i), brain, document: null },
      ...draft,
      ...(earlier >= 0 && { order: idOf(earlier) }),
      actor: ACTOR,
    }
  })
}
