import type { SimulatedBrain } from './brains.ts'
import type { Habits } from './habits.ts'
import { PROFILES, type LevelProfile } from './profiles.ts'
import { randomOf } from './random.ts'
import type { Scenario } from './scenarios.ts'
import { monthsOf, pilotIndex, rampAt, stallOf } from './series.ts'

type Weigh = (indicator: string, brain: SimulatedBrain) => number

/**
 * Level of each brain at the end over the mean of all counted ones, by indicator: by size, by luck and by
 * how far it has built up. Counted brains average 1, so that totals come out as the profiles say.
 */
export function weigher(
  scenario: Scenario,
  brains: readonly SimulatedBrain[],
  habits: ReadonlyMap<string, Habits>,
): Weigh {
  const counted = brains.filter(({ role }) => role === 'counted')
  const meanSize = mean(counted.map(({ size }) => size))
  const months = monthsOf(scenario)
  const end = months.length - 1
  const raw = (indicator: string, profile: LevelProfile, brain: SimulatedBrain): number => {
    const { bySize, spread } = profile
    const random = randomOf(scenario.seed, 'weight', indicator, brain.entry.id)
    const size = 1 - bySize + (bySize * brain.size) / meanSize
    const luck = Math.max(0.35, 1 + spread * random.normal())
    const behaviour = habits.get(brain.entry.id)
    const stall = behaviour ? stallOf(brain, behaviour) : Infinity
    const age = Math.max(0, end - pilotIndex(brain, months))
    return size * luck * rampAt(profile, Math.min(stall, age))
  }
  const means = new Map<string, number>()
  const meanOf = (indicator: string, profile: LevelProfile): number => {
    const value = means.get(indicator) ?? mean(counted.map((b) => raw(indicator, profile, b)))
    means.set(indicator, value)
    return value
  }
  return (indicator, brain) => {
    const profile = PROFILES[indicator]
    if (profile?.form !== 'level') return 1
    return raw(indicator, profile, brain) / meanOf(indicator, profile)
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
