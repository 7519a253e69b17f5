import type { Need, RuleSet } from './ruleSet.ts'

/** What a reader tries out (测算): thresholds and floors moved, clauses left out. Never stored as a fact. */
export interface Scenario {
  readonly batch: number
  /** By id of the need. */
  readonly least: ReadonlyMap<string, number>
  /** By id of the need: 原则上 down to this value. */
  readonly floor: ReadonlyMap<string, number>
  /** Ids of clauses that nobody has to meet. */
  readonly without: ReadonlySet<string>
}

export const noChange = (batch: number): Scenario => ({
  ...{ batch, least: new Map(), floor: new Map(), without: new Set() },
})

export const isChanged = ({ least, floor, without }: Scenario): boolean =>
  least.size + floor.size + without.size > 0

/** The rule set as a scenario has it. */
export const applied = (set: RuleSet, scenario: Scenario): RuleSet => ({
  ...set,
  clauses: set.clauses
    .filter(({ id }) => !scenario.without.has(id))
    .map((clause) => ({ ...clause, need: moved(clause.need, scenario) })),
})

function moved(need: Need, scenario: Scenario): Need {
  switch (need.kind) {
    case 'all':
    case 'any':
      return { ...need, of: need.of.map((part) => moved(part, scenario)) }
    case 'statement':
      return need
    case 'count':
      return { ...need, least: scenario.least.get(need.id) ?? need.least }
    case 'reading': {
      const floor = scenario.floor.get(need.id)
      const least = scenario.least.get(need.id) ?? need.least
      return { ...need, least, ...(floor !== undefined && { soft: true, floor }) }
    }
  }
}
