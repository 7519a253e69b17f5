import type { EventKind } from '../src/domain/event.ts'
import { spread } from './apportion.ts'
import type { Scenario } from './scenarios.ts'

/** One step of a lifecycle: what happened and on which day. */
export type Step = readonly [kind: EventKind, day: string]

/** Why a brain is under 限期整改, and what its figures look like for it. */
export type Trouble = 'slow' | 'unconnected' | 'silent' | 'racks'

/** How a brain went through the programme. */
export interface Route {
  readonly batch: number
  readonly steps: readonly Step[]
  readonly trouble?: Trouble
}

export type Role = 'counted' | 'disqualified' | 'pool' | 'refused'

const call = (applied: string, reviewed: string, publicised: string): readonly Step[] => [
  ['applied', applied],
  ['reviewed', reviewed],
  ['publicised', publicised],
]

const FIRST = call('2023-05-08', '2023-06-02', '2023-06-26')
const FIRST_LATER = call('2023-05-08', '2023-10-13', '2023-10-27')
const FIRST_LAST = call('2023-05-08', '2023-12-08', '2023-12-22')
const SECOND = call('2024-05-08', '2024-06-07', '2024-06-24')
const THIRD = call('2025-03-20', '2025-04-25', '2025-05-23')
const THIRD_LATER = call('2025-03-20', '2025-08-01', '2025-08-22')

type Group = readonly [
  count: number,
  batch: number,
  call: readonly Step[],
  then: readonly Step[],
  trouble?: Trouble,
]

const A23: Step = ['piloted', '2023-07-18']
const B23: Step = ['piloted', '2023-11-20']
const P24: Step = ['piloted', '2024-07-10']
/** Later lists of the second batch: their two years end around today. */
const LATE24: Step = ['piloted', '2024-08-26']
const LATER24: Step = ['piloted', '2024-09-10']
const LAST24: Step = ['piloted', '2024-11-27']
const JANUARY25: Step = ['piloted', '2025-01-15']
const A25: Step = ['piloted', '2025-06-18']
const B25: Step = ['piloted', '2025-09-16']
const POOL24: Step = ['pooled', '2024-07-10']
const POOL25: Step = ['pooled', '2025-06-18']
const PROMOTED: Step = ['piloted', '2026-04-22']
const ACCEPTED24: Step = ['accepted', '2026-07-24']

/** 54 counted brains: 31 in 试点 (4 of them under 限期整改), 8 after 验收, 15 after 挂牌. */
const COUNTED: readonly Group[] = [
  [4, 2023, FIRST, [A23, ['accepted', '2025-07-25'], ['designated', '2025-11-07']]],
  [4, 2023, FIRST, [A23, ['accepted', '2025-09-12'], ['designated', '2026-01-16']]],
  [4, 2023, FIRST_LATER, [B23, ['accepted', '2025-11-28'], ['designated', '2026-04-17']]],
  [1, 2023, FIRST_LATER, [B23, ['accepted', '2025-11-28']]],
  [1, 2023, FIRST_LAST, [['piloted', '2024-01-16']], 'slow'],
  [3, 2024, SECOND, [P24, ACCEPTED24, ['designated', '2026-10-30']]],
  [2, 2024, SECOND, [P24, ACCEPTED24]],
  [5, 2024, SECOND, [P24, ['accepted', '2026-09-18']]],
  [1, 2024, SECOND, [LATE24]],
  [3, 2024, SECOND, [LATER24]],
  [1, 2024, SECOND, [LAST24]],
  [3, 2024, SECOND, [JANUARY25]],
  [1, 2024, SECOND, [LATER24], 'unconnected'],
  [1, 2024, SECOND, [JANUARY25], 'silent'],
  [8, 2025, THIRD, [A25]],
  [1, 2025, THIRD, [A25], 'racks'],
  [6, 2025, THIRD_LATER, [B25]],
  [1, 2024, SECOND, [POOL24, B25]],
  [2, 2024, SECOND, [POOL24, PROMOTED]],
  [2, 2025, THIRD, [POOL25, PROMOTED]],
]

const DISQUALIFIED: readonly Group[] = [
  [1, 2023, FIRST, [A23, ['disqualified', '2025-11-14']]],
  [1, 2024, SECOND, [P24, ['disqualified', '2026-09-10']]],
]

const POOL: readonly Group[] = [
  [4, 2023, FIRST, [['pooled', '2023-07-18']]],
  [7, 2024, SECOND, [POOL24]],
  [5, 2025, THIRD, [POOL25]],
]

const refusedAfter = (steps: number): readonly Group[] => [
  [2, 2023, FIRST.slice(0, steps), [['notSelected', '2023-07-18']]],
  [3, 2024, SECOND.slice(0, steps), [['notSelected', '2024-07-10']]],
  [3, 2025, THIRD.slice(0, steps), [['notSelected', '2025-06-18']]],
]

const expand = (groups: readonly Group[]): Route[] =>
  groups.flatMap(([count, batch, first, then, trouble]) =>
    Array.from({ length: count }, () => ({
      batch,
      steps: [...first, ...then],
      ...(trouble && { trouble }),
    })),
  )

const some = (role: Role, groups: readonly Group[], count: number) =>
  spread(expand(groups), count).map((route) => ({ role, route }))

/**
 * A route for every brain of the scenario, counted ones first. At 54 the mix is exactly the one above;
 * other sizes take an even spread of it.
 */
export const routesOf = (scenario: Scenario): readonly { role: Role; route: Route }[] => [
  ...some('counted', COUNTED, scenario.counted),
  ...some('disqualified', DISQUALIFIED, scenario.disqualified),
  ...some('pool', POOL, scenario.pool),
  ...some('refused', refusedAfter(3), scenario.refused.publicised),
  ...some('refused', refusedAfter(2), scenario.refused.reviewed),
  ...some('refused', refusedAfter(1), scenario.refused.applied),
]

/** Day of the first 试点, or null for a brain that never got there. */
export const pilotDay = (route: Route): string | null =>
  route.steps.find(([kind]) => kind === 'piloted')?.[1] ?? null

/** Day of 取消资格, or null. */
export const stopDay = (route: Route): string | null =>
  route.steps.find(([kind]) => kind === 'disqualified')?.[1] ?? null
