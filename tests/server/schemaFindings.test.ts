import { describe, expect, it } from 'vitest'

import { RuleSetEntry } from '../../src/contract/programme.ts'
import { HttpProblem } from '../../server/http/problem.ts'
import { requireSchema } from '../../server/intake/schemaFindings.ts'
import { NOTICES } from '../../src/domain/eligibility/notices.ts'

/** What is found where one value of the rule set of 2023 is another. */
function findingsWith(change: (set: { clauses: { need: unknown; name: unknown }[] }) => void) {
  const set = structuredClone(NOTICES[0]) as unknown as Parameters<typeof change>[0]
  change(set)
  try {
    requireSchema(RuleSetEntry, set)
  } catch (error) {
    if (error instanceof HttpProblem)
      return error.findings.map(({ place, rule, remedy }) => [place, rule, remedy.zh])
    throw error
  }
  return []
}

describe('findings of a body that does not follow its schema', () => {
  it('say in words what belongs there', () => {
    expect(findingsWith(({ clauses }) => (clauses[0]!.name = '收入'))).toEqual([
      ['/clauses/0/name', 'type', '此处应填对象 {…}。'],
    ])
  })

  it('name the place inside the form that a value is nearest to', () => {
    const found = findingsWith(({ clauses }) => {
      const { least: _, ...need } = clauses[0]!.need as Record<string, unknown>
      clauses[0]!.need = need
    })
    expect(found.map(([place, rule]) => [place, rule])).toEqual([['/clauses/0/need/least', 'type']])
  })
})
