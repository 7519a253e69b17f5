import { DEMO_SEED } from '../src/domain/space.ts'

/** What is generated: a seed, a size and the programme's history around it, all as data. */
export interface Scenario {
  readonly name: string
  readonly seed: number
  /** Brains in 试点 or later at the end; every one of them reports. */
  readonly counted: number
  /** Brains beside them: 取消资格, 入库培育, and applicants refused after 公示, 评审 and 申报. */
  readonly disqualified: number
  readonly pool: number
  readonly refused: {
    readonly publicised: number
    readonly reviewed: number
    readonly applied: number
  }
  /** First and last reported month, and the instant after which nothing in the fill becomes known. */
  readonly first: string
  readonly last: string
  readonly end: string
}

const DEFAULT: Scenario = {
  name: 'default',
  seed: DEMO_SEED,
  counted: 54,
  disqualified: 2,
  pool: 16,
  refused: { publicised: 4, reviewed: 47, applied: 29 },
  first: '2023-01',
  last: '2026-10',
  end: '2026-11-22T01:30:00Z',
}

export const SCENARIOS = {
  default: DEFAULT,
  scale: { ...DEFAULT, name: 'scale', counted: 5000 },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof SCENARIOS

/** The scenario for a number of counted brains: `default` below 1,000, else `scale`. */
export const scenarioFor = (counted: number, seed: number): Scenario => ({
  ...(counted < 1000 ? SCENARIOS.default : SCENARIOS.scale),
  counted,
  seed,
})
