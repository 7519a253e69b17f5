import { describe, expect, it } from 'vitest'

import { chartMarks, isChart, type ChartFigure } from '../../src/charts/chartMarks.ts'
import { scenario, SCENARIO_IDS, LOCALES, figuresIn } from '../figures/scenarios.ts'
import { brokenNumbers, deepFreeze, hasHalfCharacter } from '../figures/walk.ts'
import { GEOMETRY, leaving, looksOf, nameOf, texts, textOf, tooSmall } from './drawn.ts'

const CONTEXT = { geometry: GEOMETRY, focus: '370200' }

/** The figures of a scenario; the maps differ in colours only, so one of each kind stands for them. */
const chartsOf = (id: (typeof SCENARIO_IDS)[number]): ChartFigure[] =>
  LOCALES.flatMap((locale) =>
    figuresIn(scenario(id, locale))
      .filter((figure) => !/^city-map-(compute|service)/.test(figure.id))
      .map(({ build }) => build(scenario(id, locale)))
      .filter(isChart)
      .filter(({ kind }) => kind !== 'map' || locale === 'zh-CN'),
  )

deepFreeze(GEOMETRY)

describe.each(SCENARIO_IDS)('charts of the scenario %s', (id) => {
  const drawings = chartsOf(id).flatMap((figure) =>
    looksOf(figure.kind).map((look) => {
      deepFreeze(figure)
      return {
        figure,
        look: deepFreeze(look),
        marks: chartMarks(figure, look, CONTEXT),
        where: `${figure.id} (${figure.locale}) ${nameOf(look)}`,
      }
    }),
  )
  const faults = (of: (drawing: (typeof drawings)[number]) => readonly string[]): string[] =>
    drawings.flatMap((drawing) => of(drawing).map((fault) => `${drawing.where}: ${fault}`))

  it('write nothing into figure, look or geometry, and are the same every time', () => {
    const once = drawings.filter(
      ({ figure: { kind }, look }) => kind !== 'map' || look.name === 'desk',
    )
    for (const { figure, look, marks } of once)
      expect(JSON.stringify(chartMarks(figure, look, CONTEXT))).toBe(JSON.stringify(marks))
  })

  it('name what can be picked, and only that', () => {
    const wrong = faults(({ marks }) =>
      marks
        .filter(({ silent, name }) => (silent === true) === Boolean(name))
        .map(({ type, name }) => `${type} ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('have only finite numbers', () => {
    expect(faults(({ marks }) => brokenNumbers(marks))).toEqual([])
  })

  it('print nothing below the smallest label of the look', () => {
    expect(faults(({ marks, look }) => tooSmall(marks, look))).toEqual([])
  })

  it('print nothing outside their box', () => {
    expect(faults(({ marks, look }) => leaving(marks, look))).toEqual([])
  })

  it('print whole characters without programming words', () => {
    const wrong = faults(({ marks }) =>
      texts(marks)
        .map(textOf)
        .filter((text) => hasHalfCharacter(text) || /undefined|NaN|Infinity/.test(text)),
    )
    expect(wrong).toEqual([])
  })
})
