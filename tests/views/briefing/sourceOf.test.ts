import { describe, expect, it } from 'vitest'

import { BRAIN_FIGURES } from '../../../src/figures/brain/registry.ts'
import { DESK_FIGURES } from '../../../src/figures/desk/registry.ts'
import { FIGURES } from '../../../src/figures/registry.ts'
import { sourceOf } from '../../../src/views/briefing/sourceOf.ts'
import { fullScenario } from '../../figures/fullScenario.ts'

const context = fullScenario()
const brain = context.cube.brains.find(({ id }) => context.states.get(id)?.stage === 'pilot')!

/** What a figure that was put aside under this id becomes, made again from its view. */
const again = (id: string, query: string) => {
  const figure = { ...FIGURES[0]!.build(context), id }
  return sourceOf({ figure, query })?.build(context) ?? null
}

describe('a figure that was put aside', () => {
  it.each([
    ['wall', FIGURES],
    ['desk?m=share', DESK_FIGURES],
    [`brain/${brain.id}`, BRAIN_FIGURES],
  ])('is made again from %s, whichever it is', (query, registry) => {
    for (const { id } of registry) expect(again(id, query)?.id).toBe(id)
  })

  it('is made again from a comparison, lines and table', () => {
    const query = `compare?ids=${brain.id}~370100`
    const ids = ['compare-lines', 'compare-table']
    expect(ids.map((id) => again(id, query)?.id)).toEqual(ids)
  })

  it('is gone where its brain or its page is', () => {
    expect(again('brain-lifecycle', 'brain/nobody')).toBeNull()
    expect(again('no-such-figure', 'wall')).toBeNull()
  })
})
