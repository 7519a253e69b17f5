import { describe, expect, it } from 'vitest'

import { brainTrends } from '../../../src/figures/brain/brainTrends.ts'
import { fullScenario } from '../fullScenario.ts'
import { scenario } from '../scenarios.ts'

const context = fullScenario()
const brain = context.cube.brains.find(({ id }) => context.states.get(id)?.stage === 'pilot')!

describe('the small trends of a profile', () => {
  const trends = brainTrends(context, brain)

  it('are four, each with unit, thirteen months, and the domain beside the brain', () => {
    expect(trends.map(({ indicators }) => indicators?.[0])).toEqual([
      'cluster.revenue',
      'service.firmsServed',
      'compute.rackUtilisation',
      'platforms.dataAggregated',
    ])
    for (const { periods, unit, panels, finding } of trends) {
      expect(periods).toHaveLength(13)
      expect(unit).not.toBe('')
      expect(panels[0]?.series.map(({ id }) => id)).toEqual([brain.id, 'median'])
      expect(panels[0]?.band).not.toBeNull()
      expect(finding).toContain(brain.name)
    }
  })

  it('draw readings of the domain alone', () => {
    const [trend] = trends
    const peers = context.cube.brains.filter(({ domain }) => domain === brain.domain)
    expect(peers.length).toBeLessThan(context.cube.brains.length)
    const alone = { ...context, cube: { ...context.cube, brains: peers } }
    expect(brainTrends(alone, brain)[0]?.panels[0]?.band).toEqual(trend?.panels[0]?.band)
  })

  it('are none for a brain that has reported nothing', () => {
    const main = scenario('main')
    expect(brainTrends(main, main.cube.brains[0]!)).toEqual([])
  })
})
