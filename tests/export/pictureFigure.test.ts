import { describe, expect, it } from 'vitest'

import { makeDraw } from '../../src/export/briefing/makeDraw.ts'
import { drawFigure } from '../../src/export/drawFigure.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import { figureMarks } from '../../src/export/figureMarks.ts'
import { svgOf } from '../../src/export/svg.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { brokenNumbers } from '../figures/walk.ts'
import { isDrawn, wallFigures } from './exportable.ts'
import { chartExtent, isInside, pictured, spoken, textsOf, xmlFaults } from './pictured.ts'

/** Boxes of slides and of documents. */
const BOXES = [
  { width: 1160, height: 520 },
  { width: 560, height: 480 },
  { width: 590, height: 290 },
]

describe.each(BOXES)('a figure alone in $width × $height', (box) => {
  const figures = [...wallFigures('demo', 'zh-CN'), ...wallFigures('main', 'en')].filter(isDrawn)

  it('stays in its box, with finite numbers, in type that can be read', () => {
    for (const figure of figures) {
      const marks = figureMarks(pictured(figure), box)
      expect(brokenNumbers(marks)).toEqual([])
      for (const text of textsOf(marks)) {
        expect(
          isInside(chartExtent(text), { x: 0, y: 0, ...box }),
          `${figure.id} ${text.text}`,
        ).toBe(true)
        expect(text.size).toBeGreaterThanOrEqual(12 - 0.01)
      }
      const page = { ...box, title: 'x', desc: 'x', metadata: [], background: '#FFFFFF' }
      expect(xmlFaults(svgOf(marks, page))).toEqual([])
    }
  })

  it('keeps what must not be parted from it: the note of a map, the watermark of the demo', () => {
    for (const figure of figures) {
      const said = spoken(figureMarks(pictured(figure), box))
      if (figure.kind === 'map') expect(said).toContain(figure.approval.replace(/\s/g, ''))
      expect(said.includes('演示数据')).toBe(figure.simulated)
    }
  })
})

describe('a figure that cannot be drawn', () => {
  it('says why instead of leaving a blank', () => {
    const [box] = BOXES
    const absent = wallFigures('empty', 'zh-CN').find(({ kind }) => kind === 'absent') as Extract<
      Figure,
      { kind: 'absent' }
    >
    expect(() => figureMarks(pictured(absent), box!)).toThrow(absent.reason)
    expect(() => figureMarks(pictured(absent), box!)).toThrow(ExportRefused)
  })
})

describe('a drawn figure', () => {
  const box = { width: 590, height: 290, scale: 3 }
  const map = pictured(wallFigures('demo', 'zh-CN').find(({ kind }) => kind === 'map')!)
  const png = Uint8Array.from([137, 80, 78, 71])

  it('is the same from the service and from the browser: note, watermark, provenance', async () => {
    const painted: string[] = []
    const drawn = await drawFigure(map, box, ({ svg }) => {
      painted.push(svg)
      return Promise.resolve(png)
    })
    const night = await makeDraw(96, () => Promise.resolve(png))(map, box)
    expect(night).toEqual(drawn)
    expect(painted).toEqual([drawn.svg])
    const { approval } = map.figure as Extract<Figure, { kind: 'map' }>
    for (const text of [approval, '演示数据', map.origin.link]) expect(drawn.svg).toContain(text)
  })

  it('is painted from the marks of its SVG, at the scale of the box', async () => {
    const calls: unknown[] = []
    await drawFigure(map, box, ({ marks }, { scale }) => {
      calls.push([JSON.stringify(marks) === JSON.stringify(figureMarks(map, box)), scale])
      return Promise.resolve(png)
    })
    expect(calls).toEqual([[true, 3]])
  })

  it('has no PNG where nothing can make one', async () => {
    expect((await makeDraw(96, null)(map, box)).png).toBeNull()
  })
})
