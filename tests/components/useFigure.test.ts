// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { computed, shallowRef } from 'vue'

import { withSlice } from '../../src/domain/cube.ts'
import { useFigure } from '../../src/components/useFigureContext.ts'
import type { FigureContext, FigureDefinition } from '../../src/figures/definition.ts'
import { domainRevenue } from '../../src/figures/domainRevenue.ts'
import { gaps } from '../../src/figures/public/gaps.ts'
import { provinceStatistics } from '../../src/figures/public/statisticsTable.ts'
import { useCandidates } from '../../src/views/wall/useScene.ts'
import { scenario } from '../figures/scenarios.ts'

function watched(definition: FigureDefinition, first: FigureContext | null = scenario('small')) {
  const context = shallowRef(first)
  const built = { times: 0 }
  const counting: FigureDefinition = {
    ...definition,
    build: (given) => {
      built.times += 1
      return definition.build(given)
    },
  }
  const figure = useFigure(
    counting,
    computed(() => context.value),
  )
  return { context, built, figure }
}

/** The context after an update of one slice. */
const renewed = (context: FigureContext, indicator: string): FigureContext => {
  const slice = context.cube.slices.get(indicator)!
  return { ...context, cube: withSlice(context.cube, { ...slice, version: slice.version + 1 }) }
}

describe('a figure on the page', () => {
  it('is nothing until there is a context', () => {
    const { context, built, figure } = watched(domainRevenue, null)
    expect(figure.value).toBeNull()
    context.value = scenario('small')
    expect(figure.value?.kind).toBe('bar')
    expect(built.times).toBe(1)
  })

  it('stays the same object when another slice changes', () => {
    const { context, built, figure } = watched(domainRevenue)
    const before = figure.value
    context.value = renewed(context.value!, 'compute.racksBuilt')
    expect(figure.value).toBe(before)
    expect(built.times).toBe(1)
  })

  it('waits for its own slices only: what else is on its way is nothing to it', () => {
    const { context, built, figure } = watched(domainRevenue)
    const reading = { zh: '正在读取数据', en: 'Reading data' }
    const unread = (id: string) => ({ ...context.value!, unread: new Map([[id, reading]]) })
    expect(figure.value).not.toBeNull()
    context.value = unread('compute.racksBuilt')
    expect(figure.value).not.toBeNull()
    expect(built.times).toBe(1)
    context.value = unread('cluster.revenue')
    expect(figure.value).not.toBeNull()
    expect(built.times).toBe(2)
  })

  it('is built again when one of its own slices changes', () => {
    const { context, built, figure } = watched(domainRevenue)
    expect(figure.value).not.toBeNull()
    context.value = renewed(context.value!, 'cluster.revenue')
    expect(figure.value).not.toBeNull()
    expect(built.times).toBe(2)
  })

  it.each([
    ['the language', { locale: 'en' }],
    ['the day', { today: '2026-11-23' }],
    ['the lifecycle', { states: new Map() }],
    ['the goals', { targets: [] }],
  ] as const)('is built again when %s changes', (_, change) => {
    const { context, built, figure } = watched(domainRevenue)
    expect(figure.value).not.toBeNull()
    context.value = { ...context.value!, ...change }
    expect(figure.value).not.toBeNull()
    expect(built.times).toBe(2)
  })

  it('comes back when its slice arrives late', () => {
    const full = scenario('small')
    const bare = { ...full, cube: { ...full.cube, slices: new Map() } }
    const { context, figure } = watched(domainRevenue, bare)
    expect(figure.value?.kind).toBe('absent')
    context.value = full
    expect(figure.value?.kind).toBe('bar')
  })
})

describe('the candidates of a place', () => {
  const chosen = (candidates: readonly FigureDefinition[], of: 'main' | 'empty') =>
    useCandidates(
      candidates,
      computed(() => scenario(of)),
    ).value

  it('give the first that has data', () => {
    expect(chosen([domainRevenue, gaps, provinceStatistics], 'main')?.id).toBe('gaps')
  })

  it('give the last with its reason where none has data', () => {
    expect(chosen([domainRevenue, gaps], 'empty')).toMatchObject({ id: 'gaps', kind: 'absent' })
  })

  it('give nothing where there are none', () => {
    expect(chosen([], 'main')).toBeNull()
  })
})
