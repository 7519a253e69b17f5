import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { UNITS, type UnitId } from '../../src/domain/indicator.ts'
import { absent, ABSENCE_REASONS } from '../../src/domain/reading.ts'
import { levelOf, lopsidedText } from '../../src/figures/mapClasses.ts'
import { ageText, daysBetween } from '../../src/figures/text/age.ts'
import {
  columnScale,
  formatChange,
  formatNumber,
  publishedQuantity,
  quantity,
  quantityOf,
  quantityText,
} from '../../src/figures/text/number.ts'
import { sourceMark, sourceText } from '../../src/figures/text/source.ts'
import { LOCALES } from './scenarios.ts'

const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true })
const unit = fc.constantFrom(...(Object.keys(UNITS) as UnitId[]))
const locale = fc.constantFrom(...LOCALES)
const read = (text: string): number => Number(text.replaceAll(',', '').replace('\u2212', '-'))

describe('a printed number', () => {
  it('has thousands commas, fixed decimals and a true minus', () => {
    expect(formatNumber(18600)).toBe('18,600')
    expect(formatNumber(1234567.891, 1)).toBe('1,234,567.9')
    expect(formatNumber(-12.5, 1)).toBe('\u221212.5')
    expect(formatNumber(0, 2)).toBe('0.00')
  })

  it('has no minus where it rounds to zero', () => {
    expect(formatNumber(-0.04, 1)).toBe('0.0')
    expect(formatNumber(-0)).toBe('0')
  })

  it('reads back within its rounding', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const back = read(formatNumber(value, decimals))
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6)
      }),
    )
  })

  it('keeps the order of numbers', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        if (a <= b) expect(read(formatNumber(a, 1))).toBeLessThanOrEqual(read(formatNumber(b, 1)))
      }),
    )
  })
})

describe('a printed change', () => {
  it('always has a sign, or reads flat', () => {
    expect(formatChange(6.84, 'zh-CN')).toBe('+6.8')
    expect(formatChange(-0.6, 'zh-CN')).toBe('\u22120.6')
    expect(formatChange(0.04, 'zh-CN')).toBe('持平')
    expect(formatChange(-0.04, 'en')).toBe('flat')
    fc.assert(
      fc.property(amount, locale, (value, of) => {
        expect(formatChange(value, of)).toMatch(/^([+\u2212][\d,]+\.\d|持平|flat)$/)
      }),
    )
  })

  it('is the opposite for the opposite change', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const [up, down] = [formatChange(value, 'en'), formatChange(-value, 'en')]
        expect(up.replace(/^[+\u2212]/, '')).toBe(down.replace(/^[+\u2212]/, ''))
        if (up !== 'flat') expect(up[0]).not.toBe(down[0])
      }),
    )
  })
})

describe('a quantity', () => {
  it('counts by 万 and 亿 in Chinese, by k, bn and tn in English', () => {
    const shown = (value: number, id: UnitId, of: 'zh-CN' | 'en') => {
      const { text, unit: printed } = quantity(value, id, of)
      return `${text} ${printed}`
    }
    expect(shown(18_600, 'yi', 'zh-CN')).toBe('1.86 万亿元')
    expect(shown(18_600, 'yi', 'en')).toBe('1.86 CNY tn')
    expect(shown(9_999, 'yi', 'zh-CN')).toBe('9,999 亿元')
    expect(shown(9_999, 'yi', 'en')).toBe('999.9 CNY bn')
    expect(shown(31_200, 'racks', 'zh-CN')).toBe('3.12 万架')
    expect(shown(31_200, 'racks', 'en')).toBe('31.2 k racks')
    expect(shown(12_000, 'percent', 'zh-CN')).toBe('12,000 %')
  })

  it('never mixes two scales in one column', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), unit, locale, (values, id, of) => {
        const size = Math.max(...values.map(Math.abs))
        const units = values.map((value) => quantity(value, id, of, { size }).unit)
        expect(new Set(units).size).toBe(1)
        expect(quantity(1, id, of, { size: 0 }).unit).toBe(columnScale(id, of).unit)
      }),
    )
  })

  it('prints the number that it holds', () => {
    fc.assert(
      fc.property(amount, unit, locale, (value, id, of) => {
        const { value: held, text } = quantity(value, id, of)
        expect(Math.abs(read(text) - held!)).toBeLessThanOrEqual(0.5 + 1e-6)
      }),
    )
  })

  it('prints the reason where there is no value, never a digit', () => {
    for (const reason of ABSENCE_REASONS)
      for (const of of LOCALES) {
        const { value, text, absent: why } = quantityOf(absent(reason), 'yi', of)
        expect(value).toBeNull()
        expect(why).toBe(reason)
        if (reason !== 'mergedJanuary') expect(text).not.toMatch(/\d/)
        expect(text).not.toBe('')
      }
  })
})

