import type { Brain } from '../../domain/brain.ts'
import type { SpaceId } from '../../domain/space.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'

export const TEMPLATE_IDS = ['monthly', 'rectification', 'brain'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** What a template is filled from. */
export interface TemplateInput {
  readonly context: FigureContext
  /** The brain of a one-brain page. */
  readonly brain: Brain | null
}

/** A figure with the view that shows it. */
export interface PlacedFigure {
  readonly figure: Figure
  /** Link of the view without the space. */
  readonly query: string
  /** Words of the template instead of the figure's own. */
  readonly title?: string
  readonly sentence?: string
}

/** Gives the figures of one place of a template: one, some, or none. */
export type FigureSource = (
  input: TemplateInput,
  onError: (error: unknown) => void,
) => readonly PlacedFigure[]

export interface TemplateSection {
  readonly heading: LocalText
  /** Sentences written from the numbers, a paragraph each. */
  readonly words?: (input: TemplateInput) => readonly string[]
  readonly figures: readonly FigureSource[]
  /** Spaces to which the section belongs; all where it is not given. */
  readonly spaces?: readonly SpaceId[]
}

/** Which figures in which order, with the headings and sentences around them. */
export interface Template {
  readonly id: TemplateId
  readonly name: LocalText
  /** Whether it is about one brain, which then must be given. */
  readonly needsBrain: boolean
  /** As a document it is set to fit one page of A4. */
  readonly onePage?: boolean
  readonly title: (input: TemplateInput) => string
  readonly sections: readonly TemplateSection[]
  /** Ids of the slices that its figures read. */
  readonly indicators: readonly string[]
}
