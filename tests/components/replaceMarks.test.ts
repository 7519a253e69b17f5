import { graphic } from 'echarts/core'
import { describe, expect, it } from 'vitest'

import { circleMark, lineMark, rectMark, type Mark } from '../../src/charts/marks.ts'
import { replaceMarks } from '../../src/components/replaceMarks.ts'

const dot = (x: number): Mark => circleMark(x, 10, 4, { fill: '#123456' })
const bar = (width: number): Mark => rectMark({ x: 0, y: 0, width, height: 8 }, { fill: '#654321' })
const rule = lineMark(0, 0, 10, 0, { stroke: '#000000' })

const shapesOf = (group: InstanceType<typeof graphic.Group>): unknown[] =>
  group.children().map((child) => ({ ...(child as { shape?: object }).shape }))

/** The group after it has shown one list after the other. */
function showing(...lists: readonly (readonly Mark[])[]) {
  const group = new graphic.Group()
  let before: readonly Mark[] = []
  for (const list of lists) {
    replaceMarks(group, before, list)
    before = list
  }
  return group
}

describe('marks that follow one another on a canvas', () => {
  it.each([
    ['more', [dot(1)], [dot(1), bar(5), rule]],
    ['fewer', [dot(1), bar(5), rule], [dot(1)]],
    ['none', [dot(1), bar(5)], []],
    ['other kinds in the same place', [dot(1), bar(5)], [bar(7), dot(2)]],
    ['the same again', [dot(1), bar(5)], [dot(1), bar(5)]],
  ])('are what would be drawn afresh: %s', (_, before, after) => {
    const [followed, fresh] = [showing(before, after), showing(after)]
    expect(shapesOf(followed)).toEqual(shapesOf(fresh))
    expect(followed.children().map(({ type }) => type)).toEqual(
      fresh.children().map(({ type }) => type),
    )
  })

  it('keep the elements of marks that hold the same', () => {
    const group = showing([dot(1), bar(5), rule])
    const [first, second, third] = group.children()
    replaceMarks(group, [dot(1), bar(5), rule], [dot(1), bar(6), rule])
    const after = group.children()
    expect(after[0]).toBe(first)
    expect(after[1]).not.toBe(second)
    expect(after[2]).toBe(third)
  })

  it('carry name, silence and order to the element', () => {
    const [element] = showing([{ ...dot(1), name: '370200', silent: false, z: 7 }]).children()
    expect(element).toMatchObject({ name: '370200', silent: false, z: 7 })
  })

  it('are not written into', () => {
    const mark = Object.freeze({ ...bar(5), shape: Object.freeze({ ...bar(5).shape }) })
    expect(() => showing([mark], [dot(1)], [mark])).not.toThrow()
  })
})
