import type { Brain } from '../../domain/brain.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { Figure } from '../figure.ts'

/** One panel of a profile, for the page and for files. What the page draws beside its words is the panel's own. */
export interface BrainFigure {
  readonly id: string
  readonly name: LocalText
  readonly build: (context: FigureContext, brain: Brain) => Figure
}
