import { DEFAULT_SELECTION, selectBrains, type Selection } from '../../domain/selection.ts'
import { writeLink } from '../../domain/selectionLink.ts'
import type { BrainFigure } from '../../figures/brain/brainFigure.ts'
import { brainKpis } from '../../figures/brain/brainKpis.ts'
import { brainTrends } from '../../figures/brain/brainTrends.ts'
import { buildFigure } from '../../figures/buildFigure.ts'
import type { FigureDefinition } from '../../figures/definition.ts'
import type { DeskContext, DeskFigure } from '../../figures/desk/context.ts'
import type { Figure } from '../../figures/figure.ts'
import { latestMonth } from '../../figures/latest.ts'
import { FIGURES } from '../../figures/registry.ts'
import type { FigureSource, PlacedFigure, TemplateInput } from './template.ts'

const BY_ID = new Map(FIGURES.map((definition) => [definition.id, definition]))

/** The figure of an id in the registry, as the wall shows it; none where it is of another space. */
export const registered =
  (id: string): FigureSource =>
  ({ context }, onError) => {
    const definition = BY_ID.get(id)
    if (!definition) throw new RangeError(`No figure "${id}" is registered`)
    if (definition.spaces && !definition.spaces.includes(context.space)) return []
    return [{ figure: buildFigure(definition, context, onError), query: 'wall' }]
  }

/** A figure that a page of the product shows, with the link to it. */
export const shownAt =
  (definition: FigureDefinition, query: string): FigureSource =>
  ({ context }, onError) => [{ figure: buildFigure(definition, context, onError), query }]

/** A panel of the explorer under a selection, with other words where the template has some. */
export const explored =
  (
    definition: DeskFigure,
    chosen: Partial<Selection>,
    wordsOf: (figure: Figure) => Pick<PlacedFigure, 'title' | 'sentence'> = () => ({}),
  ): FigureSource =>
  ({ context }, onError) => {
    const selection = { ...DEFAULT_SELECTION, ...chosen }
    const desk: DeskContext = {
      ...{ ...context, selection, period: latestMonth(context) },
      brains: selectBrains(context.cube.brains, context.states, selection),
    }
    const query = new URLSearchParams(writeLink(selection)).toString()
    const figure = buildFigure(definition, desk, onError)
    return [{ figure, query: query ? `desk?${query}` : 'desk', ...wordsOf(figure) }]
  }

/** The six tiles of a brain's profile. */
export const kpisOfBrain: FigureSource = ({ context, brain }) =>
  brain
    ? brainKpis(context, brain.id).map(({ figure }) => ({ figure, query: profileOf(brain.id) }))
    : []

/** The first trends of a brain's profile: so many that a page still holds them. */
export const trendsOfBrain =
  (most: number): FigureSource =>
  ({ context, brain }) =>
    brain
      ? brainTrends(context, brain)
          .slice(0, most)
          .map((figure) => ({ figure, query: profileOf(brain.id) }))
      : []

/** A panel of a brain's profile. */
export const panelOfBrain =
  ({ build }: BrainFigure): FigureSource =>
  ({ context, brain }) =>
    brain ? [{ figure: build(context, brain), query: profileOf(brain.id) }] : []

export const profileOf = (brain: NonNullable<TemplateInput['brain']>['id']): string =>
  `brain/${encodeURIComponent(brain)}`

/** Ids of the slices that registered figures read, each once. */
export const indicatorsOf = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => BY_ID.get(id)?.indicators.map((indicator) => indicator.id) ?? [])),
]
