import { describe, expect, it } from 'vitest'

import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { scenarioText } from '../../../src/domain/eligibility/scenarioLink.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { lifecycleFlow } from '../../../src/figures/lifecycleFlow.ts'
import { changesSince } from '../../../src/export/briefing/changesSince.ts'
import { coverageTable } from '../../../src/figures/programme/coverageTable.ts'
import { eligibilityBatch } from '../../../src/figures/programme/eligibilityBatch.ts'
import { eligibilityTable } from '../../../src/figures/programme/eligibilityTable.ts'
import { lifecycleBoard } from '../../../src/figures/programme/lifecycleBoard.ts'
import { whatIfCounts } from '../../../src/figures/programme/whatIfCounts.ts'
import { withScenario } from '../../../src/figures/programme/eligibilityView.ts'
import { weightsOf, weightsText } from '../../../src/views/assessment/weights.ts'
import { sourceOf } from '../../../src/views/briefing/sourceOf.ts'
import { foldedTo } from '../../../src/views/lifecycle/lifecycleRows.ts'
import {
  easier,
  harder,
  simulated,
  viewOf,
  YEAR,
} from '../../figures/programme/eligibilityWorld.ts'
import { programmeExamples, whatIfExamples } from '../../figures/programme/programmeExamples.ts'
import { scoreContext } from '../../figures/programme/scoreWorld.ts'

const rules = simulated()
const scores = scoreContext()
const one = rules.cube.brains[0]?.id ?? ''
const [a, b] = [scenarioText(harder), scenarioText(easier)]
const WHAT_IF = `eligibility?tab=whatif&batch=2023&year=${YEAR}&a=${a}&b=${b}`

/** Twice as much for the first items of the card. */
const TRIED = weightsText(weightsOf(demoCard).map((weight, i) => (i < 3 ? weight * 2 : weight)))

/** The page on which each figure of the programme is put aside. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  lifecycle: ['programme-stages', 'programme-deadlines', 'programme-cases'],
  eligibility: ['eligibility-batch', 'industry-conflicts', 'list-coverage'],
  [`eligibility?tab=brain&brain=${one}`]: ['eligibility-brain'],
  'eligibility?tab=rules': ['rule-differences'],
  [WHAT_IF]: ['what-if-counts', 'what-if-map', 'what-if-changes', 'what-if-comparison'],
  assessment: ['assessment-ranking', 'assessment-distribution', 'assessment-histogram'],
  [`assessment?tab=card&brain=${scores.cube.brains[0]?.id ?? ''}`]: [
    ...['assessment-card', 'assessment-contributions', 'assessment-lifts'],
    ...['assessment-forecast', 'assessment-forecast-items', 'assessment-history'],
  ],
}

const contextOf = (query: string): FigureContext =>
  query.startsWith('assessment') ? scores : rules

/** What a figure that was put aside under this id becomes, made again from its view. */
function again(id: string, query: string): Figure | null {
  const context = contextOf(query)
  const figure = { ...lifecycleFlow.build(context), id }
  return sourceOf({ figure, query })?.build(context) ?? null
}

describe('a figure of the programme that was put aside', () => {
  it('is made again from its page, whichever it is', () => {
    for (const [query, ids] of Object.entries(PAGES))
      expect(ids.map((id) => again(id, query)?.id)).toEqual(ids)
  })

  it('has a page, whichever it is', () => {
    const known = new Set(Object.values(PAGES).flat())
    const all = [...programmeExamples('zh-CN'), ...whatIfExamples('zh-CN')].map(({ id }) => id)
    expect(all.filter((id) => !known.has(id))).toEqual([])
  })

  it('waits for the rules and asks for what they read', () => {
    const figure = { ...lifecycleFlow.build(rules), id: 'eligibility-batch' }
    const source = sourceOf({ figure, query: 'eligibility' })
    expect(source?.readsProgramme).toBe(true)
    expect(source?.indicators(rules)).toContain('cluster.revenue')
    const card = sourceOf({ figure, query: 'assessment' })
    expect(card?.indicators(scores).length).toBeGreaterThan(3)
  })

  it('answers the question of its link: batch, year, brain, side of the what-if', () => {
    const view = viewOf(rules)
    const query = `batch=2023&year=${YEAR}`
    expect(again('eligibility-batch', `eligibility?${query}`)).toEqual(
      eligibilityBatch(rules, view),
    )
    expect(again('list-coverage', `eligibility?${query}`)).toEqual(coverageTable(rules, 2023))
    expect(again('eligibility-brain', `eligibility?tab=brain&${query}&brain=${one}`)).toEqual(
      eligibilityTable(rules, view, one),
    )
    const sides = [harder, easier].map((side) => whatIfCounts(rules, withScenario(view, side)))
    expect([WHAT_IF, `${WHAT_IF}&side=b`].map((link) => again('what-if-counts', link))).toEqual(
      sides,
    )
    expect(sides[0]).not.toEqual(sides[1])
  })

  it('is folded to the day of its link and narrowed as its link says', () => {
    const then = again('lifecycle-flow', 'lifecycle?on=2025-01-01')
    expect(then).toEqual(lifecycleFlow.build(foldedTo(rules, '2025-01-01')))
    expect(then).not.toEqual(lifecycleFlow.build(rules))
    const some = again('programme-stages', 'lifecycle?tab=list&city=370200&stage=pilot')
    const whole = lifecycleBoard.build(rules)
    if (some?.kind !== 'table' || whole.kind !== 'table') throw new Error('no table')
    expect(some.rows.length).toBeLessThan(whole.rows.length)
    expect(new Set(some.rows.map(([, stage]) => stage))).toEqual(new Set(['建设试点']))
    expect(some.notes[0]).toMatch(/^按所选条件：\d+ \/ \d+ 个产业大脑$/)
  })

  it('keeps its mark: weights that were tried are no result', () => {
    const weights = again('assessment-ranking', `assessment?tab=cards&w=${TRIED}`)
    const plain = again('assessment-ranking', 'assessment')
    expect(plain?.title).toContain('演示权重')
    expect(weights?.title).toContain('演示权重')
    expect([plain, weights].map((figure) => figure?.title.includes('测算'))).toEqual([false, true])
    expect(again('what-if-map', WHAT_IF)?.title).toContain('测算')
  })

  it('is compared with what it was: the same, or old and new', () => {
    const query = 'assessment?year=2026&month=10'
    const frozen = again('assessment-ranking', query)!
    expect(changesSince(frozen, again('assessment-ranking', query))).toEqual({ kind: 'same' })
    const before = again('assessment-ranking', 'assessment?year=2026&month=08')
    expect(changesSince(frozen, before).kind).toBe('changed')
  })

  it('is gone where its brain, its rules or its page are', () => {
    expect(again('eligibility-brain', 'eligibility?tab=brain&brain=nobody')).toBeNull()
    expect(again('eligibility-batch', 'eligibility?batch=1999')).toBeNull()
    expect(again('assessment-card', 'assessment?tab=card&brain=nobody')).toBeNull()
    expect(again('no-such-figure', 'lifecycle')).toBeNull()
  })
})
