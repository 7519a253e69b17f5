import { graphic } from 'echarts/core'

import type { Mark } from '../charts/marks.ts'

const ELEMENTS = {
  circle: graphic.Circle,
  line: graphic.Line,
  polygon: graphic.Polygon,
  polyline: graphic.Polyline,
  rect: graphic.Rect,
  sector: graphic.Sector,
  text: graphic.Text,
} as const

type Group = InstanceType<typeof graphic.Group>
type Element = Parameters<Group['add']>[0]

/**
 * Makes a group that shows `before` show `after`: replaces what differs at its place, drops what is left over,
 * adds what is new. An element whose mark is the same stays.
 */
export function replaceMarks(group: Group, before: readonly Mark[], after: readonly Mark[]): void {
  for (let i = before.length - 1; i >= after.length; i--) group.remove(group.childAt(i))
  after.forEach((mark, i) => {
    const old = before[i]
    if (!old) group.add(elementOf(mark))
    else if (!isSame(old, mark)) group.replaceAt(elementOf(mark), i)
  })
}

const elementOf = ({ type, ...mark }: Mark): Element => {
  const Shape = ELEMENTS[type] as new (mark: object) => Element
  return new Shape(mark)
}

/** Whether two values hold the same, however deep. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  if (keys.length !== others.length) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return keys.every((key) => isSame(left[key], right[key]))
}
