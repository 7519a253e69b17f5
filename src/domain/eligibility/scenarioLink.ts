import { thresholdsOf } from './needs.ts'
import type { RuleSet } from './ruleSet.ts'
import type { Scenario } from './scenario.ts'

/** A scenario as an address holds it: `racksPlanned=500,outputValue~60,-integrity`. Empty for no change. */
export const scenarioText = ({ least, floor, without }: Scenario): string =>
  [
    ...[...least].map(([id, value]) => `${id}=${value}`),
    ...[...floor].map(([id, value]) => `${id}~${value}`),
    ...[...without].map((id) => `-${id}`),
  ].join(',')

/** Reads what `scenarioText` wrote; parts that the rule set does not know, or that are no numbers, are left out. */
export function scenarioIn(set: RuleSet, text: string): Scenario {
  const numeric = new Set(thresholdsOf(set).map(({ id }) => id))
  const clauses = new Set(set.clauses.map(({ id }) => id))
  const least = new Map<string, number>()
  const floor = new Map<string, number>()
  const without = new Set<string>()
  for (const part of text.split(',')) {
    if (part.startsWith('-') && clauses.has(part.slice(1))) without.add(part.slice(1))
    const [, id = '', sign, written = ''] =
      /^([\w.:-]+)([=~])(\d{1,12}(?:\.\d{1,6})?)$/.exec(part) ?? []
    if (!numeric.has(id)) continue
    if (sign === '=') least.set(id, Number(written))
    if (sign === '~') floor.set(id, Number(written))
  }
  return { batch: set.batch, least, floor, without }
}
