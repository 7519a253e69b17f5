import { describe, expect, it } from 'vitest'

import { compareOutcomes } from '../../../src/domain/eligibility/judgeAll.ts'
import { noChange } from '../../../src/domain/eligibility/scenario.ts'
import { countsOf, passing } from '../../../src/figures/programme/eligibilityBatch.ts'
import { withScenario } from '../../../src/figures/programme/eligibilityView.ts'
import { whatIfChanges } from '../../../src/figures/programme/whatIfChanges.ts'
import { whatIfComparison } from '../../../src/figures/programme/whatIfComparison.ts'
import { whatIfCounts } from '../../../src/figures/programme/whatIfCounts.ts'
import { whatIfMap } from '../../../src/figures/programme/whatIfMap.ts'
import { LOCALES } from '../scenarios.ts'
import { stated, viewOf, harder, easier, kindOf, whatIfs } from './eligibilityWorld.ts'

describe('a what-if', () => {
  it('says so in its title, and what was moved in its notes', () => {
    for (const locale of LOCALES)
      for (const figure of whatIfs(stated(locale), harder, easier)) {
        const mark = locale === 'en' ? 'what-if, not a result' : '测算，非实绩'
        expect(figure.title).toContain(mark)
        expect(figure.notes[0]).toBe(mark)
        expect(figure.notes[1]).toMatch(/250|25 CNY bn/)
      }
    const [, , , both] = whatIfs(stated(), harder, easier)
    expect(both?.notes.slice(1, 3)).toEqual([
      '方案甲：集群营业收入 ≥ 250 亿元（原 ≥ 100 亿元）',
      '方案乙：不计条款“产业链”；规划标准机架数 ≥ 500 架（原 ≥ 1,000 架）；不计条款“信用与安全”',
    ])
  })

  it('tells one story: counts, map, list and comparison come from the same outcomes', () => {
    const context = stated()
    const view = viewOf(context)
    const [a, b] = [withScenario(view, harder), withScenario(view, easier)]
    const [was, hard, easy] = [view.outcomes, a.tried, b.tried].map((one) => passing(countsOf(one)))
    expect(hard).toBeLessThan(was ?? 0)
    expect(easy).toBeGreaterThan(was ?? 0)

    const bars = kindOf(whatIfCounts(context, b), 'bar').rows
    expect(bars.flatMap(({ values }) => values).reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(
      view.frame.brains.length,
    )
    const areas = kindOf(whatIfMap(context, b), 'map').areas
    expect(areas.reduce((sum, { value }) => sum + (value.value ?? 0), 0)).toBe(easy)
    const moves = kindOf(whatIfChanges(context, b), 'table')
    const { entering, leaving } = compareOutcomes(view.outcomes, b.tried)
    expect(moves.ids).toEqual([...entering, ...leaving].map((at) => view.frame.brains[at]))
    expect(entering.length - leaving.length).toBe((easy ?? 0) - (was ?? 0))
    const apart = kindOf(whatIfComparison(context, a, b), 'table')
    expect(apart.rows).toHaveLength((easy ?? 0) - (hard ?? 0))
    expect(apart.finding).toContain(`方案甲通过 ${hard} 个，方案乙 ${easy} 个`)
  })

  it('without a change changes nothing, and reads nothing again', () => {
    const context = stated()
    const view = viewOf(context)
    const same = withScenario(view, noChange(2023))
    expect(same.tried).toBe(view.outcomes)
    expect(withScenario(view, harder).frame).toBe(view.frame)
    expect(whatIfCounts(context, same).finding).toContain('不变')
    expect(whatIfCounts(context, same).notes).toContain('测算改动：无')
    expect(kindOf(whatIfChanges(context, same), 'table').rows).toEqual([])
  })
})
