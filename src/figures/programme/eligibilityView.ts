import type { EvidenceTime } from '../../domain/eligibility/evidence.ts'
import { evidenceFrame, type EvidenceFrame } from '../../domain/eligibility/evidenceFrame.ts'
import { judgeAll, type Outcomes } from '../../domain/eligibility/judgeAll.ts'
import { overlaidRuleSets, ruleSetOf } from '../../domain/eligibility/notices.ts'
import type { RuleSet } from '../../domain/eligibility/ruleSet.ts'
import { applied, isChanged, type Scenario } from '../../domain/eligibility/scenario.ts'
import type { FigureContext } from '../definition.ts'
import { latestMonth } from '../latest.ts'
import { ownProgramme } from '../programme.ts'

/** Brains under a rule set: read once, judged by every figure of the page. */
export interface EligibilityView {
  /** As it was published, or imported. */
  readonly set: RuleSet
  readonly time: EvidenceTime
  readonly frame: EvidenceFrame
  readonly outcomes: Outcomes
}

/** A view beside what a reader tries out in it. */
export interface WhatIfView extends EligibilityView {
  readonly scenario: Scenario
  readonly tried: Outcomes
}

/** Every rule set that holds, imported ones among them. */
export const ruleSetsIn = ({ programme }: FigureContext): readonly RuleSet[] =>
  overlaidRuleSets(programme?.ruleSets ?? [])

/**
 * Judges the brains of the register by the rule set of a batch, as if they applied in `year` (the batch's own where it
 * is not given); null without a rule set.
 */
export function eligibilityView(
  context: FigureContext,
  batch: number,
  year: number = batch,
): EligibilityView | null {
  const set = ruleSetOf(ruleSetsIn(context), batch)
  if (!set) return null
  const time = { batch, year, month: latestMonth(context) }
  const brains = ownProgramme(context).brains.map(({ id }) => id)
  const statements = context.programme?.statements ?? []
  const frame = evidenceFrame(context.cube, statements, set, brains, time)
  return { set, time, frame, outcomes: judgeAll(set, frame) }
}

/** The view with a scenario: nothing is read again. */
export function withScenario(view: EligibilityView, scenario: Scenario): WhatIfView {
  const tried = isChanged(scenario)
    ? judgeAll(applied(view.set, scenario), view.frame)
    : view.outcomes
  return { ...view, scenario, tried }
}
