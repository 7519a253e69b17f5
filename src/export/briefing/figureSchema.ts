import * as z from 'zod/mini'

import { DOMAIN_IDS } from '../../domain/brain.ts'
import { ABSENCE_REASONS } from '../../domain/reading.ts'
import { COMPARE_TONES } from '../../figures/kinds/lineFigure.ts'
import { SYMBOL_NAMES } from '../../figures/text/words.ts'

const text = z.string()
const texts = z.array(text)
const number = z.number()
const value = z.nullable(number)
const values = z.array(value)
const flag = z.boolean()
const id = text

const symbol = z.enum(Object.keys(SYMBOL_NAMES) as (keyof typeof SYMBOL_NAMES)[])
const tone = z.enum([...DOMAIN_IDS, ...COMPARE_TONES, 'fact', 'reference'])
const coverage = z.nullable(z.object({ covered: number, expected: number }))
const lines = z.array(z.object({ label: text, text }))
const quantity = z.object({ value, unit: text, text, absent: z.optional(z.enum(ABSENCE_REASONS)) })

/** What every figure carries (figures/kinds/figureMeaning.ts). */
const meaning = {
  ...{ id, locale: z.enum(['zh-CN', 'en']), title: text, unit: text, period: text },
  ...{ scope: text, definition: text, source: text, notes: texts, finding: text, simulated: flag },
  citations: z.array(z.object({ title: text, publisher: text, date: text, unverified: flag })),
  ...{ asOf: z.nullable(text), knownAt: z.nullable(text) },
  ...{ indicators: z.optional(texts), traced: z.optional(z.nullable(text)) },
}

const kpi = z.object({
  ...meaning,
  kind: z.literal('kpi'),
  ...{ value: quantity, meta: text, share: value },
  comparison: z.nullable(z.object({ text, below: flag })),
  spark: z.nullable(z.object({ values, goal: value })),
})

const bar = z.object({
  ...meaning,
  kind: z.literal('bar'),
  layout: z.enum(['plain', 'nested']),
  series: z.array(
    z.object({ id, name: text, role: z.enum(['fact', 'planned', 'built', 'inUse']) }),
  ),
  columns: texts,
  rows: z.array(
    z.object({
      ...{ id, label: text, tone, values, warning: z.nullable(text) },
      columns: z.array(z.object({ text, below: flag })),
      ...{ card: z.optional(lines), coverage: z.optional(coverage), sum: z.optional(flag) },
    }),
  ),
  breakAfter: value,
  focus: z.optional(z.nullable(text)),
  threshold: z.nullable(z.object({ value: number, label: text })),
})

const layer = z.object({ name: text, values: z.array(number) })
const area = z.object({
  ...meaning,
  kind: z.literal('area'),
  periods: texts,
  layers: z.array(z.extend(layer, { id })),
  ...{ crest: z.nullable(layer), outer: z.nullable(layer) },
  goals: z.array(z.object({ period: text, value: number, label: text })),
  points: z.array(z.object({ id, period: text, value: number, label: text })),
})

const marker = z.object({ id, name: text, area: text, symbol, size: value })
const place = {
  ...{ id, name: text, value: quantity, level: value, rank: value },
  ...{ coverage: z.optional(coverage), card: lines },
}
const map = z.object({
  ...meaning,
  kind: z.literal('map'),
  ...{ indicator: text, areas: z.array(z.object(place)), markers: z.array(marker) },
  ...{ breaks: z.array(number), breakTexts: texts, rampTitle: text },
  ramp: z.optional(z.enum(['sequential', 'diverging'])),
  beside: z.optional(z.array(z.object({ ...place, markers: z.array(marker) }))),
  symbols: z.array(z.object({ symbol, name: text, count: number })),
  ...{ sizeNote: text, absentStyle: z.enum(['hatch', 'plain']), absentNote: text },
  ...{ partialNote: z.optional(text), lopsided: z.nullable(text), approval: text },
})

const stage = { id, name: text, count: number }
const flow = z.object({
  ...meaning,
  kind: z.literal('flow'),
  stages: z.array(z.object(stage)),
  branches: z.array(
    z.object({ ...stage, symbol, from: text, style: z.enum(['ribbon', 'dashed', 'label']) }),
  ),
})

const units = z.object({
  ...meaning,
  kind: z.literal('units'),
  groups: z.array(z.object({ ...stage, symbol })),
  warnings: z.optional(z.array(z.object({ ...stage, symbol }))),
  deadlines: z.array(
    z.object({
      ...{ id, label: text, reason: text, text, remaining: number, overdue: flag },
      level: z.optional(z.object({ name: text, symbol })),
      owner: z.optional(text),
    }),
  ),
})

const timeline = z.object({
  ...meaning,
  kind: z.literal('timeline'),
  entries: z.array(
    z.object({ id, date: text, short: z.optional(text), symbol: z.nullable(symbol), text }),
  ),
})

const table = z.object({
  ...meaning,
  kind: z.literal('table'),
  columns: z.array(z.object({ id, title: text, align: z.enum(['start', 'end']) })),
  rows: z.array(texts),
  ids: z.optional(texts),
  more: z.optional(z.object({ columns: texts, rows: z.array(texts) })),
  traces: z.optional(z.array(z.nullable(z.looseObject({})))),
})

const series = z.object({
  ...{ id, name: text, tone, values, endText: text },
  preliminary: z.array(number),
  coverage: z.optional(z.array(coverage)),
  breaks: z.optional(z.array(number)),
})
const line = z.object({
  ...meaning,
  kind: z.literal('line'),
  periods: texts,
  panels: z.array(
    z.object({
      ...{ id, title: text, series: z.array(series) },
      band: z.nullable(z.object({ name: text, low: values, high: values })),
      targets: z.array(z.object({ value: number, label: text })),
      events: z.array(z.object({ period: text, label: text })),
    }),
  ),
  ...{ focus: z.nullable(text), partialNote: z.optional(text), fromZero: flag },
})

const axis = z.object({ title: text, unit: text, median: value, medianText: text })
const scatter = z.object({
  ...meaning,
  kind: z.literal('scatter'),
  ...{ x: axis, y: axis, named: texts, sizeNote: text, leftOut: text },
  points: z.array(
    z.object({ id, label: text, x: number, y: number, size: value, tone, muted: flag }),
  ),
  legend: z.array(z.object({ tone, name: text, count: number })),
  sized: z.optional(z.object({ title: text, unit: text, factor: number, decimals: number })),
})

/**
 * A figure as it is stored: whether all that writers read of it is there. An absent figure is none that could be
 * stored. A new kind or field of `Figure` needs its line here; a test freezes every figure of every scenario.
 */
export const FigureSchema = z.discriminatedUnion('kind', [
  kpi,
  bar,
  area,
  map,
  flow,
  units,
  timeline,
  table,
  line,
  scatter,
])
