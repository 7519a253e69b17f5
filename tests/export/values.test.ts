import { describe, expect, it } from 'vitest'

import { ExportRefused } from '../../src/export/exported.ts'
import { printValues } from '../../src/export/printValues.ts'
import { valuesOf, type ValueCell } from '../../src/export/values.ts'
import { wordsOf } from '../../src/export/words.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { LineFigure } from '../../src/figures/kinds/lineFigure.ts'
import type { MapFigure } from '../../src/figures/kinds/mapFigure.ts'
import type { TableFigure } from '../../src/figures/kinds/tableFigure.ts'
import { LOCALES } from '../figures/scenarios.ts'
import { allFigures, EXPORTED_IDS, exported, isDrawn, wallFigures } from './exportable.ts'
import { drawnNumbers, printedNumbers } from './numbersIn.ts'

const isNumber = (cell: ValueCell): cell is number => typeof cell === 'number'

const numbersOf = (figure: Figure): number[] =>
  valuesOf(figure).rows.flatMap((row) => row.filter(isNumber))

const counted = (numbers: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

const found = <F extends Figure>(figures: readonly Figure[], id: string): F => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`There is no figure ${id}`)
  return figure as F
}

describe.each(EXPORTED_IDS)('the values of every figure in the scenario %s', (id) => {
  const figures = LOCALES.flatMap((locale) => allFigures(id, locale))
  const drawn = figures.filter(isDrawn)

  it('hold every number that the figure draws, and none that it does not show', () => {
    const faults = drawn.flatMap((figure) => {
      const numbers = numbersOf(figure)
      const [has, wants] = [counted(numbers), counted(drawnNumbers(figure))]
      const shown = new Set([...wants.keys(), ...printedNumbers(figure)])
      const lost = [...wants].filter(([value, times]) => (has.get(value) ?? 0) < times)
      return [
        ...lost.map(([value]) => `${figure.id} (${figure.locale}) lost ${value}`),
        ...numbers
          .filter((value) => !shown.has(value))
          .map((value) => `${figure.id} (${figure.locale}) invented ${value}`),
      ]
    })
    expect(faults).toEqual([])
  })

  it('have a cell for every column, and columns of numbers hold numbers or words', () => {
    const faults = drawn.flatMap((figure) => {
      const { columns, rows } = valuesOf(figure)
      const uneven = rows.some((row) => row.length !== columns.length)
      const wrong = columns.filter(({ kind, title }, at) =>
        rows.some((row) => {
          const cell = row[at] ?? ''
          if (kind === 'text') return isNumber(cell) || title.trim() === ''
          return typeof cell === 'object' ? cell.absent === '' : !isNumber(cell) && /\d/.test(cell)
        }),
      )
      return [
        ...(uneven ? [`${figure.id} is uneven`] : []),
        ...wrong.map(({ title }) => `${figure.id} (${figure.locale}): ${title}`),
      ]
    })
    expect(faults).toEqual([])
  })

  it('refuse a figure without data with its reason', () => {
    for (const figure of figures) {
      if (figure.kind !== 'absent') continue
      expect(() => valuesOf(figure)).toThrow(ExportRefused)
      expect(() => valuesOf(figure)).toThrow(figure.reason)
    }
  })

  it('come with source, 口径 and 截至: every figure with data may leave the screen', () => {
    const kept = drawn.flatMap((figure) => {
      try {
        wordsOf(exported(figure))
        return []
      } catch (error) {
        return [String(error)]
      }
    })
    expect(kept).toEqual([])
  })
})

