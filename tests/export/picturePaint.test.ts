import { describe, expect, it } from 'vitest'

import { paintMarks, type Canvas2d } from '../../src/export/paintMarks.ts'
import { drawnOf, type PictureMark } from '../../src/export/picture/drawn.ts'
import { pictureMarks } from '../../src/export/pictureMarks.ts'
import { SIZES } from '../../src/export/sizes.ts'
import { makeLook } from '../../src/charts/look.ts'
import { circleMark, rectMark, textMark } from '../../src/charts/marks.ts'
import { isDrawn, wallFigures } from './exportable.ts'
import { pictured } from './pictured.ts'

const METHODS = [
  ...['setLineDash', 'save', 'restore', 'scale', 'translate', 'rotate', 'beginPath', 'moveTo'],
  ...['lineTo', 'arc', 'closePath', 'fill', 'stroke', 'fillText', 'strokeText'],
] as const

/** A context that writes down what it is told, in order. */
function recorder(): { readonly context: Canvas2d; readonly calls: string[] } {
  const calls: string[] = []
  const state: Record<string, unknown> = {}
  for (const name of METHODS)
    state[name] = (...values: unknown[]) => calls.push(`${name} ${values.join(' ')}`.trim())
  const context = new Proxy(state, {
    set: (_, name, value) => {
      calls.push(`${String(name)}=${String(value)}`)
      return true
    },
  })
  return { context: context as unknown as Canvas2d, calls }
}

function painted(marks: readonly PictureMark[], scale = 1): string[] {
  const { context, calls } = recorder()
  paintMarks(context, marks, scale)
  return calls
}

describe('marks painted on a canvas', () => {
  it('stand where the SVG has them, at any scale', () => {
    const look = makeLook('print', { width: 100, height: 100, u: 1 })
    const calls = painted([textMark(look, '青', 10, 50, { size: 20, color: '#111111' })], 3)
    expect(calls).toContain('scale 3 3')
    expect(calls).toContain('translate 10 57.2')
    expect(calls).toContain('textBaseline=alphabetic')
    expect(calls).toContain('fillText 青 0 0')
  })

  it('have the halo below the letters and the outline above the fill', () => {
    const look = makeLook('print', { width: 100, height: 100, u: 1 })
    const halo = { size: 10, color: '#111111', halo: '#FFFFFF' }
    const text = painted([textMark(look, 'a', 0, 0, halo)]).map((call) => call.split(' ')[0])
    expect(text.indexOf('strokeText')).toBeLessThan(text.indexOf('fillText'))
    const circle = painted([circleMark(1, 1, 1, { fill: '#111111', stroke: '#222222' })])
    expect(circle.indexOf('fill')).toBeLessThan(circle.indexOf('stroke'))
  })

  it('close rectangles, with radii as arcs', () => {
    const calls = painted([
      rectMark({ x: 0, y: 0, width: 10, height: 10, r: [0, 2, 0, 0] }, { fill: '#111111' }),
    ])
    expect(calls.filter((call) => call.startsWith('arc'))).toHaveLength(1)
    expect(calls).toContain('closePath')
  })

  it('paint every drawn thing of every picture once, and leave the context as it was', () => {
    for (const figure of wallFigures('small', 'zh-CN').filter(isDrawn)) {
      const { marks } = pictureMarks(pictured(figure), SIZES.slideFull)
      const calls = painted(marks, 2)
      const inks = drawnOf(marks)
        .flatMap(({ ink }) => [ink.fill, ink.stroke])
        .filter(Boolean)
      const strokes = calls.filter((call) => /^(?:fill|stroke)(?:Text .*)?$/s.test(call))
      expect(strokes).toHaveLength(inks.length)
      const count = (name: string): number => calls.filter((call) => call === name).length
      expect(count('save')).toBe(count('restore'))
      expect(calls.some((call) => /NaN|undefined|Infinity/.test(call))).toBe(false)
    }
  })

  it('are not begun where one of them is broken', () => {
    const { context, calls } = recorder()
    expect(() => paintMarks(context, [circleMark(0, 0, NaN, {})], 1)).toThrow(RangeError)
    expect(calls).toEqual([])
  })
})
