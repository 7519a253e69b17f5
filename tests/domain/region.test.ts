import { describe, expect, it } from 'vitest'

import { CITIES, cityName, PROVINCE, regionOf, REGIONS } from '../../src/domain/region.ts'

describe('regions', () => {
  it('are the province and its sixteen cities, each once', () => {
    expect(REGIONS).toHaveLength(17)
    expect(CITIES).toHaveLength(16)
    expect(new Set(REGIONS.map(({ id }) => id)).size).toBe(17)
  })

  it('do not hold 莱芜, which became part of 济南 in 2019', () => {
    expect(regionOf('371200')).toBeUndefined()
  })

  it('hang every city under the province', () => {
    expect(regionOf(PROVINCE)?.parent).toBeNull()
    expect(CITIES.every((id) => regionOf(id)?.parent === PROVINCE)).toBe(true)
  })

  it('are named in full, short and in English', () => {
    expect(cityName('370900', 'zh-CN')).toBe('泰安市')
    expect(cityName('370900', 'zh-CN', { short: true })).toBe('泰安')
    expect(cityName('370000', 'zh-CN', { short: true })).toBe('山东')
    expect(cityName('370900', 'en', { short: true })).toBe("Tai'an")
  })

  it('print an unknown adcode as it is', () => {
    expect(cityName('999999', 'zh-CN')).toBe('999999')
  })
})
