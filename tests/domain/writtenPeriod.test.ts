import { describe, expect, it } from 'vitest'

import { formatPeriod, periodRange } from '../../src/domain/period.ts'
import { periodInText, readWrittenPeriod } from '../../src/domain/writtenPeriod.ts'

const periodOf = (text: string): string | null => {
  const read = readWrittenPeriod(text)
  return read?.kind === 'period' ? read.period : null
}

describe('a written period', () => {
  it.each([
    ...[
      '2026-10',
      '2026/10',
      '2026.10',
      '202610',
      '2026年10月',
      ' 2026 年 10 月 ',
      '２０２６年１０月',
    ],
    ...[
      '2026年10月份',
      '2026年1-10月',
      '2026年1—10月',
      '2026年1至10月',
      '2026年1~10月',
      '2026年1-10月累计',
    ],
    ...[
      '2026-10-31',
      '2026/10/1',
      '2026年10月31日',
      '10/2026',
      'Oct 2026',
      'October 2026',
      'Jan–Oct 2026',
    ],
  ])('«%s» is October', (text) => {
    expect(periodOf(text)).toBe('2026-10')
  })

  it('may be a quarter, half or whole year', () => {
    expect(['2026Q3', '2026-Q3', '2026年三季度', '2026年第3季度', 'Q3 2026'].map(periodOf)).toEqual(
      Array.from({ length: 5 }, () => '2026-Q3'),
    )
    expect(['2026-H1', '2026年上半年', '2026年', '2026'].map(periodOf)).toEqual([
      ...['2026-H1', '2026-H1', '2026', '2026'],
    ])
  })

  it('is read as it is printed, in both languages', () => {
    for (const period of [...periodRange('2025-01', '2026-12'), '2026-Q2', '2026-H2', '2026'])
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(periodOf(formatPeriod(period, locale))).toBe(period)
        expect(periodOf(formatPeriod(period, locale, { cumulative: true }))).toBe(period)
      }
  })

  it('may lack its year', () => {
    expect(readWrittenPeriod('10月')).toEqual({ kind: 'month', month: 10 })
    expect(readWrittenPeriod('1—10月')).toEqual({ kind: 'month', month: 10 })
    expect(readWrittenPeriod('13月')).toBeNull()
  })

  it.each([
    '',
    '2026-13',
    '2026年13月',
    '上月',
    'abc 2026',
    '26年10月',
    '1926年1月',
    '2026.10.11.12',
  ])('«%s» is none', (text) => {
    expect(periodOf(text)).toBeNull()
  })

  it('is found in a title that names one month', () => {
    expect(periodInText('轮胎产业大脑2026年1—10月报送表')).toBe('2026-10')
    expect(periodInText('2026年9月与2026年10月比较')).toBeNull()
    expect(periodInText('月报')).toBeNull()
  })
})
