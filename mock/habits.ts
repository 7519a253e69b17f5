import type { SimulatedBrain } from './brains.ts'
import { LATE_CITY } from './places.ts'
import { randomOf } from './random.ts'
import type { Scenario } from './scenarios.ts'
import { shiftPeriod } from '../src/domain/period.ts'

/** A correction of one month's revenue that a brain finds later. */
export interface Correction {
  /** The month that was wrong. */
  readonly month: string
  /** The true figure over the one first reported. */
  readonly factor: number
  /** The month whose report brings it along. */
  readonly found: string
  readonly reason: string
}

/** How a brain behaves as a reporter. */
export interface Habits {
  /** Months that it has not reported by the end. */
  readonly missing: ReadonlySet<string>
  /** Chance that a report comes after its due day. */
  readonly lateness: number
  readonly correction: Correction | null
  /** Months after 试点 at which it stopped building up, or null. */
  readonly stall: number | null
}

const REASONS = [
  '漏报企业补报后更正',
  '规上企业名录调整后修订',
  '企业财务数据核实后更正',
  '报表汇总差错更正',
] as const

const lastMonths = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => shiftPeriod(last, -i))

const isCalm = ({ role, route }: SimulatedBrain): boolean => role === 'counted' && !route.trouble

const hostsOf = (brains: readonly SimulatedBrain[]): ReadonlyMap<string, number> => {
  const hosts = new Map<string, number>()
  for (const { role, entry } of brains) {
    if (role === 'counted') hosts.set(entry.city, (hosts.get(entry.city) ?? 0) + 1)
  }
  return hosts
}

/** Ids of the brains that miss the last two months: one in fifty, in cities with several hosts. */
function forgetfulOnes(scenario: Scenario, brains: readonly SimulatedBrain[]): ReadonlySet<string> {
  const hosts = hostsOf(brains)
  const able = brains.filter(
    (b) => isCalm(b) && (hosts.get(b.entry.city) ?? 0) > 2 && b.route.steps.length < 5,
  )
  const shuffled = randomOf(scenario.seed, 'forgetful').shuffle(able)
  return new Set(shuffled.slice(0, Math.round(scenario.counted / 54)).map((b) => b.entry.id))
}

/** Last months that a brain misses: four when it is silent, one in the late city, two when it forgets. */
function missingOf(brain: SimulatedBrain, last: string, forgetful: boolean): string[] {
  if (brain.role !== 'counted') return []
  if (brain.route.trouble === 'silent') return lastMonths(last, 4)
  if (brain.entry.city === LATE_CITY) return lastMonths(last, 1)
  return forgetful ? lastMonths(last, 2) : []
}

/** One brain in six corrects a month of the last two years, two to five months later. */
function correctionOf(scenario: Scenario, brain: SimulatedBrain): Correction | null {
  const random = randomOf(scenario.seed, 'correction', brain.entry.id)
  if (!isCalm(brain) || !random.chance(0.17)) return null
  const found = shiftPeriod(scenario.last, -random.whole(0, 5))
  const month = shiftPeriod(found, -random.whole(2, 5))
  const size = random.between(0.02, 0.06)
  const factor = 1 + (random.chance(0.35) ? -size : size)
  return { month, factor, found, reason: random.pick(REASONS) }
}

/**
 * Habits of every brain by id: who misses the last months, who comes late, who corrects, who stands still.
 */
export function habitsOf(
  scenario: Scenario,
  brains: readonly SimulatedBrain[],
): ReadonlyMap<string, Habits> {
  const forgetful = forgetfulOnes(scenario, brains)
  return new Map(
    brains.map((brain) => {
      const { id } = brain.entry
      const random = randomOf(scenario.seed, 'habits', id)
      const missing = new Set(missingOf(brain, scenario.last, forgetful.has(id)))
      const lateness = random.chance(0.12) ? 0.25 : 0.02
      const stall = random.chance(0.06) ? random.whole(9, 16) : null
      return [
        id,
        {
          missing,
          lateness,
          stall,
          correction: missing.size ? null : correctionOf(scenario, brain),
        },
      ]
    }),
  )
}
