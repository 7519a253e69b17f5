import type { Brain, Region } from './brain.ts'

/** A functional zone (功能区): no adcode, no boundary of its own; it hangs under its city. */
interface Zone extends Region {
  /** How printed places end that mean this zone. */
  readonly printed: string
}

/** Only zones that a brain's printed place names; another one is added when a source names it. */
export const ZONES: readonly Zone[] = [
  {
    id: '370100-qibu',
    name: { zh: '济南起步区', en: 'Jinan Start-up Area' },
    level: 'zone',
    parent: '370100',
    printed: '起步区',
  },
]

/** The zones of a city. */
export const zonesOf = (city: string): readonly Region[] =>
  ZONES.filter(({ parent }) => parent === city)

/**
 * Where below its city a brain sits: the adcode of its county, else the id of the zone that its printed
 * place names, else null: not public.
 */
export const countyOrZone = ({ county, city, place }: Brain): string | null =>
  county ??
  ZONES.find(({ parent, printed }) => parent === city && place.endsWith(printed))?.id ??
  null
