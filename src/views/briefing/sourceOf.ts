import { DEFAULT_SELECTION } from '../../domain/selection.ts'
import { readComparison } from '../../domain/comparison.ts'
import { readLink } from '../../domain/selectionLink.ts'
import type { BriefingFigure } from '../../export/briefing.ts'
import { brainKpis } from '../../figures/brain/brainKpis.ts'
import { brainTrends } from '../../figures/brain/brainTrends.ts'
import { BRAIN_FIGURES } from '../../figures/brain/registry.ts'
import { brainThresholds } from '../../figures/brain/thresholds.ts'
import { compareLines } from '../../figures/compare/compareLines.ts'
import { compareTable } from '../../figures/compare/compareTable.ts'
import { COUNTY_INDICATORS, countyMap } from '../../figures/countyMap.ts'
import type { FigureContext, FigureDefinition } from '../../figures/definition.ts'
import { deskIndicators } from '../../figures/desk/context.ts'
import { DESK_FIGURES } from '../../figures/desk/registry.ts'
import { selectedBrains } from '../../figures/desk/selected.ts'
import type { Figure } from '../../figures/figure.ts'
import { latestMonth } from '../../figures/latest.ts'
import { FIGURES } from '../../figures/registry.ts'
import { comparisonSlices } from '../compare/comparisonSlices.ts'
import { comparisonVocabulary } from '../compare/comparisonVocabulary.ts'
import { monthsOf } from '../desk/explorer/monthsOf.ts'
import { selectionVocabulary } from '../desk/explorer/selectionVocabulary.ts'
import type { FigureSource } from './figureSource.ts'
import { programmeSource } from './programmeSource.ts'

type Query = Readonly<Record<string, string>>
const COMPARISON = 'compare'

/** By the id of the figure and the view that it comes from; null where the product no longer has it. */
export function sourceOf({
  figure,
  query,
}: Pick<BriefingFigure, 'figure' | 'query'>): FigureSource | null {
  const [path = '', search = ''] = query.split('?')
  const link: Query = Object.fromEntries(new URLSearchParams(search))
  const [page = '', entity = ''] = path.split('/').filter(Boolean)
  const ofProgramme = programmeSource(page, figure.id, link)
  if (ofProgramme) return ofProgramme
  const definition = FIGURES.find(({ id }) => id === figure.id) ?? countyDefinition(figure.id)
  if (definition)
    return {
      ...{ readsReporting: definition.readsReporting ?? false, build: definition.build },
      indicators: () => definition.indicators.map(({ id }) => id),
    }
  if (page === 'brain') return brainSource(figure, decodeURIComponent(entity))
  return (
    deskSource(figure.id, link) ?? (page === COMPARISON ? comparisonSource(figure.id, link) : null)
  )
}

function countyDefinition(id: string): FigureDefinition | null {
  const [, city, indicator] = /^county-map-(\d{6})-(.+)$/.exec(id) ?? []
  const shown = COUNTY_INDICATORS.find((one) => one.indicator.id === indicator)
  return city && shown ? countyMap({ city, ...shown }) : null
}

/** A figure of a profile, which may be there for another brain only. */
function brainSource({ id, indicators = [] }: Figure, entity: string): FigureSource {
  return {
    readsProgramme: id === brainThresholds.id,
    indicators: () => indicators,
    build: (context) => {
      const brain = context.cube.byId.get(entity)
      if (!brain) return null
      const panel = BRAIN_FIGURES.find((one) => one.id === id)
      if (panel) return panel.build(context, brain)
      const shown = [
        ...brainKpis(context, brain.id).map(({ figure }) => figure),
        ...brainTrends(context, brain),
      ]
      return shown.find((figure) => figure.id === id) ?? null
    },
  }
}

function deskSource(id: string, link: Query): FigureSource | null {
  const definition = DESK_FIGURES.find((one) => one.id === id)
  if (!definition) return null
  const selectionIn = (context: FigureContext) =>
    readLink(link, selectionVocabulary(context, monthsOf(context))).selection
  return {
    indicators: (context) =>
      deskIndicators(context.cube.brains.length ? selectionIn(context) : DEFAULT_SELECTION),
    build: (context) => {
      const selection = selectionIn(context)
      const period = selection.period ?? latestMonth(context)
      return definition.build({
        ...context,
        selection,
        period,
        brains: selectedBrains(context, selection),
      })
    },
  }
}

function comparisonSource(id: string, link: Query): FigureSource {
  const comparisonIn = (context: FigureContext) =>
    readComparison(link, comparisonVocabulary(context)).comparison
  return {
    indicators: (context) => comparisonSlices(comparisonIn(context)),
    build: (context) => {
      const lines = compareLines(context, comparisonIn(context))
      return lines.id === id ? lines : compareTable(context, comparisonIn(context)).figure
    },
  }
}
