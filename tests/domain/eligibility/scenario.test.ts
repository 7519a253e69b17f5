import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { leavesOf, thresholdsOf } from '../../../src/domain/eligibility/needs.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import { applied, isChanged, noChange } from '../../../src/domain/eligibility/scenario.ts'
import { scenarioIn, scenarioText } from '../../../src/domain/eligibility/scenarioLink.ts'

const [first] = NOTICES
if (!first) throw new Error('no notice')
const same = noChange(first.batch)

describe('a scenario', () => {
  it('without a change leaves the rules as they are', () => {
    expect(isChanged(same)).toBe(false)
    expect(applied(first, same)).toEqual(first)
  })

  it('moves the thresholds that it names, deep in a clause as well, and nothing else', () => {
    const moved = applied(first, { ...same, least: new Map([['racksPlanned', 500]]) })
    const [before, after] = [first, moved].map(({ clauses }) =>
      clauses.flatMap(({ need }) => leavesOf(need)),
    )
    const changed = after?.filter((leaf, i) => JSON.stringify(leaf) !== JSON.stringify(before?.[i]))
    expect(changed).toMatchObject([{ id: 'racksPlanned', least: 500 }])
    expect(thresholdsOf(first).find(({ id }) => id === 'racksPlanned')?.least).toBe(1000)
  })

  it('relaxes to a floor, and leaves clauses out', () => {
    const eased = applied(first, {
      ...{ ...same, floor: new Map([['revenue', 60]]), without: new Set(['integrity']) },
    })
    expect(eased.clauses.map(({ id }) => id)).not.toContain('integrity')
    expect(eased.clauses[0]?.need).toMatchObject({ least: 100, soft: true, floor: 60 })
  })

  it('comes back out of its address', () => {
    const scenarios = fc.constantFrom(...NOTICES).chain((set) => {
      const ids = thresholdsOf(set).map(({ id }) => id)
      const moved = fc
        .dictionary(
          fc.constantFrom(...ids),
          fc.nat(100_000).map((n) => n / 4),
        )
        .map((record) => new Map(Object.entries(record)))
      const without = fc.subarray(set.clauses.map(({ id }) => id)).map((some) => new Set(some))
      return fc.record({ batch: fc.constant(set.batch), least: moved, floor: moved, without })
    })
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const set = NOTICES.find(({ batch }) => batch === scenario.batch) ?? first
        expect(scenarioIn(set, scenarioText(scenario))).toEqual(scenario)
      }),
    )
  })

  it('takes nothing from an address that the rules do not know', () => {
    const text = 'revenue=-5,revenue=1e9,nothing=3,-nothing,racksPlanned=,=4,revenue~x,<b>=1'
    expect(scenarioIn(first, text)).toEqual(same)
  })
})
