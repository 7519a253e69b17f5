import { isCountable, isOwn, type Brain } from '../domain/brain.ts'
import type { LifecycleEvent } from '../domain/event.ts'
import type { BrainState } from '../domain/lifecycle.ts'
import type { FigureContext } from './definition.ts'

/** The brains of the register itself with their events and states: what counts of the programme go over. */
export interface Programme {
  readonly brains: readonly Brain[]
  readonly events: readonly LifecycleEvent[]
  readonly states: ReadonlyMap<string, BrainState>
}

/** Brains that only publications name are left out: nobody knows their whole number, nor their whole course. */
export function ownProgramme({ cube, states }: FigureContext): Programme {
  const brains = cube.brains.filter(isOwn)
  if (brains.length === cube.brains.length) return { brains, events: cube.events, states }
  const ids = new Set(brains.map(({ id }) => id))
  return {
    brains,
    events: cube.events.filter(({ brain }) => ids.has(brain)),
    states: new Map([...states].filter(([id]) => ids.has(id))),
  }
}

/** The programme where it may be counted (see isCountable), else null: then the published counts stand. */
export function countableProgramme(context: FigureContext): Programme | null {
  const { cube, cited } = context
  return isCountable({ brains: cube.brains, events: cube.events, cited })
    ? ownProgramme(context)
    : null
}

/** Brains that public sources name one by one. */
export const namedInPublic = ({ cube }: FigureContext): readonly Brain[] =>
  cube.brains.filter((brain) => !isOwn(brain))

/** A demo that nobody has filled yet. */
export const isUnfilledDemo = ({ space, cube }: FigureContext): boolean =>
  space === 'demo' && cube.brains.length === 0
