import { describe, expect, it } from 'vitest'

import { present } from '../../../src/domain/reading.ts'
import {
  changeWords,
  comparedWords,
  contributionWords,
  coverageWords,
  rankWords,
  sentence,
} from '../../../src/figures/text/findings.ts'

describe('the words of a finding', () => {
  it('say growth, fall and standstill as statistics offices do', () => {
    expect(changeWords(17.13, 'yearOnYear', 'zh-CN')).toBe('同比增长17.1%')
    expect(changeWords(-0.6, 'yearOnYear', 'zh-CN')).toBe('同比下降0.6%')
    expect(changeWords(0.04, 'yearOnYear', 'zh-CN')).toBe('同比持平')
    expect(changeWords(-2, 'monthOnMonth', 'zh-CN')).toBe('环比下降2.0%')
    expect(changeWords(17.13, 'yearOnYear', 'en')).toBe('up 17.1% on the year')
  })

  it('say the change of a rate in percentage points, never in percent', () => {
    expect(changeWords(1.2, 'pointChange', 'zh-CN')).toBe('比上年同期提高1.2个百分点')
    expect(changeWords(-1.2, 'pointChangeOnMonth', 'zh-CN')).toBe('比上月下降1.2个百分点')
    expect(changeWords(1.2, 'pointChange', 'en')).not.toContain('%')
  })

  it('compare with the provincial average', () => {
    expect(comparedWords(2.34, 'zh-CN')).toBe('高于全省平均2.3个百分点')
    expect(comparedWords(-2.34, 'zh-CN')).toBe('低于全省平均2.3个百分点')
    expect(comparedWords(0.01, 'zh-CN')).toBe('与全省平均持平')
    expect(comparedWords(-1, 'en')).toBe('1.0 percentage points below the provincial average')
  })

  it('name the place, the contribution and the coverage', () => {
    expect(rankWords(3, 51, 'zh-CN')).toBe('居全省第3位（共51）')
    expect(contributionWords(3.2, 'zh-CN')).toBe('拉动3.20个百分点')
    expect(contributionWords(-0.45, 'zh-CN')).toBe('下拉0.45个百分点')
    expect(coverageWords(present(1, 43, 50), 'zh-CN')).toBe('覆盖43/50家报送')
    expect(coverageWords(present(1), 'zh-CN')).toBe('')
  })

  it('join to one sentence and leave out what is not known', () => {
    expect(sentence('zh-CN', ['甲', null, '', '乙'])).toBe('甲，乙。')
    expect(sentence('en', ['a', null, 'b'])).toBe('a, b.')
  })

  it('say of a level who has reported and of a change who is comparable', () => {
    expect(coverageWords(present(1, 43, 50), 'zh-CN')).toBe('覆盖43/50家报送')
    expect(coverageWords(present(1, 43, 50), 'zh-CN', 'yearOnYear')).toBe('同口径43/50家')
    expect(coverageWords(present(1, 43, 50), 'en', 'index')).toContain('like with like')
    expect(coverageWords(present(1, 1, 1), 'zh-CN', 'yearOnYear')).toBe('')
  })
})
