import { describe, expect, it } from 'vitest'

import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import type { Indicator } from '../../../src/domain/indicator.ts'
import { blankEntries, keptEntries, readEntry } from '../../../src/views/reporting/formReport.ts'

const REVENUE = REPORTED_INDICATORS.find(({ id }) => id === 'cluster.revenue') as Indicator
const read = (text: string, absent: Parameters<typeof readEntry>[0]['absent'] = '') =>
  readEntry({ text, absent }, REVENUE)
const own = { indicator: 'cluster.revenue', unit: '亿元' }

describe('one line of the form', () => {
  it.each([
    ['1,234.5', { ...own, value: 1234.5 }],
    ['１２', { ...own, value: 12 }],
    ['12345万元', { ...own, unit: '万元', value: 12345 }],
    ['0', { ...own, value: 0 }],
    ['未报', { ...own, absent: 'notReported' }],
  ])('reads %s', (text, cell) => {
    expect(read(text)).toEqual({ kind: 'cell', cell })
  })

  it('takes a chosen reason, and nothing as nothing', () => {
    expect(read('', 'withheld')).toEqual({ kind: 'cell', cell: { ...own, absent: 'withheld' } })
    expect(read('')).toEqual({ kind: 'empty' })
  })

  it.each(['—', '约3', '3，5，1', '1e5'])('does not guess what %s means', (text) => {
    expect(read(text).kind).toBe('fault')
  })

  it('refuses a number beside a reason', () => {
    expect(read('3', 'withheld').kind).toBe('fault')
  })
})

describe('a form that was not touched', () => {
  it('is blank, but in January flows come with February', () => {
    expect(blankEntries([REVENUE], '2026-10')['cluster.revenue']?.absent).toBe('')
    expect(blankEntries([REVENUE], '2026-01')['cluster.revenue']?.absent).toBe('mergedJanuary')
  })

  it('takes what this browser kept, without what is broken or foreign', () => {
    const blank = blankEntries([REVENUE], '2026-10')
    const good = { text: '7', absent: '' }
    expect(keptEntries({ 'cluster.revenue': good, other: good }, blank)).toEqual({
      'cluster.revenue': good,
    })
    for (const bad of [null, 'x', { 'cluster.revenue': { text: 7 } }])
      expect(keptEntries(bad, blank)).toEqual(blank)
    const foreign = { 'cluster.revenue': { text: '', absent: 'noBase' } }
    expect(keptEntries(foreign, blank)).toEqual(blank)
  })
})
