import { leavesOf, type LeafNeed } from '../../domain/eligibility/needs.ts'
import type { Clause, RuleSet } from '../../domain/eligibility/ruleSet.ts'
import { applied, type Scenario } from '../../domain/eligibility/scenario.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { say } from '../text/words.ts'
import { indicatorName, thresholdText } from './eligibilityWords.ts'

/** What a scenario moves, against the rules as published: 规划标准机架数 ≥ 500 架（原 ≥ 1,000 架）. Empty for nothing. */
export function scenarioChanges(
  set: RuleSet,
  scenario: Scenario,
  locale: Locale,
): readonly string[] {
  const moved = new Map(
    applied(set, scenario)
      .clauses.flatMap(({ need }) => leavesOf(need))
      .map((need) => [need.id, thresholdIn(need, locale)]),
  )
  return set.clauses.flatMap((clause) => {
    if (scenario.without.has(clause.id)) {
      const name = textOf(clause.name, locale)
      return [say(locale, `不计条款“${name}”`, `without the clause "${name}"`)]
    }
    return leavesOf(clause.need).flatMap((need) => {
      const [was, is] = [thresholdIn(need, locale), moved.get(need.id) ?? '']
      if (was === is) return []
      const name = nameOf(need, clause, locale)
      return [say(locale, `${name} ${is}（原 ${was}）`, `${name} ${is} (was ${was})`)]
    })
  })
}

const thresholdIn = (need: LeafNeed, locale: Locale): string =>
  need.kind === 'statement' ? '' : thresholdText(need, locale)

const nameOf = (need: LeafNeed, clause: Clause, locale: Locale): string =>
  need.kind === 'reading' ? indicatorName(need.indicator, locale) : textOf(clause.name, locale)

/** The same as one note under a name; that nothing is moved is said as well. */
export function scenarioNote(
  set: RuleSet,
  scenario: Scenario,
  locale: Locale,
  name: string = say(locale, '测算改动', 'Moved'),
): string {
  const changes = scenarioChanges(set, scenario, locale)
  const text = changes.join(say(locale, '；', '; ')) || say(locale, '无', 'nothing')
  return say(locale, `${name}：${text}`, `${name}: ${text}`)
}
