/** What the bare page draws: two indicators of fifty entities over ten years. */
export interface Readings {
  /** `2016-01` … `2025-12`. */
  readonly months: readonly string[]
  readonly entities: readonly { readonly name: string; readonly city: string }[]
  /** Per entity one value a month. */
  readonly revenue: readonly (readonly number[])[]
  readonly profit: readonly (readonly number[])[]
}

const ENTITIES = 50
const MONTHS = 120

/** A small linear congruential generator (the constants of Numerical Recipes): same seed, same numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Made-up readings with a trend, a season and noise; entities are spread over the given cities. */
export function makeReadings(cities: readonly string[], seed = 7): Readings {
  const random = randomFrom(seed)
  const entities = Array.from({ length: ENTITIES }, (_, i) => {
    const city = cities[i % cities.length] ?? ''
    return { name: `${city}${Math.floor(i / cities.length) + 1}`, city }
  })
  const months = Array.from({ length: MONTHS }, (_, i) =>
    [2016 + Math.floor(i / 12), String((i % 12) + 1).padStart(2, '0')].join('-'),
  )
  const series = (low: number, high: number): number[] => {
    const [level, growth, phase] = [low + random() * (high - low), random() * 0.01, random() * 6]
    return months.map((_, i) => {
      const season = 1 + 0.08 * Math.sin((i * Math.PI) / 6 + phase)
      return Math.round(level * (1 + growth * i) * season * (0.95 + 0.1 * random()))
    })
  }
  return {
    months,
    entities,
    revenue: entities.map(() => series(200, 2000)),
    profit: entities.map(() => series(20, 400)),
  }
}

/** Two thirds of the entities, others each turn. */
export function someOf(readings: Readings, turn: number): Readings {
  const kept = <T>(rows: readonly T[]): T[] => rows.filter((_, i) => (i + turn) % 3 !== 0)
  const { months, entities, revenue, profit } = readings
  return { months, entities: kept(entities), revenue: kept(revenue), profit: kept(profit) }
}
