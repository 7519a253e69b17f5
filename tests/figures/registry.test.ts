import { isDeepStrictEqual } from 'node:util'

import { describe, expect, it } from 'vitest'

import { indicatorOf } from '../../src/domain/catalogue/index.ts'
import type { FigureDefinition } from '../../src/figures/definition.ts'
import { PROGRAMME_FIGURES } from '../../src/figures/programme/registry.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { figuresIn, LOCALES, scenario, SCENARIO_IDS } from './scenarios.ts'
import { brokenNumbers, textsOf } from './walk.ts'

const FILES = import.meta.glob<Record<string, unknown>>('../../src/figures/**/*.ts', {
  eager: true,
})

const isDefinition = (value: unknown): value is FigureDefinition =>
  typeof value === 'object' && value !== null && 'build' in value && 'indicators' in value

const exported = Object.entries(FILES).flatMap(([file, module]) =>
  Object.values(module)
    .flat()
    .filter(isDefinition)
    .map((definition) => ({ file, definition })),
)

describe('the registry of figures', () => {
  it('holds every figure that a file exports', () => {
    const registered = new Set([...FIGURES, ...PROGRAMME_FIGURES].map(({ id }) => id))
    const missing = exported.filter(({ definition: { id } }) => !registered.has(id))
    expect(exported.length).toBeGreaterThan(20)
    expect(missing.map(({ file }) => file)).toEqual([])
  })

  it('gives every figure an id of its own and a name in both languages', () => {
    const all = [...FIGURES, ...PROGRAMME_FIGURES]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { name } of all) {
      expect(name.zh).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('asks only for indicators of the catalogue', () => {
    for (const { indicators } of FIGURES)
      for (const { id } of indicators) expect(indicatorOf(id)).toBeDefined()
  })
})

describe.each(SCENARIO_IDS)('in the scenario %s', (id) => {
  const contexts = LOCALES.map((locale) => scenario(id, locale))
  const built = contexts.flatMap((context) =>
    figuresIn(context).map((definition) => ({ definition, figure: definition.build(context) })),
  )

  it('every figure builds under its own id and language', () => {
    for (const [i, { definition, figure }] of built.entries()) {
      expect(figure.id).toBe(definition.id)
      expect(figure.locale).toBe(i < built.length / 2 ? 'zh-CN' : 'en')
    }
  })

  it('every figure reads nothing but the slices it asks for', () => {
    const greedy = contexts.flatMap((context) =>
      figuresIn(context).filter(({ indicators, build }) => {
        const wanted = new Set(indicators.map((indicator) => indicator.id))
        const slices = new Map([...context.cube.slices].filter(([key]) => wanted.has(key)))
        const narrow = { ...context, cube: { ...context.cube, slices } }
        return !isDeepStrictEqual(build(narrow), build(context))
      }),
    )
    expect(greedy.map((definition) => definition.id)).toEqual([])
  })

  it('every figure says what it shows, where it comes from and what it finds', () => {
    const silent = built
      .filter(({ figure }) => figure.kind !== 'absent')
      .flatMap(({ figure }) =>
        (['title', 'definition', 'source', 'finding'] as const)
          .filter((field) => figure[field].trim() === '')
          .map((field) => `${figure.id} (${figure.locale}) has no ${field}`),
      )
    expect(silent).toEqual([])
  })

  it('every figure without data says why', () => {
    for (const { figure } of built) {
      if (figure.kind !== 'absent') continue
      expect(figure.title).not.toBe('')
      expect(figure.reason).not.toBe('')
      expect(figure.finding).toContain(figure.reason)
    }
  })

  it('no figure leaks a programming word or a broken number', () => {
    const leaks = built.flatMap(({ figure }) => [
      ...textsOf(figure)
        .filter((text) => /undefined|NaN|\bnull\b|Infinity|\[object/.test(text))
        .map((text) => `${figure.id} (${figure.locale}): ${text}`),
      ...brokenNumbers(figure).map((number) => `${figure.id}: ${number}`),
    ])
    expect(leaks).toEqual([])
  })

  it('no figure has an empty place where a number or a year belongs', () => {
    const empty = built.flatMap(({ figure }) =>
      textsOf(figure)
        .filter((text) => /[（(，,]\s*[)）]|[，,]\s*年/u.test(text))
        .map((text) => `${figure.id} (${figure.locale}): ${text}`),
    )
    expect(empty).toEqual([])
  })

  it('every row, area and group has a name, not its id', () => {
    const nameless = built.flatMap(({ figure }) => {
      const parts = [
        ...(figure.kind === 'bar' ? figure.rows.map((row) => [row.id, row.label]) : []),
        ...(figure.kind === 'map' ? figure.areas.map((area) => [area.id, area.name]) : []),
        ...(figure.kind === 'units' ? figure.groups.map((group) => [group.id, group.name]) : []),
      ]
      const unnamed = parts.filter(([key, name]) => key === name || /^unknown$/.test(name ?? ''))
      return figure.locale === 'en' && figure.kind === 'units'
        ? []
        : unnamed.map(([key]) => `${figure.id} (${figure.locale}): ${key}`)
    })
    expect(nameless).toEqual([])
  })

  it('building twice gives the same figure', () => {
    for (const context of contexts)
      for (const { build } of figuresIn(context)) expect(build(context)).toEqual(build(context))
  })
})
