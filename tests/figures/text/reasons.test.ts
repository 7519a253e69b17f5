import { expect, it } from 'vitest'

import { simulate } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { reasonWords } from '../../../src/figures/text/reasons.ts'

const reasons = [
  ...new Set(simulate(SCENARIOS.default).events.flatMap(({ reason }) => reason ?? [])),
]

it('every reason that the simulation writes has English words, and stays as it is in Chinese', () => {
  expect(reasons.length).toBeGreaterThan(4)
  for (const reason of reasons) {
    expect(reasonWords(reason, 'en')).toMatch(/^[\x20-\x7e]+$/)
    expect(reasonWords(reason, 'zh-CN')).toBe(reason)
  }
})

it('a reason that somebody entered stays as it was entered', () => {
  expect(reasonWords('示例原因', 'en')).toBe('示例原因')
  expect(reasonWords(null, 'en')).toBe('')
})
