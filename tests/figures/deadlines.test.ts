import { describe, expect, it } from 'vitest'

import { assessment } from '../../src/figures/assessment.ts'
import { headline } from '../../src/figures/headline.ts'
import { lifecycleFlow } from '../../src/figures/lifecycleFlow.ts'
import { brain, event } from '../domain/tables.ts'
import { contextOf, LOCALES, scenario } from './scenarios.ts'

/** One brain under rectification until `due`, seen from 2026-11-22. */
const contextUntil = (due: string, locale: (typeof LOCALES)[number]) =>
  contextOf(
    {
      space: 'demo',
      brains: [brain('a')],
      events: [
        event('a', 'piloted', '2025-01-10'),
        event('a', 'rectificationOrdered', '2026-10-26', { due, reason: '机架未达标' }),
      ],
    },
    locale,
  )
const deadlineOf = (due: string, locale: (typeof LOCALES)[number]) => {
  const figure = assessment.build(contextUntil(due, locale))
  if (figure.kind !== 'units') throw new Error(figure.kind)
  return figure.deadlines[0]
}
const said = (due: string, locale: (typeof LOCALES)[number]): string =>
  headline(contextUntil(due, locale))
    .map(({ text }) => text)
    .join('')

describe('a deadline in a year whose holidays are not announced', () => {
  it('is counted as about so many work days', () => {
    expect(deadlineOf('2027-01-18', 'zh-CN')?.text).toMatch(/^剩约 \d+ 工作日$/)
    expect(deadlineOf('2027-01-18', 'en')?.text).toMatch(/^about \d+ work days$/)
    expect(said('2027-01-18', 'zh-CN')).toMatch(/最近一项剩约 \d+ 个工作日。$/)
    expect(said('2027-01-18', 'en')).toMatch(/the next in about \d+ work days\.$/)
  })

  it('is exact within the years that have a table', () => {
    for (const locale of LOCALES)
      for (const text of [deadlineOf('2026-12-10', locale)?.text, said('2026-12-10', locale)])
        expect(text).not.toMatch(/约|about/)
  })
})

it('the reason of a measure has English words where they are known', () => {
  expect(deadlineOf('2026-12-10', 'en')?.reason).toBe('too few racks')
  expect(deadlineOf('2026-12-10', 'zh-CN')?.reason).toBe('机架未达标')
})

describe('the way to designation', () => {
  const figure = lifecycleFlow.build(scenario('demo'))
  if (figure.kind !== 'flow') throw new Error(figure.kind)

  it('says that the stages are ever entered and the branches are as they stand now', () => {
    expect(figure.unit).toMatch(/累计进入.*下方为现有/)
    expect(figure.branches.map(({ name }) => name)).toEqual([
      '现有入库',
      '其中整改',
      '拟取消',
      '已取消',
    ])
    expect(figure.definition).toContain('现有数，不是累计')
  })
})
