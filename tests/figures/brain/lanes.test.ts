import { describe, expect, it } from 'vitest'

import { assignLanes } from '../../../src/figures/brain/lanes.ts'
import { rankStrip } from '../../../src/figures/brain/rankStrip.ts'

const label = (at: number) => ({ at, name: '年度考核', date: '2026-08-26' })

describe('lanes of labels', () => {
  it('put labels that are far apart on one lane', () => {
    expect(assignLanes([label(0), label(0.3), label(0.6)]).map(({ lane }) => lane)).toEqual([
      0, 0, 0,
    ])
  })

  it('lift labels that would touch', () => {
    expect(assignLanes([label(0.1), label(0.11), label(0.12)]).map(({ lane }) => lane)).toEqual([
      0, 1, 2,
    ])
  })

  it('turn labels near the end round', () => {
    expect(assignLanes([label(0.5), label(0.95)]).map(({ flip }) => flip)).toEqual([false, true])
  })
})

describe('a rank strip', () => {
  it('has a cell a peer, with the own place and the median', () => {
    expect(rankStrip({ rank: 2, of: 5, median: 1 })).toEqual({
      text: '2/5',
      cells: ['other', 'own', 'median', 'other', 'other'],
    })
  })

  it('shares its cells among many peers', () => {
    const strip = rankStrip({ rank: 500, of: 500, median: 1 })
    expect(strip?.cells).toHaveLength(24)
    expect(strip?.cells.at(-1)).toBe('own')
  })

  it('is none where nothing is ranked', () => {
    expect(rankStrip({ rank: null, of: 5, median: 1 })).toBeNull()
  })
})
