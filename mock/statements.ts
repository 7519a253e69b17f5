import type { StatementWrite } from '../src/contract/programme.ts'
import { NOTICES } from '../src/domain/eligibility/notices.ts'
import { statementSubjects } from '../src/domain/eligibility/statementSubjects.ts'
import type { SimulatedBrain } from './brains.ts'
import { randomOf } from './random.ts'
import type { Scenario } from './scenarios.ts'

/** How often a statement is there, and how often it says no, by what became of the brain. */
const ODDS: Readonly<
  Record<SimulatedBrain['role'], { readonly stated: number; readonly no: number }>
> = {
  counted: { stated: 0.985, no: 0.012 },
  disqualified: { stated: 0.95, no: 0.2 },
  pool: { stated: 0.8, no: 0.1 },
  refused: { stated: 0, no: 0 },
}

/** A brain that shows too little has the joint-units or output clause waived now and then. */
const WAIVED = 0.06

const DOCUMENT = '模拟说明材料'

/**
 * What the simulated office states about simulated brains under every rule set: most conditions are met, a few are
 * not, some papers are missing. The same scenario gives the same statements.
 */
export const simulateStatements = (
  scenario: Scenario,
  brains: readonly SimulatedBrain[],
): readonly StatementWrite[] =>
  brains.flatMap(({ entry, role }) => {
    const random = randomOf(scenario.seed, 'statements', entry.id)
    const { stated, no } = ODDS[role]
    return NOTICES.flatMap((set) => {
      const { needs, waivable } = statementSubjects(set)
      const base = {
        brain: entry.id,
        batch: set.batch,
        document: DOCUMENT,
        reason: null,
        version: 0,
      }
      const said = needs.flatMap((subject): StatementWrite[] => {
        const [isStated, isNo] = [random.chance(stated), random.chance(no)]
        return isStated ? [{ ...base, subject, verdict: isNo ? 'notMet' : 'met' }] : []
      })
      const given = new Set(said.map(({ subject }) => subject))
      const waivers = waivable.flatMap((subject): StatementWrite[] =>
        stated > 0 && !given.has(subject) && random.chance(WAIVED)
          ? [{ ...base, subject, verdict: 'waived', reason: '模拟：经研究同意豁免' }]
          : [],
      )
      return [...said, ...waivers]
    })
  })
