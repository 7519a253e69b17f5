import { clusterRevenue } from '../domain/catalogue/cluster.ts'
import type { BrainState } from '../domain/lifecycle.ts'
import { isPresent } from '../domain/reading.ts'
import type { FigureContext } from './definition.ts'
import type { MapMarker, Symbol } from './figure.ts'
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

/** Every brain that is drawn, largest first, sized by its cluster revenue where it has one. */
export function brainMarkers(context: FigureContext, period: string): MapMarker[] {
  const sizes = new Map(
    hasData(context, clusterRevenue.id, period)
      ? groupReadings(context, clusterRevenue.id, period, 'brain').map(({ id, reading }) => [
          id,
          isPresent(reading) ? reading.value : null,
        ])
      : [],
  )
  return context.cube.brains
    .flatMap((brain) => {
      const symbol = brainSymbol(context.states.get(brain.id))
      const { id, name, city } = brain
      return symbol ? [{ id, name, area: city, symbol, size: sizes.get(id) ?? null }] : []
    })
    .sort((a, b) => (b.size ?? 0) - (a.size ?? 0))
}

/** The key: each symbol in use with its count. */
export function brainSymbols(context: FigureContext) {
  const symbols = context.cube.brains.map(({ id }) => brainSymbol(context.states.get(id)))
  return KEY.map((symbol) => ({
    symbol,
    name: symbolName(symbol, context.locale),
    count: symbols.filter((other) => other === symbol).length,
  })).filter(({ count }) => count > 0)
}
