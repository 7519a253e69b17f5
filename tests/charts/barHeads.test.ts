import { describe, expect, it } from 'vitest'

import { barMarks } from '../../src/charts/bar.ts'
import { columnHeads } from '../../src/charts/barHeads.ts'
import { makeLook } from '../../src/charts/look.ts'
import type { BarFigure } from '../../src/figures/kinds/barFigure.ts'
import { wallFigures } from '../export/exportable.ts'
import { textExtent, textOf, texts } from './drawn.ts'

const bars = [...wallFigures('demo', 'zh-CN'), ...wallFigures('demo', 'en')].filter(
  (figure): figure is BarFigure => figure.kind === 'bar',
)
const print = (width: number) => makeLook('print', { width, height: 520, u: 0.9 })

describe('columns of numbers beside bars', () => {
  it('have heads in print, right above them', () => {
    expect(bars.length).toBeGreaterThan(2)
    for (const figure of bars)
      for (const width of [1160, 420]) {
        const look = print(width)
        const marks = texts(barMarks(figure, look))
        columnHeads(figure, look).forEach((lines, c) => {
          const cell = marks.find((mark) => textOf(mark) === figure.rows[0]?.columns[c]?.text)
          for (const line of lines) {
            const head = marks.find((mark) => textOf(mark) === line)
            expect(head, `${figure.id} ${line}`).toBeDefined()
            if (cell && head) expect(head.y).toBeLessThan(cell.y ?? 0)
          }
          expect(lines.join('').replace(/\s/g, '')).toBe(figure.columns[c]?.replace(/\s/g, ''))
        })
      }
  })

  it('keep their heads apart', () => {
    for (const figure of bars) {
      const look = print(420)
      const lines = new Set(columnHeads(figure, look).flat())
      const heads = texts(barMarks(figure, look)).filter((mark) => lines.has(textOf(mark)))
      const boxes = heads.map(textExtent)
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(
            a.left < b.right - 1 &&
              b.left < a.right - 1 &&
              a.top < b.bottom - 1 &&
              b.top < a.bottom - 1,
          ).toBe(false)
    }
  })

  it('have none on a screen, which prints them beside the chart', () => {
    for (const figure of bars)
      expect(columnHeads(figure, { ...print(420), name: 'desk' }).flat()).toEqual([])
  })
})
