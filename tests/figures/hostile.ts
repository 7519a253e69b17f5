import type { Slice } from '../../src/domain/slice.ts'
import type { World } from './world.ts'

/** Names that break layouts, markup and careless cutting. */
export const HOSTILE_NAMES: readonly string[] = [
  '🏭🧠'.repeat(30),
  '<script>alert("x")</script>',
  'A & B &amp; "C" \'D\'',
  '长'.repeat(400),
  'مصنع شاندونغ \u202eabc',
  ' ',
  '$&$1{t}@:x|y',
  'W'.repeat(400),
]

const nameAt = (index: number): string => HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? ''

/** The total falls month by month; the first brain reports nothing but zeroes. */
const falling = (slice: Slice): Slice => ({
  ...slice,
  values: slice.values.map((value, i) => {
    const column = i % slice.periods.length
    return i < slice.periods.length ? 0 : value * 0.9 ** column
  }),
})

/** Growth and profits may be negative. */
const negative = (slice: Slice): Slice => ({
  ...slice,
  values: slice.values.map((value) => -Math.abs(value)),
})

const MAY_BE_NEGATIVE = /Growth|profit/i

/**
 * A world of hostile texts and figures: names, reasons and publishers, falling totals, zeroes, nobody
 * assessed, a rectification without a due day and one far overdue.
 */
export function hostile(world: World, statistics: readonly Slice[]): World {
  const { brains = [], events = [], slices = [] } = world
  const names = brains.map((brain, i) => ({ ...brain, name: nameAt(i), place: nameAt(i + 1) }))
  const ordered = events.filter(({ kind }) => kind !== 'assessed' && kind !== 'rectified')
  const piloted = ordered.filter(({ kind }) => kind === 'piloted')
  const measures = piloted.map((event, i) => ({
    ...{ id: `hostile-${i}`, brain: event.brain, kind: 'rectificationOrdered' as const },
    ...{ date: '2026-11-02', document: null, reason: nameAt(i) },
    due: i % 2 ? null : '2026-11-09',
  }))
  return {
    ...world,
    brains: names,
    events: [...ordered, ...measures],
    slices: [
      ...slices.map(falling),
      ...statistics.map((slice) =>
        MAY_BE_NEGATIVE.test(slice.indicator) ? negative(slice) : slice,
      ),
    ],
    sources: (world.sources ?? []).map((source, i) => ({ ...source, title: nameAt(i) })),
    gaps: (world.gaps ?? []).map((gap, i) => ({ ...gap, why: { zh: nameAt(i), en: nameAt(i) } })),
  }
}
