import { clusterRevenue } from '../domain/catalogue/headline.ts'
import type { Brain } from '../domain/brain.ts'
import type { BrainState } from '../domain/lifecycle.ts'
import { isPresent } from '../domain/reading.ts'
import type { FigureContext } from './definition.ts'
import type { MapMarker } from './kinds/mapFigure.ts'
import type { Symbol } from './kinds/symbol.ts'
import { groupReadings, hasData } from './latest.ts'
import { symbolName } from './text/words.ts'

/** Symbols of the map's key, in the order of the programme. */
const KEY: readonly Symbol[] = [
  'designated',
  'accepted',
  'pilot',
  'pool',
  'rectification',
  'unknown',
]

/**
 * Symbol of a brain on the map: an open measure outranks the stage. Null for brains that are not
 * drawn (applicants, not selected, disqualified).
 */
export function brainSymbol(state: BrainState | undefined): Symbol | null {
  if (!state || state.stage === 'unknown') return 'unknown'
  const { stage } = state
  if (stage === 'pilot' || stage === 'accepted' || stage === 'designated')
    return state.measures.length > 0 ? 'rectification' : stage
  return stage === 'pool' ? 'pool' : null
}

/**
 * Every brain that is drawn, largest first, sized by its cluster revenue where it has one. `areaOf` names
 * the area it stands in, its city if not given; null leaves it out.
 */
export function brainMarkers(
  context: FigureContext,
  period: string | null,
  areaOf: (brain: Brain) => string | null = ({ city }) => city,
): MapMarker[] {
  const sizes = new Map(
    period !== null && hasData(context, clusterRevenue.id, period)
      ? groupReadings(context, clusterRevenue.id, period, 'brain').map(({ id, reading }) => [
          id,
          isPresent(reading) ? reading.value : null,
        ])
      : [],
  )
  return context.cube.brains
    .flatMap((brain) => {
      const symbol = brainSymbol(context.states.get(brain.id))
      const area = areaOf(brain)
      const { id, name } = brain
      return symbol && area !== null
        ? [{ id, name, area, symbol, size: sizes.get(id) ?? null }]
        : []
    })
    .sort((a, b) => (b.size ?? 0) - (a.size ?? 0))
}

/** The key: each symbol in use with its count among the brains. */
export function brainSymbols(
  context: FigureContext,
  brains: readonly Brain[] = context.cube.brains,
) {
  const symbols = brains.map(({ id }) => brainSymbol(context.states.get(id)))
  return KEY.map((symbol) => ({
    symbol,
    name: symbolName(symbol, context.locale),
    count: symbols.filter((other) => other === symbol).length,
  })).filter(({ count }) => count > 0)
}