describe('values', () => {
  const [demo, main] = [wallFigures('demo', 'zh-CN'), wallFigures('main', 'zh-CN')]

  it('of a headline are in the unit that stands beside them', () => {
    const { columns, rows } = valuesOf(found(demo, 'cluster-revenue'))
    expect(columns[1]).toMatchObject({ unit: '万亿元', kind: 'number', decimals: 2 })
    expect(rows[0]?.[1]).toBeCloseTo(1.84, 2)
    const english = valuesOf(found(wallFigures('demo', 'en'), 'racks-in-use'))
    expect(english.columns[1]).toMatchObject({ unit: 'k racks', decimals: 1 })
  })

  it('of an absent area are its reason, never zero', () => {
    const figure = found<MapFigure>(demo, 'city-map-cluster.revenue')
    const at = figure.areas.findIndex(({ value }) => value.absent === 'notReported')
    expect(valuesOf(figure).rows[at]?.slice(0, 3)).toEqual([
      figure.areas[at]?.name,
      { absent: '未报送' },
      { absent: '未报送' },
    ])
  })

  it('of a map name the year of its fill and the brains of a place', () => {
    const { columns, rows } = valuesOf(found(main, 'public-map'))
    expect(columns.map(({ title, unit }) => [title, unit])).toEqual([
      ['市', ''],
      ['规上工业营收 2024', '亿元'],
      ['产业大脑', ''],
    ])
    expect(rows.find(([city]) => city === '济南')?.[2]).toContain('（建设试点）')
  })

  it('of a gap in a line are a word; coverage comes as counts', () => {
    const figure = allFigures('demo', 'zh-CN').find(
      (one): one is LineFigure => one.id === 'selection-trend' && one.kind === 'line',
    )!
    const at = figure.periods.findIndex((period) => period.endsWith('-01'))
    const { columns, rows } = valuesOf(figure)
    expect(columns.slice(1).map(({ unit }) => unit)).toEqual(['亿元', '家', '家'])
    expect(rows[at]).toEqual([
      figure.periods[at],
      { absent: '无读数' },
      { absent: '不适用' },
      { absent: '不适用' },
    ])
  })

  it('of bars name a printed column once, and give what is printed only as it is printed', () => {
    const { columns, rows } = valuesOf(found(demo, 'domain-revenue'))
    expect(columns.map(({ title, unit }) => `${title} ${unit}`)).toEqual([
      '名称 ',
      '分领域集群营业收入 亿元',
      '同口径同比 %',
      '计入家数 家',
      '应有家数 家',
    ])
    expect(rows[0]?.slice(0, 3)).toEqual(['机械', expect.closeTo(4437.31, 6), 7.4])
    const racks = valuesOf(found(demo, 'rack-capacity'))
    expect(racks.columns.map(({ title }) => title).slice(0, 5)).toEqual([
      ...['名称', '规划', '建成', '在用', '上架率'],
    ])
  })

  it('of statistics split number, unit and mark, and leave periods as texts', () => {
    const { columns, rows } = valuesOf(found(main, 'province-statistics'))
    expect(columns.map(({ title }) => title)).toEqual([
      ...['指标', '数值', '单位', '标记', '期', '来源'],
    ])
    expect(rows[0]).toEqual([
      ...['规上工业增加值累计增速', 7.6, '%', '', '2025-12', '海报新闻 · 2026-01-24'],
    ])
    expect(rows.some((row) => row[3] === '*')).toBe(true)
  })

  it('that cannot be written are refused', () => {
    const figure = found<MapFigure>(demo, 'city-map-cluster.revenue')
    const [first] = figure.areas
    const broken = { ...first!, value: { ...first!.value, value: NaN } }
    expect(() => valuesOf({ ...figure, areas: [broken] })).toThrow(ExportRefused)
  })
})

describe('a table of printed texts', () => {
  const base = found<TableFigure>(wallFigures('main', 'zh-CN'), 'gaps')
  const column = (texts: readonly string[], head = '数', align: 'start' | 'end' = 'end') =>
    valuesOf({
      ...base,
      unit: '亿元',
      columns: [{ id: 'x', title: head, align }],
      rows: texts.map((text) => [text]),
    })
  it('prints every number with the decimals of its row: rows of several units differ', () => {
    const texts = ['1,018', '76.3', '—', '0.25']
    const [of] = column(texts).columns
    expect(of).toMatchObject({ decimals: 2, decimalsByRow: [0, 1, 2, 2] })
    const figure: TableFigure = {
      ...base,
      columns: [{ id: 'x', title: '数', align: 'end' }],
      rows: texts.map((text) => [text]),
    }
    const [printed] = printValues(figure).table.columns
    expect(printed?.cells).toEqual(['1,018', '76.3', '未报送', '0.25'])
    expect(column(['1.5', '2.0']).columns[0]).not.toHaveProperty('decimalsByRow')
  })

  const cells = (texts: readonly string[], head?: string) =>
    column(texts, head).rows.map(([cell]) => cell)

  it('becomes numbers where all are numbers: signs, thousands, percent', () => {
    expect(cells(['1,234', '\u221256', '+7.80', '9.5'])).toEqual([1234, -56, 7.8, 9.5])
    expect(column(['85%', '7.5%', '\u22120.0%']).columns[0]).toMatchObject({
      unit: '%',
      decimals: 1,
    })
    expect(Object.is(cells(['\u22120.0', '1'])[0], 0)).toBe(true)
  })

  it('takes the unit from the head, and thousands without a comma for a rank', () => {
    expect(column(['5.1', '持平'], '同比 %').columns[0]).toMatchObject({ title: '同比', unit: '%' })
    expect(cells(['1', '1200'])).toEqual([1, 1200])
  })

  it('says why a number is absent, and keeps words that are values', () => {
    expect(cells(['5.1', '—', '/', '未公开', '1—2月合并', '持平'])).toEqual([
      5.1,
      { absent: '未报送' },
      { absent: '不适用' },
      { absent: '未公开' },
      { absent: '1—2月合并' },
      '持平',
    ])
    expect(column(['/', '/']).columns[0]?.kind).toBe('number')
  })

  it.each([
    ['months', ['2026-10', '2026-09']],
    ['years', ['2025', '2024']],
    ['shares of a count', ['8/9', '9/9']],
    ['numbers among words', ['12', '约 13']],
    ['numbers with an unknown word', ['12 天半', '13 天半']],
    ['formulas', ['=1+1', '1']],
    ['nothing but words', ['持平', '持平']],
  ])('leaves %s as texts', (_, texts) => {
    expect(column(texts).columns[0]?.kind).toBe('text')
    expect(cells(texts)).toEqual(texts)
  })

  it('leaves a column of names as it is, whatever they look like', () => {
    expect(column(['1', '2'], '名称', 'start').rows).toEqual([['1'], ['2']])
  })

  it('has a column of units where they differ', () => {
    const { columns, rows } = column(['1,018.94 亿元', '41.64 万家*', '—'])
    expect(columns.map(({ title }) => title)).toEqual(['数', '单位', '标记'])
    expect(rows).toEqual([
      [1018.94, '亿元', ''],
      [41.64, '万家', '*'],
      [{ absent: '未报送' }, '', ''],
    ])
  })
})