describe('an age in words', () => {
  it('counts whole days and says today', () => {
    expect(ageText('2026-11-22', '2026-11-22', 'zh-CN')).toBe('今天')
    expect(ageText('2026-10-31', '2026-11-22', 'zh-CN')).toBe('22 天前')
    expect(ageText('2026-11-21', '2026-11-22', 'en')).toBe('1 day ago')
    expect(ageText('2026-11-20T23:59:00Z', '2026-11-22', 'en')).toBe('2 days ago')
  })

  it('is not shifted by summer time, and never lies in the future', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
    expect(ageText('2026-12-01', '2026-11-22', 'en')).toBe('today')
  })
})

describe('the class of a value', () => {
  const BREAKS = [500, 1000, 2000, 3000]

  it('belongs to the upper class on a break', () => {
    expect([499.9, 500, 1000, 2999, 3000].map((value) => levelOf(value, BREAKS))).toEqual([
      0, 1, 2, 3, 4,
    ])
  })

  it('never falls when the value rises and stays between 0 and 4', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(levelOf(low, BREAKS)).toBeLessThanOrEqual(levelOf(high, BREAKS))
        expect([0, 1, 2, 3, 4]).toContain(levelOf(a, BREAKS))
      }),
    )
  })

  it('warns when one class holds more than 60 % of the areas that have a value', () => {
    const areas = (levels: (number | null)[]) =>
      levels.map((level, i) => ({
        ...{ id: `${i}`, name: `${i}`, level, rank: null, card: [] },
        value: { value: level, unit: '', text: '' },
      }))
    expect(lopsidedText(areas([1, 1, 1, 1, 1, 1, 1, 2, 3, 4]), 'en')).toMatch(/^7 of 10/)
    expect(lopsidedText(areas([1, 1, 1, 1, 1, 1, 0, 2, 3, 4]), 'en')).toBeNull()
    expect(lopsidedText(areas([1, null, null, null, null, null]), 'en')).toBeNull()
  })
})

describe('a published value', () => {
  const print = (value: number, unit: UnitId, locale: (typeof LOCALES)[number]): string =>
    quantityText(publishedQuantity(value, unit, locale))

  it('keeps the digits of its publication and gains none', () => {
    expect(print(10189.4, 'yi', 'zh-CN')).toBe('10,189.4 亿元')
    expect(print(10189.4, 'yi', 'en')).toBe('1,018.94 CNY bn')
    expect(print(85, 'yi', 'en')).toBe('8.5 CNY bn')
    expect(print(8, 'percent', 'en')).toBe('8 %')
  })

  it('counts by thousands and billions in English, by 万 and 亿 in Chinese', () => {
    expect(print(41.64, 'wanFirms', 'en')).toBe('416.4 k firms')
    expect(print(41.64, 'wanFirms', 'zh-CN')).toBe('41.64 万家')
    expect(print(1000, 'wanItems', 'en')).toBe('10,000 k items')
    expect(print(65.8, 'gwh', 'en')).toBe('6.58 bn kWh')
  })
})

describe('the source of a published count', () => {
  const source = {
    ...{ id: 'S', title: '标题', publisher: '甲（转载）；乙', date: '2025' },
    confidence: 'C' as const,
  }

  it('shows publisher and title, and 待核 for a reprint', () => {
    expect(sourceText(source)).toContain('《标题》')
    expect(sourceMark(source, 'zh-CN')).toMatch(/^甲.*待核/)
    expect(sourceMark({ ...source, confidence: 'A' }, 'zh-CN')).not.toMatch(/待核/)
    expect(sourceMark(source, 'en')).toMatch(/unverified/)
    expect(sourceMark(undefined, 'en')).toBe('')
  })
})
