import type { Indicator } from '../../domain/indicator.ts'
import type { FigureDefinition } from '../../figures/definition.ts'

/** Areas of the wall that hold one figure each. */
export type AreaId =
  'traj' | 'dom' | 'rack' | 'flow' | 'assess' | 'news' | 'plat1' | 'plat2' | 'plat3' | 'plat4'

/**
 * What a wall shows. Every place lists its candidates in order of preference: the first one that has
 * data is drawn, else the last one says why there is nothing.
 */
export interface Scene {
  readonly kpis: readonly (readonly FigureDefinition[])[]
  /** The map by each of its indicators. */
  readonly maps: readonly (readonly FigureDefinition[])[]
  readonly areas: Readonly<Record<AreaId, readonly FigureDefinition[]>>
}

/** Every indicator that a scene reads, once. */
export function sceneIndicators({ kpis, maps, areas }: Scene): Indicator[] {
  const definitions = [...kpis, ...maps, ...Object.values(areas)].flat()
  const indicators = definitions.flatMap((definition) => definition.indicators)
  return [...new Map(indicators.map((indicator) => [indicator.id, indicator])).values()]
}
