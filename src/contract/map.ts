import * as z from 'zod/mini'

import { listOf } from './listOf.ts'

const Position = z.tuple([z.number(), z.number()])

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isFinite)

const Ring = listOf({
  is: isPosition,
  expected: 'longitude and latitude',
  items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
})

const Line = listOf({
  is: (value): value is number => Number.isFinite(value),
  expected: 'number',
  items: { type: 'number' },
})

/** The areas of one map (GeoJSON, GCJ-02), joined to data by adcode and never by name. */
export const AreaCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.object({ adcode: z.string(), name: z.string(), cp: Position }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
})

/** The waterlines of one map; see domain/geometry.ts. */
export const WaterDocument = z.object({
  scale: z.number(),
  origin: Position,
  lines: z.array(Line),
})
