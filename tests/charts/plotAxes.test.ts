import { describe, expect, it } from 'vitest'

import { axisFormat, ticksOf } from '../../src/charts/plotAxes.ts'

const printed = (min: number, max: number, step: number): string[] => {
  const ticks = ticksOf({ min, max, step })
  return ticks.map(axisFormat(ticks))
}

describe('the numbers at an axis', () => {
  it('have the decimals of the tick that needs the most', () => {
    expect(printed(6.9, 7.1, 0.1)).toEqual(['6.9', '7.0', '7.1'])
    expect(printed(6, 7.25, 0.25)).toEqual(['6.00', '6.25', '6.50', '6.75', '7.00', '7.25'])
  })

  it('have none where all are whole, and part their thousands', () => {
    expect(printed(0, 10000, 5000)).toEqual(['0', '5,000', '10,000'])
  })

  it('say minus as print does', () => {
    expect(printed(-1, 0.5, 0.5)).toEqual(['\u22121.0', '\u22120.5', '0.0', '0.5'])
  })
})
