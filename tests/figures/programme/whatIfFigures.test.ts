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
import { simulated, stated, viewOf, harder, easier, kindOf, whatIfs } from './eligibilityWorld.ts'

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
    expect(
      bars
        .filter(({ sum }) => !sum)
        .flatMap(({ values }) => values)
        .reduce<number>((sum, n) => sum + (n ?? 0), 0),
    ).toBe(view.frame.brains.length)
    const areas = kindOf(whatIfMap(context, b), 'map').areas
    expect(areas.reduce((sum, { value }) => sum + (value.value ?? 0), 0)).toBe(easy)
    const moves = kindOf(whatIfChanges(context, b), 'table')
    const { entering, leaving, shifting } = compareOutcomes(view.outcomes, b.tried)
    expect(moves.ids).toEqual(
      [...entering, ...leaving, ...shifting].map((at) => view.frame.brains[at]),
    )
    expect(entering.length - leaving.length).toBe((easy ?? 0) - (was ?? 0))
    const apart = kindOf(whatIfComparison(context, a, b), 'table')
    const between = compareOutcomes(a.tried, b.tried)
    expect(apart.rows).toHaveLength(Object.values(between).flat().length)
    expect(apart.finding).toContain(`方案甲可申报 ${hard} 个，方案乙 ${easy} 个`)
  })

  it('counts every change of verdict: a soft threshold moves nobody out before it has a floor', () => {
    const context = simulated()
    const view = viewOf(context, 2025)
    const least = new Map([['outputValue', 399]])
    const soft = withScenario(view, { ...noChange(2025), least })
    const { entering, leaving, shifting } = compareOutcomes(view.outcomes, soft.tried)
    expect([entering, leaving]).toEqual([[], []])
    expect(shifting.length).toBeGreaterThan(5)
    const n = shifting.length
    const bars = kindOf(whatIfCounts(context, soft), 'bar')
    const row = (id: string) => bars.rows.find((one) => one.id === id)?.columns.map((c) => c.text)
    const sum = `${passing(countsOf(view.outcomes))}`
    expect(bars.columns).toEqual(['现行', '测算', '差'])
    expect(row('eligible')).toEqual([sum, sum, '0'])
    expect(row('pass')?.[2]).toBe(`−${n}`)
    expect(row('softPass')?.[2]).toBe(`+${n}`)
    expect(bars.finding).toContain(`可申报 ${sum} 个（其中原则上 ${n} 个`)
    expect(bars.finding).toContain(`${n} 个判定有变：进入 0、退出 0、改判 ${n}`)
    const map = kindOf(whatIfMap(context, soft), 'map')
    expect(map.finding).toContain(`${n} 个判定有变`)
    const marked = map.areas.map(({ value }) => Number(value.text.split('Δ')[1] ?? 0))
    expect(marked.reduce((all, one) => all + one, 0)).toBe(n)
    const rows = kindOf(whatIfChanges(context, soft), 'table').rows
    expect(rows.map((cells) => cells.slice(2).join())).toEqual(
      shifting.map(() => '改判,通过,原则上通过'),
    )
    const floor = new Map([['outputValue', 300]])
    const floored = withScenario(view, { ...noChange(2025), least, floor })
    expect(compareOutcomes(view.outcomes, floored.tried).leaving.length).toBeGreaterThan(0)
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
