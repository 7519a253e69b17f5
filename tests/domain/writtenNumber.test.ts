import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decimalOf, roundDecimal, shiftDecimal } from '../../src/domain/decimal.ts'
import { readWrittenNumber, writtenReason } from '../../src/domain/writtenNumber.ts'

const numberOf = (text: string): string => {
  const read = readWrittenNumber(text)
  return read.kind === 'number' ? `${read.decimal} ${read.unit}`.trim() : read.kind
}

describe('a written number', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['12,345,678', '12345678'],
    ['１２３．５', '123.5'],
    ['1 234', '1234'],
    ['1\u00a0234', '1234'],
    ['  -5 ', '-5'],
    ['−5', '-5'],
    ['+5', '5'],
    ['(1,234.5)', '-1234.5'],
    ['（5）', '-5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['12.3%', '12.3 %'],
    ['12.3％', '12.3 %'],
    ['1.2亿元', '1.2 亿元'],
    ['12 家', '12 家'],
  ])('«%s» is %s', (text, expected) => {
    expect(numberOf(text)).toBe(expected)
  })

  it.each([
    '约12',
    '12左右',
    '12以上',
    '>12',
    '12-15',
    '3/4',
    '1,5',
    '12,34',
    '1,23,456',
    '1.2.3',
    '1.2E+05',
    '十二',
    '(5',
    '5)',
    '(-5)',
    '2026-10',
    '￥12',
    'abc',
  ])('«%s» is unclear', (text) => {
    expect(readWrittenNumber(text).kind).toBe('unclear')
  })

  it.each(['—', '-', '--', '/', '无', '…', '暂无', 'None'])(
    '«%s» may be zero or nothing',
    (text) => {
      expect(readWrittenNumber(text).kind).toBe('dash')
    },
  )

  it('names reasons in both languages, and nothing else', () => {
    expect(
      ['未报', '未报送', 'not reported', '不适用', 'N/A', '保密', '1—2月合并'].map(writtenReason),
    ).toEqual([
      ...['notReported', 'notReported', 'notReported', 'notApplicable', 'notApplicable'],
      ...['withheld', 'mergedJanuary'],
    ])
    expect(writtenReason('—')).toBeUndefined()
  })

  it('says whether more than the digits stood there', () => {
    const tidied = (text: string) => {
      const read = readWrittenNumber(text)
      return read.kind === 'number' && read.tidied
    }
    expect([' 12.5', '-3'].map(tidied)).toEqual([false, false])
    expect(['1,000', '１２', '12%'].map(tidied)).toEqual([true, true, true])
  })

  it('reads back every number with thousands as it was', () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 })
    fc.assert(
      fc.property(cents, (n) => {
        const value = n / 100
        const text = value.toLocaleString('en-US', { maximumFractionDigits: 2 })
        const read = readWrittenNumber(text)
        expect(read.kind === 'number' ? Number(read.decimal) : null).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('decimal texts', () => {
  it('shift without binary arithmetic', () => {
    expect(shiftDecimal('12345', -4)).toBe('1.2345')
    expect(shiftDecimal('0.07', 2)).toBe('7')
    expect(shiftDecimal('-5', -8)).toBe('-0.00000005')
    expect(shiftDecimal('1.5', 4)).toBe('15000')
  })

  it('shift there and back to what they were', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -12, max: 12 }), (n, power) => {
        expect(shiftDecimal(shiftDecimal(String(n), power), -power)).toBe(String(n))
      }),
    )
  })

  it('round halves away from zero', () => {
    expect(
      ['1.235', '-1.235', '9.999', '-0.004', '2'].map((text) => roundDecimal(text, 2)),
    ).toEqual([...['1.24', '-1.24', '10', '0', '2']])
    expect(roundDecimal('99.5', 0)).toBe('100')
  })

  it('keep the digits that a spreadsheet keeps', () => {
    expect([0.1 + 0.2, 1e21, 1.5e-7, -12.34, 0].map(decimalOf)).toEqual([
      ...['0.3', '1000000000000000000000', '0.00000015', '-12.34', '0'],
    ])
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (n) => {
        expect(Number(decimalOf(n / 1000))).toBe(n / 1000)
      }),
    )
  })
})
