import { describe, expect, it } from 'vitest'

import { SCORE_CARDS } from '../../../src/domain/assessment/cards.ts'
import { checkScoreCard } from '../../../src/domain/assessment/checkScoreCard.ts'
import type { GradeBand, ScoreCard, ScoreNode } from '../../../src/domain/assessment/scoreCard.ts'
import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { indicator } from '../tables.ts'
import { BANDS, BY_ID, CARD, item } from './world.ts'

const KNOWN = new Map([
  ...BY_ID,
  ['gdp', indicator('gdp', { reportedFrom: 'region', cadence: 'quarter' })],
])
const found = (card: Partial<ScoreCard>): string[] =>
  checkScoreCard({ ...CARD, ...card }, KNOWN).map(({ path, rule }) => `/${path.join('/')} ${rule}`)
const withItems = (...children: readonly ScoreNode[]) => found({ children })
const withBands = (...bands: readonly GradeBand[]) => found({ bands })
const [LEAD, ON_TIME, REMIND, WARN] = BANDS as [GradeBand, GradeBand, GradeBand, GradeBand]

describe('a score card', () => {
  it('is fine as it comes with the product', () => {
    const indicators = new Map(CATALOGUE.map((entry) => [entry.id, entry]))
    for (const card of SCORE_CARDS) expect(checkScoreCard(card, indicators)).toEqual([])
    expect(found({})).toEqual([])
  })

  it('is refused where no grade passes: nobody could', () => {
    expect(withBands({ ...LEAD, passes: false }, WARN)).toEqual(['/bands noPass'])
  })

  it('is refused with a sum that no accepted sum is printed as', () => {
    const sum = (weight: number) =>
      checkScoreCard({ ...CARD, children: [item('a', { weight })] }, KNOWN)[0]?.text.zh
    expect(sum(99.99)).toBeUndefined()
    expect(sum(99.988)).toContain('合计 99.988，应为 100')
  })

  it('is refused where it is said to be official and names no source', () => {
    expect(found({ demonstration: false, sources: [] })).toEqual(['/sources sourceMissing'])
    expect(found({ demonstration: false, sources: ['S01'] })).toEqual([])
    expect(found({ demonstration: true, sources: [] })).toEqual([])
  })

  it.each<[string, readonly ScoreNode[], string]>([
    [
      'weights above 100',
      [item('a', { weight: 70 }), item('b', { weight: 40 })],
      '/children weightSum',
    ],
    [
      'weights of a group below 100',
      [
        {
          ...{ kind: 'group', id: 'g', name: { zh: '组', en: 'g' } },
          weight: 100,
          children: [item('a', { weight: 99 })],
        },
      ],
      '/children/0/children weightSum',
    ],
    [
      'an empty group',
      [{ kind: 'group', id: 'g', name: { zh: '组', en: 'g' }, weight: 100, children: [] }],
      '/children/0/children noChildren',
    ],
    [
      'a group that counts nothing',
      [
        item('a', { weight: 100 }),
        {
          ...{ kind: 'group', id: 'g', name: { zh: '组', en: 'g' } },
          ...{ weight: 0, children: [item('b', { weight: 100 })] },
        },
      ],
      '/children/1/weight noWeight',
    ],
    [
      'a negative weight',
      [item('a', { weight: 110 }), item('b', { weight: -10 })],
      '/children/1/weight weight',
    ],
    [
      'an unknown indicator',
      [item('a', { indicator: 'nothing' })],
      '/children/0/indicator unknownIndicator',
    ],
    [
      'an indicator of regions',
      [item('a', { indicator: 'gdp' })],
      '/children/0/indicator notReported',
    ],
    [
      'the cumulative value of a stock',
      [item('a', { measure: 'cumulative' })],
      '/children/0/measure measure',
    ],
    [
      'the last value of a flow',
      [item('a', { indicator: 'revenue' })],
      '/children/0/measure measure',
    ],
    ['zero at full', [item('a', { zero: 5, full: 5 })], '/children/0/full flat'],
    ['no number', [item('a', { full: NaN })], '/children/0/full notFinite'],
    ['the wrong way round', [item('a', { zero: 9, full: 5 })], '/children/0/full direction'],
    [
      'the wrong way round where less is better',
      [item('a', { indicator: 'pue', zero: 1, full: 2 })],
      '/children/0/full direction',
    ],
    ['a goal out of reach', [item('a', { full: 6000 })], '/children/0/full bounds'],
    [
      'an id twice',
      [item('a', { weight: 50 }), item('a', { weight: 50 })],
      '/children/1/id repeatedId',
    ],
  ])('with %s is refused at its place', (_, children, fault) => {
    expect(withItems(...children)).toContain(fault)
  })

  it.each<[string, readonly GradeBand[], string]>([
    ['none', [], '/bands noBands'],
    ['two that overlap', [LEAD, { ...ON_TIME, from: 80 }, WARN], '/bands/1/from bandOrder'],
    ['a rising order', [ON_TIME, LEAD, WARN], '/bands/1/from bandOrder'],
    ['nothing at the bottom', [LEAD, ON_TIME], '/bands/1/from lastBand'],
    ['one above 100', [{ ...LEAD, from: 101 }, WARN], '/bands/0/from bandRange'],
    ['no number', [{ ...LEAD, from: NaN }, WARN], '/bands/0/from bandRange'],
    ['one twice', [LEAD, { ...LEAD, from: 50 }, WARN], '/bands/1/grade repeatedGrade'],
    [
      'a pass below a failure',
      [LEAD, { ...ON_TIME, passes: false }, REMIND, WARN],
      '/bands/2/passes passOrder',
    ],
  ])('with grades of which there is %s is refused', (_, bands, fault) => {
    expect(withBands(...bands)).toContain(fault)
  })

  it('says least coverage as a share', () => {
    expect(found({ leastCoverage: 70 })).toEqual(['/leastCoverage leastCoverage'])
  })

  it('says what is wrong and what to do in both languages', () => {
    const [fault] = checkScoreCard({ ...CARD, children: [item('a', { weight: 90 })] }, KNOWN)
    expect(fault?.text.zh).toBe('「卡」下各项权重合计 90，应为 100。')
    expect(fault?.remedy).toEqual({ zh: '合计增加 10。', en: 'Add 10.' })
  })
})
