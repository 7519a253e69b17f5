import type { Target } from '../domain/brain.ts'
import type { FigureContext } from './definition.ts'

/** Subject of the targets for the number of brains. */
export const PROGRAMME = 'programme.brains'

/** Dated goals for the number of brains, earliest first. Goals come from data, never from code. */
export const programmeGoals = ({ targets }: FigureContext): Target[] =>
  targets
    .filter((target) => target.subject === PROGRAMME)
    .sort((a, b) => a.period.localeCompare(b.period))

/** The last published goal. */
export const programmeGoal = (context: FigureContext): Target | undefined =>
  programmeGoals(context).at(-1)
