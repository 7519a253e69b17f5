import { describe, expect, it } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import {
  bar,
  barOf,
  chartFor,
  chartsFor,
  lineOf,
  maxOf,
  racks,
  rowsOf,
  slidesFor,
} from './chartFigures.ts'
import { HOSTILE_TEXTS } from './exportable.ts'
import { all } from './openedDeck.ts'

describe('an absent value', () => {
  it('is a gap in the line and an empty cell, and zero is a zero', async () => {
    const chart = await chartFor(lineOf([1, null, 0, 4]))
    expect(chart.series[0]?.values).toEqual([1, undefined, 0, 4])
    expect(chart.workbook.slice(1).map((row) => row[1] ?? null)).toEqual([1, null, 0, 4])
    expect(chart.xml).toContain('<c:dispBlanksAs val="gap"/>')
  })

  it('has its word in the notes', async () => {
    const [slide] = await slidesFor(lineOf([1, null, 3, 4]))
    expect(slide?.notes).toContain('无读数')
  })

  it('is a bar without a mark whose printed word stays beside it', async () => {
    const rows = rowsOf(3, (i) => ({
      values: [i === 1 ? null : i + 1],
      columns: [{ text: i === 1 ? '未报送' : String(i + 1), below: false }],
    }))
    const [slide] = await slidesFor(barOf(rows, { columns: ['亿元'] }))
    expect(slide?.charts[0]?.series[0]?.values).toEqual([1, undefined, 3])
    expect(slide?.texts).toContain('未报送')
  })
})

describe('a chart of bars', () => {
  it('stands in the order of the figure, named at the left, the values at the ends of up to twelve', async () => {
    const few = await chartFor(barOf(rowsOf(12, () => ({}))))
    expect(few.categories).toEqual(Array.from({ length: 12 }, (_, i) => `行 ${i + 1}`))
    expect(few.xml).toContain('<c:orientation val="maxMin"/>')
    expect(few.xml).toContain('<c:showVal val="1"/>')
    const many = await chartFor(
      barOf(
        rowsOf(13, (i) => ({ columns: [{ text: `${i}`, below: false }] })),
        { columns: ['亿元'] },
      ),
    )
    expect(many.xml).not.toContain('<c:showVal val="1"/>')
  })

  it('prints the other columns beside the bars, those below the goal in the colour of warnings', async () => {
    const [slide] = await slidesFor(bar)
    for (const { columns } of bar.rows)
      for (const { text } of columns.slice(1)) expect(slide?.texts).toContain(text)
    expect(slide?.texts.filter((text) => text === bar.rows[0]?.columns[0]?.text)).toEqual([])
    const warned = { ...bar, rows: bar.rows.map((row) => ({ ...row, warning: '差 140' })) }
    const [second] = await slidesFor(warned)
    expect(second?.texts.filter((text) => text === '差 140')).toHaveLength(bar.rows.length)
    expect(second?.xml).toContain('BF5410')
  })

  it('goes on on further slides with the same axis where there are many', async () => {
    const charts = await chartsFor(barOf(rowsOf(60, () => ({}))))
    expect(charts.length).toBeGreaterThan(2)
    expect(charts.flatMap(({ categories }) => categories)).toHaveLength(60)
    expect(new Set(charts.map(maxOf)).size).toBe(1)
  })

  it('leaves a blank row where the middle of a ranking is left out', async () => {
    const chart = await chartFor(
      barOf(
        rowsOf(6, () => ({})),
        { breakAfter: 4 },
      ),
    )
    expect(chart.categories[4]).toBe('…')
    expect(chart.series[0]?.values).toEqual([6, 5, 4, 3, undefined, 2, 1])
  })

  it('draws planned, built and in use inside each other, with a key', async () => {
    const chart = await chartFor(racks)
    expect(chart.series.map(({ name }) => name)).toEqual(racks.series.map(({ name }) => name))
    expect(chart.xml.match(/<c:barChart>/g)).toHaveLength(2)
    expect(chart.xml).toContain('<c:overlap val="100"/>')
    expect(chart.xml).toContain('<c:legend>')
  })

  it('has gold for the threshold alone', async () => {
    const [slide] = await slidesFor(racks)
    expect(slide?.xml).toContain('B37E17')
    expect(slide?.texts).toContain(racks.threshold?.label)
    const [plain] = await slidesFor({ ...racks, simulated: false, threshold: null })
    expect(plain?.xml).not.toContain('B37E17')
    expect(plain?.charts[0]?.xml).not.toContain('B37E17')
  })

  it('keeps the colour of the row in focus and mutes the others', async () => {
    const chart = await chartFor(
      barOf(
        rowsOf(4, () => ({})),
        { focus: 'r2' },
      ),
    )
    const points = all(chart.xml, 'c:dPt')
    expect(points).toHaveLength(3)
    for (const point of points) expect(point).toContain('<a:alpha val="40000"/>')
  })

  it('grows to both sides of zero', async () => {
    const chart = await chartFor(barOf(rowsOf(3, (i) => ({ values: [i - 1] }))))
    expect(chart.xml).toContain('<c:min val="-1"/>')
    expect(chart.xml).toContain('<c:max val="1"/>')
  })

  it('shortens names that have no room, and keeps them whole in its workbook', async () => {
    const rows = HOSTILE_TEXTS.map((label, i) => ({
      ...rowsOf(1, () => ({}))[0]!,
      id: `h${i}`,
      label,
    }))
    const chart = await chartFor(barOf(rows))
    const whole = chart.workbook.slice(1).map((row) => row.at(-1))
    HOSTILE_TEXTS.forEach((text, i) => {
      const cell = String(whole[i] ?? '').trim()
      expect(plainText(text).trim().startsWith(cell.slice(0, 3000).trim())).toBe(true)
      expect((chart.categories[i] ?? '').length).toBeLessThan(200)
    })
    expect(chart.workbook[1]?.[0]).toMatch(/^=HYPERLINK/)
  })
})
