import { describe, expect, it } from 'vitest'

import type { Comparison } from '../../src/domain/comparison.ts'
import { fileTitle } from '../../src/export/fileTitle.ts'
import { valuesOf } from '../../src/export/values.ts'
import { brainKpis } from '../../src/figures/brain/brainKpis.ts'
import { compareLines } from '../../src/figures/compare/compareLines.ts'
import { creditText } from '../../src/figures/text/creditText.ts'
import { wallFigures } from '../export/exportable.ts'
import { fullScenario } from './fullScenario.ts'
import { LOCALES } from './scenarios.ts'

describe('a figure of one brain', () => {
  it.each(LOCALES)('names it in its sentence and in the name of its file (%s)', (locale) => {
    const context = fullScenario(locale)
    const names = context.cube.brains.slice(0, 4).map((brain) => {
      const kpis = brainKpis(context, brain.id)
        .map(({ figure }) => figure)
        .filter(({ kind }) => kind !== 'absent')
      expect(kpis.length).toBeGreaterThan(0)
      for (const figure of kpis) expect(figure.finding).toContain(brain.name)
      return kpis.map(fileTitle)
    })
    const all = names.flat()
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the credit of simulated data', () => {
  it('is in the language of the reader; other names stay as they are', () => {
    expect(creditText('模拟数据（种子 9）', 'en')).toBe('Simulated data (seed 9)')
    expect(creditText('模拟数据', 'en')).toBe('Simulated data')
    expect(creditText('模拟数据（种子 9）', 'zh-CN')).toBe('模拟数据（种子 9）')
    expect(creditText('某平台', 'en')).toBe('某平台')
    expect(creditText(null, 'en')).toBeNull()
  })

  it('is English in every English figure of the demo', () => {
    for (const { source } of wallFigures('demo', 'en')) expect(source).not.toContain('模拟数据')
  })
})

describe('the map of the cities', () => {
  const map = wallFigures('demo', 'zh-CN').find(({ id }) => id === 'city-map-cluster.revenue')!

  it('counts every brain that should have reported, in cities with one as well', () => {
    const { columns, rows } = valuesOf(map)
    const sumOf = (title: string): number => {
      const at = columns.findIndex((column) => column.title === title)
      return rows.reduce((sum, row) => sum + (typeof row[at] === 'number' ? row[at] : 0), 0)
    }
    const [, covered, expected] = /(\d+)\/(\d+) 家报送/.exec(map.scope) ?? []
    expect([sumOf('计入家数'), sumOf('应有家数')]).toEqual([Number(covered), Number(expected)])
  })
})

describe('the sentence of a comparison', () => {
  it.each([
    ['cluster.revenue', /最高（[\d,.]+ 亿元/],
    ['compute.rackUtilisation', /最高（[\d,.]+%/],
  ])('has the unit of %s', (indicator, unit) => {
    const context = fullScenario()
    const [a, b] = context.cube.brains
    const comparison: Comparison = {
      ...{ indicator, ids: [a!.id, b!.id], columns: [] },
      ...{ base: null, change: false, focus: null },
    }
    expect(compareLines(context, comparison).finding).toMatch(unit)
  })
})
