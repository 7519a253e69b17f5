import { describe, expect, it } from 'vitest'

import { MEASURES } from '../../../src/domain/measure/question.ts'
import type { Selection } from '../../../src/domain/selection.ts'
import { deskIndicators } from '../../../src/figures/desk/context.ts'
import { DESK_FIGURES } from '../../../src/figures/desk/registry.ts'
import { tableOf } from '../../../src/figures/tableOf.ts'
import { LOCALES, scenario, SCENARIO_IDS } from '../scenarios.ts'
import { brokenNumbers, textsOf } from '../walk.ts'
import { deskOf } from './deskContext.ts'

const LEAN = SCENARIO_IDS.filter((id) => id !== 'demo')

/** Every measure, a rate, an indicator of regions, a focus, and a filter that nobody passes. */
const selectionsOf = (id: (typeof LEAN)[number]): Partial<Selection>[] => [
  ...MEASURES.map((measure) => ({ measure })),
  ...(['value', 'pointChange', 'yearOnYear', 'share'] as const).map((measure) => ({
    indicator: 'compute.rackUtilisation',
    measure,
  })),
  { indicator: 'statistics.revenue' },
  { focus: scenario(id).cube.brains[1]?.id ?? null },
  { focus: scenario(id).cube.brains[0]?.id ?? null, measure: 'yearOnYear' },
  { cities: ['370200'] },
  { batches: [1999] },
]

describe.each(LEAN)('the panels of the explorer in the scenario %s', (id) => {
  const built = LOCALES.flatMap((locale) =>
    selectionsOf(id).flatMap((selection) => {
      const context = deskOf(id, selection, locale)
      return DESK_FIGURES.map((definition) => ({
        context,
        definition,
        figure: definition.build(context),
        where: `${definition.id} ${locale} ${JSON.stringify(selection)}`,
      }))
    }),
  )
  const faults = (of: (one: (typeof built)[number]) => readonly string[]): string[] =>
    built.flatMap((one) => of(one).map((fault) => `${one.where}: ${fault}`))

  it('carry their own id and language', () => {
    for (const { definition, figure, context } of built) {
      expect(figure.id).toBe(definition.id)
      expect(figure.locale).toBe(context.locale)
    }
  })

  it('say what they show and find, or why there is nothing', () => {
    const silent = faults(({ figure }) => [
      ...(figure.title.trim() && figure.finding.trim() ? [] : ['no title or finding']),
      ...(figure.kind === 'absent' && !figure.reason ? ['no reason'] : []),
      ...(figure.kind !== 'absent' && !(figure.definition && figure.source) ? ['no source'] : []),
    ])
    expect(silent).toEqual([])
  })

  it('leak no programming word, no broken number and no empty bracket', () => {
    const leaks = faults(({ figure }) => [
      ...textsOf(figure).filter((text) => /undefined|NaN|\bnull\b|Infinity|\[object/.test(text)),
      ...textsOf(figure).filter((text) => /[（(]\s*[)）]|，，|，。|,\s*,/.test(text)),
      ...brokenNumbers(figure),
    ])
    expect(leaks).toEqual([])
  })

  it('write their sentences without Chinese words in English, names apart', () => {
    const words = /[一-龥]/
    const mixed = faults(({ figure, context }) => {
      if (context.locale !== 'en') return []
      const names = context.cube.brains.map(({ name }) => name).filter((name) => name.trim())
      const bare = names.reduce((text, name) => text.replaceAll(name, ''), figure.finding)
      return words.test(bare) ? [bare] : []
    })
    expect(mixed.filter((text) => !text.includes('示例'))).toEqual([])
  })

  it('have a table with a cell for every column', () => {
    for (const { figure } of built) {
      const { columns, rows } = tableOf(figure)
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
  })

  it('read nothing but the slices that the selection asks for', () => {
    const greedy = built.filter(({ context, definition, figure }) => {
      const wanted = new Set(deskIndicators(context.selection))
      const slices = new Map([...context.cube.slices].filter(([key]) => wanted.has(key)))
      const narrow = { ...context, cube: { ...context.cube, slices } }
      return JSON.stringify(definition.build(narrow)) !== JSON.stringify(figure)
    })
    expect(greedy.map(({ where }) => where)).toEqual([])
  })

  it('are the same when built again from an equal context', () => {
    for (const { context, definition, figure } of built)
      expect(JSON.stringify(definition.build({ ...context }))).toBe(JSON.stringify(figure))
  })
})
