/** A seeded stream of numbers: the same keys give the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  readonly next: () => number
  readonly between: (low: number, high: number) => number
  /** Whole number from low to high, both included. */
  readonly whole: (low: number, high: number) => number
  /** Normal with mean 0 and deviation 1, cut at ±2.5 (sum of twelve uniforms). */
  readonly normal: () => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
  /** A shuffled copy (Fisher–Yates). */
  readonly shuffle: <T>(items: readonly T[]) => T[]
}

/** FNV-1a over UTF-16 units: spreads keys over 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/**
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state, a period of 2³², good enough for scenery.
 */
function mulberry32(state: number): () => number {
  let a = state
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * The stream of a seed and keys. Each brain and indicator has its own,
 * so that one more indicator leaves the figures of all others as they are.
 * Only additions and multiplications are used: no platform-dependent Math functions.
 */
export function randomOf(seed: number, ...keys: readonly (string | number)[]): Random {
  const next = mulberry32(hash([seed, ...keys].join('|')))
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    normal: () => {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += next()
      return Math.min(2.5, Math.max(-2.5, sum))
    },
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    shuffle: (items) => {
      const copy = [...items]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = whole(0, i)
        const a = copy[i] as (typeof copy)[number]
        copy[i] = copy[j] as (typeof copy)[number]
        copy[j] = a
      }
      return copy
    },
  }
}
