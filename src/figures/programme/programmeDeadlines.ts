import type { FigureContext } from '../definition.ts'
import { ownProgramme } from '../programme.ts'
import { deadlinesOf, type Deadline } from '../../domain/programme/deadlines.ts'

/** Every deadline of the register's own brains, most urgent first. */
export function programmeDeadlines(context: FigureContext): readonly Deadline[] {
  const { brains, events } = ownProgramme(context)
  const { calendar, today } = context
  return deadlinesOf({ brains, events, calendar, today })
}

/** Name of a brain; its id where the registry does not know it. */
export const brainName = ({ cube }: FigureContext, brain: string): string =>
  cube.byId.get(brain)?.name ?? brain
