import { describe, expect, it } from 'vitest'

import { UNITS, type UnitId } from '../../src/domain/indicator.ts'
import { bareMagnitude, isUnitWord, unitShift } from '../../src/domain/writtenUnit.ts'

describe('a written unit', () => {
  it('is the indicator’s own in both languages, and by its id where that is no other word', () => {
    for (const [unit, { zh, en }] of Object.entries(UNITS) as [
      UnitId,
      { zh: string; en: string },
    ][]) {
      const shifts = [...(unit === 'gwh' ? [] : [unit]), zh, en].map((written) =>
        unitShift(written, unit),
      )
      expect(new Set(shifts), unit).toEqual(new Set([0]))
    }
  })

  it.each([
    ['万元', 'yi', -4],
    ['元', 'yi', -8],
    ['千元', 'yi', -5],
    ['百万元', 'yi', -2],
    ['亿元', 'wan', 4],
    ['单位：万元', 'yi', -4],
    ['户', 'firms', 0],
    ['万户', 'firms', 4],
    ['万标准机架', 'racks', 4],
    ['个', 'racks', 0],
    ['次', 'wanCalls', -4],
    ['亿次', 'wanCalls', 4],
    ['台', 'wanDevices', -4],
    ['GWh', 'gwh', -2],
    ['度', 'wanKwh', -4],
    ['TFLOPS', 'pflops', -3],
    ['‰', 'percent', -1],
    ['％', 'percent', 0],
  ] as const)('«%s» for %s shifts by %i', (written, unit, shift) => {
    expect(unitShift(written, unit)).toBe(shift)
  })

  it.each([
    ['TB', 'pb'],
    ['PB', 'tb'],
    ['亿元', 'percent'],
    ['个百分点', 'percent'],
    ['吨', 'yi'],
    ['美元', 'yi'],
    ['万美元', 'yi'],
    ['万', 'yi'],
    ['', 'yi'],
    ['constructor', 'yi'],
    ['万%', 'percent'],
  ] as const)('«%s» is nothing for %s', (written, unit) => {
    expect(unitShift(written, unit)).toBeNull()
  })

  it('knows a magnitude alone, and words of units', () => {
    expect(['亿', '万', '元', ''].map(bareMagnitude)).toEqual([8, 4, undefined, undefined])
    expect(['亿元', '家', '%', 'PUE', '其中', ''].map(isUnitWord)).toEqual([
      ...[true, true, true, false, false, false],
    ])
  })
})
