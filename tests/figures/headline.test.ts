import { describe, expect, it } from 'vitest'

import { headline } from '../../src/figures/headline.ts'
import { LOCALES, scenario, SCENARIO_IDS, type ScenarioId } from './scenarios.ts'

const said = (id: ScenarioId, locale: (typeof LOCALES)[number] = 'zh-CN'): string =>
  headline(scenario(id, locale))
    .map(({ text }) => text)
    .join('')

describe.each(SCENARIO_IDS)('the conclusion of %s', (id) => {
  it('is one whole sentence in both languages, without an empty place', () => {
    for (const locale of LOCALES) {
      const text = said(id, locale)
      expect(text.trim()).toMatch(locale === 'en' ? /[^.]\.$/ : /[^。]。$/)
      expect(text).not.toMatch(/undefined|NaN|null|Infinity|—/)
      if (locale === 'en') expect(text).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('the conclusion', () => {
  it('of the demo says where the programme stands and what is urgent', () => {
    expect(said('demo')).toMatch(/^纳入建设 54 个，为 2025 年目标的 108\.0%；\d+ 个限期整改/)
    expect(headline(scenario('demo')).filter(({ tone }) => tone === 'warn')).not.toEqual([])
  })

  it('speaks of no goal where none is set, and of no urgency where there is none', () => {
    const text = headline({ ...scenario('single'), targets: [] })
      .map(({ text: part }) => part)
      .join('')
    expect(text).toMatch(/^纳入建设 1 个/)
    expect(text).not.toMatch(/目标|%/)
  })

  it('of the public facts keeps the three counts apart', () => {
    for (const part of ['32 个', '18 个', '112 个', '不可相加', '未公开'])
      expect(said('main')).toContain(part)
  })
})
