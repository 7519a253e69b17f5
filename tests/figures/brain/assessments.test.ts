import { expect, it } from 'vitest'

import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { assessmentKpi } from '../../../src/figures/brain/assessmentKpi.ts'
import { assessmentsOf } from '../../../src/figures/brain/assessments.ts'
import { contextOf, worldOf } from '../scenarios.ts'

const day = '2026-08-26'
const graded = (id: string, brain: string, more: Partial<LifecycleEvent>): LifecycleEvent => ({
  ...{ id, brain, kind: 'assessed', date: day, year: 2026, grade: 'onTime', document: null },
  ...more,
})

/** Two brains of one year; `a` was published twice that day, in the order in which the ids are not. */
function graders() {
  const world = worldOf('small')
  const [a, b] = (world.brains ?? []).map(({ id }) => id)
  if (!a || !b) throw new Error('the scenario has two brains')
  const events = [
    graded('y', a, { grade: 'remind' }),
    graded('x', a, { grade: 'lead', order: 'y', reason: '复核' }),
    graded('z', b, { grade: 'lead' }),
    graded('w', a, { grade: 'onTime', year: 2025, date: '2025-08-26' }),
  ]
  return { a, context: contextOf({ ...world, events }) }
}

it('lists every grade that was published, of which the last of a year counts', () => {
  const { a, context } = graders()
  const rows = assessmentsOf(context, a)
  expect(rows.map(({ id, name, same, counts }) => [id, name, same, counts])).toEqual([
    ['x', '领先', '2/2', true],
    ['y', '提醒（后有重评）', '—', false],
    ['w', '按期', '1/1', true],
  ])
})

it('compares with the year before, not with a grade that was replaced', () => {
  const { a, context } = graders()
  const { figure } = assessmentKpi(context, a)
  expect(figure).toMatchObject({ value: { text: '领先' }, comparison: { text: '上次 按期' } })
})
