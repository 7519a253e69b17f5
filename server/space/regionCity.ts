import { ALL_REGIONS } from '../../src/domain/county.ts'

const CITY_OF = new Map(
  ALL_REGIONS.map(({ id, level, parent }) => [
    id,
    level === 'city' ? id : level === 'province' ? null : parent,
  ]),
)

/** The city that a region is or lies in; null for the province and for what is no region. */
export const regionCity = (id: string): string | null => CITY_OF.get(id) ?? null
