import type { Need, RuleSet } from './ruleSet.ts'

/** What statements of a rule set may be about: ids of statement needs, and of clauses that may be waived. */
export interface StatementSubjects {
  readonly needs: readonly string[]
  readonly waivable: readonly string[]
}

/** Every subject of a rule set, in the order of its clauses. */
export const statementSubjects = ({ clauses }: RuleSet): StatementSubjects => ({
  needs: clauses.flatMap(({ need }) => statementsIn(need)),
  waivable: clauses.filter(({ waivable }) => waivable).map(({ id }) => id),
})

function statementsIn(need: Need): readonly string[] {
  switch (need.kind) {
    case 'statement':
      return [need.id]
    case 'all':
    case 'any':
      return need.of.flatMap(statementsIn)
    default:
      return []
  }
}
