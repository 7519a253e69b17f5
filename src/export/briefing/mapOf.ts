import { CITIES, PROVINCE } from '../../domain/region.ts'
import type { Figure } from '../../figures/figure.ts'

/** adcode of the map that a figure is drawn on: the province or one of its cities; null for other kinds. */
export function mapOf(figure: Figure): string | null {
  if (figure.kind !== 'map') return null
  const first = figure.areas[0]?.id
  return first === undefined || CITIES.includes(first) ? PROVINCE : `${first.slice(0, 4)}00`
}
