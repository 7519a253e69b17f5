import { describe, expect, it } from 'vitest'

import { WARNING_LEVELS } from '../../../src/domain/programme/deadlines.ts'
import { assessment } from '../../../src/figures/assessment.ts'
import { brainLifecycle } from '../../../src/figures/brain/lifecycle.ts'
import type { FigureDefinition } from '../../../src/figures/definition.ts'
import { lifecycleFlow } from '../../../src/figures/lifecycleFlow.ts'
import { caseTable } from '../../../src/figures/programme/caseTable.ts'
import { deadlineTable } from '../../../src/figures/programme/deadlineTable.ts'
import { lifecycleBoard } from '../../../src/figures/programme/lifecycleBoard.ts'
import { PROGRAMME_FIGURES } from '../../../src/figures/programme/registry.ts'
import { recentChanges } from '../../../src/figures/recentChanges.ts'
import { levelName } from '../../../src/figures/text/deadlineWords.ts'
import { LOCALES, scenario, SCENARIO_IDS } from '../scenarios.ts'

const OWN = [deadlineTable, lifecycleBoard, caseTable]

function tableIn(definition: FigureDefinition, locale: (typeof LOCALES)[number] = 'zh-CN') {
  const figure = definition.build(scenario('demo', locale))
  if (figure.kind !== 'table') throw new Error(figure.kind)
  return figure
}

describe('the tables of the lifecycle', () => {
  it('are registered, each id once', () => {
    const ids = PROGRAMME_FIGURES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id } of OWN) expect(ids).toContain(id)
  })

  it.each(SCENARIO_IDS)(
    'are built in %s: a table whose rows fill its columns, or why there is none',
    (id) => {
      for (const locale of LOCALES)
        for (const { build } of OWN) {
          const figure = build(scenario(id, locale))
          expect(figure.finding).toMatch(/\S/)
          if (figure.kind === 'absent') expect(figure.reason).toMatch(/\S/)
          else if (figure.kind !== 'table') throw new Error(figure.kind)
          else
            for (const row of figure.rows) {
              expect(row).toHaveLength(figure.columns.length)
              for (const cell of row) expect(cell).not.toBe('')
            }
        }
    },
  )

  it('name no brain of which only publications know', () => {
    for (const { build } of OWN) expect(build(scenario('main')).kind).toBe('absent')
  })

  it('list every deadline, most urgent first, with level, reason and owner', () => {
    for (const locale of LOCALES) {
      const { rows, ids, more } = tableIn(deadlineTable, locale)
      const words = WARNING_LEVELS.map((level) => levelName(level, locale))
      const ranks = rows.map(([level = '']) => words.indexOf(level))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      expect(new Set(ranks).size).toBe(WARNING_LEVELS.length)
      expect([ids?.length, more?.rows.length]).toEqual([rows.length, rows.length])
    }
  })

  it('show 54 brains counted, 4 of them with a measure, one proposed, in the order of the way', () => {
    const { rows, finding } = tableIn(lifecycleBoard)
    expect(finding).toContain('纳入建设 54 个，其中整改 4 个')
    expect(rows.filter(([, , , measures]) => measures?.includes('限期整改'))).toHaveLength(4)
    expect(rows.filter(([, , , measures]) => measures?.includes('建议取消资格'))).toHaveLength(1)
    const stages = rows.map(([, stage]) => stage)
    expect(stages.indexOf('验收')).toBeGreaterThan(stages.lastIndexOf('正式挂牌'))
  })

  it('end every order once', () => {
    const results = tableIn(caseTable).rows.map((row) => row.at(-1) ?? '')
    expect(results.filter((text) => text.startsWith('整改中'))).toHaveLength(4)
    expect(results.filter((text) => text === '取消资格')).toHaveLength(2)
  })
})

describe('the wall', () => {
  const units = (locale: (typeof LOCALES)[number]) => {
    const figure = assessment.build(scenario('demo', locale))
    if (figure.kind !== 'units') throw new Error(figure.kind)
    return figure
  }

  it('counts warnings by level and gives each countdown its level and owner', () => {
    const { warnings = [], deadlines, finding } = units('zh-CN')
    expect(warnings.map(({ name }) => name)).toEqual(['逾期', '7 天内', '30 天内', '90 天内'])
    expect(deadlines[0]).toMatchObject({
      reason: '建议取消资格',
      overdue: true,
      owner: expect.stringMatching(/^示例·\p{Script=Han}+$/u),
    })
    expect(deadlines[1]).toMatchObject({
      reason: '进度滞后',
      text: '剩 5 工作日',
      owner: '揭榜单位',
    })
    expect(finding).toContain('建议取消资格 1 个')
    for (const { level, owner } of deadlines) expect(level && owner).toMatch(/\S/)
  })

  it('names two of those who must act, and of more the first', () => {
    const owners = units('zh-CN').deadlines.flatMap(({ owner }) => owner ?? [])
    expect(owners.filter((owner) => /^示例·\p{Script=Han}+等 \d+ 家$/u.test(owner))).not.toEqual([])
    for (const owner of owners) expect(owner.length).toBeLessThanOrEqual(40)
  })

  it('has the orders first after what is over, one row for clocks that end together', () => {
    const { deadlines } = units('en')
    const orders = deadlines.slice(1, 5).map(({ id }) => id.split(':')[0])
    expect(orders).toEqual(Array(4).fill('rectification'))
    expect(deadlines.some(({ label }) => / and \d+ more$/.test(label))).toBe(true)
  })

  it('says in the flow how many are proposed and how many of those counted put things right', () => {
    const figure = lifecycleFlow.build(scenario('demo'))
    if (figure.kind !== 'flow') throw new Error(figure.kind)
    const counts = figure.branches.map(({ id, count }) => `${id} ${count}`)
    expect(counts).toEqual(['pool 16', 'rectification 4', 'proposed 1', 'disqualified 2'])
  })
})

describe('an event that was taken back', () => {
  const context = scenario('demo')
  const correction = context.cube.told.find(({ kind }) => kind === 'withdrawn')

  it('stays in the history of its brain, marked, and counts nowhere', () => {
    const brain = context.cube.byId.get(correction?.brain ?? '')
    if (!brain) throw new Error('no correction')
    const figure = brainLifecycle.build(context, brain)
    if (figure.kind !== 'timeline') throw new Error(figure.kind)
    const texts = figure.entries.map(({ text }) => text).join('\n')
    expect(texts).toContain('登记有误，已更正')
    expect(texts).toContain('登记更正（登记对象有误')
    expect(context.cube.events.some(({ id }) => id === correction?.order)).toBe(false)
  })

  it('is told among the changes as a correction only', () => {
    const figure = recentChanges.build(context)
    if (figure.kind !== 'timeline') throw new Error(figure.kind)
    const ids = figure.entries.map(({ id }) => id)
    expect(ids).toContain(correction?.id)
    expect(ids).not.toContain(correction?.order)
  })
})
