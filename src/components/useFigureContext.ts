import { computed, type ComputedRef } from 'vue'

import { makeCalendar } from '../domain/calendar.ts'
import type { Indicator } from '../domain/indicator.ts'
import { foldAll } from '../domain/lifecycle.ts'
import type { Locale, LocalText } from '../domain/text.ts'
import { buildFigure } from '../figures/buildFigure.ts'
import type { FigureContext, FigureDefinition } from '../figures/definition.ts'
import type { Figure } from '../figures/figure.ts'
import { useClock } from '../stores/clock.ts'
import { useCube } from '../stores/cube.ts'
import { useRegistry } from '../stores/registry.ts'
import { useReporting } from '../stores/reporting.ts'
import { useSlices } from '../stores/slices.ts'
import { useSpace } from '../stores/space.ts'
import { tellError } from './tellError.ts'

/** What figures look at, from the stores; null until the registry is there. Loads the
 * indicators' slices, or just the `wanted` ones. */
export function useFigureContext(
  indicators: readonly Indicator[],
  locale: () => Locale,
  wanted?: () => readonly string[],
): ComputedRef<FigureContext | null> {
  const registry = useRegistry()
  const clock = useClock()
  const place = useSpace()
  const slices = useSlices()
  const reporting = useReporting()
  const cube = useCube(indicators, wanted)
  const today = computed(() => clock.today)
  const brains = computed(() => cube.value?.brains)
  const events = computed(() => cube.value?.events)

  /** The same map until something else is unread, so that figures are not built again for nothing. */
  let known: ReadonlyMap<string, LocalText> = new Map()
  const unread = computed(() => {
    const next = unreadSlices(slices)
    const same =
      next.size === known.size && [...next].every(([id, { zh }]) => known.get(id)?.zh === zh)
    if (!same) known = next
    return known
  })

  /** All but the slices: folded once, not at every update. */
  const frame = computed(() => {
    const document = registry.document
    if (!document || !brains.value || !events.value) return null
    return {
      locale: locale(),
      space: place.id,
      today: today.value,
      states: foldAll(brains.value, events.value, today.value),
      calendar: makeCalendar(document.holidays),
      targets: document.targets,
      sources: document.sources,
      cited: document.cited,
      gaps: document.gaps,
      credit: document.credit,
    }
  })
  return computed(
    () =>
      frame.value &&
      cube.value && {
        ...frame.value,
        ...{ cube: cube.value, unread: unread.value, reporting: reporting.summary },
      },
  )
}

/**
 * A figure that is built again only when a slice it reads, the registry, the day or the language changes, or how
 * reports stand where it reads that:
 * an update of one indicator leaves all other figures the same objects.
 */
export function useFigure(
  definition: FigureDefinition,
  context: ComputedRef<FigureContext | null>,
): ComputedRef<Figure | null> {
  let inputs: readonly unknown[] = []
  let figure: Figure | null = null
  return computed(() => {
    const now = context.value
    if (!now) return null
    const next = [
      now.locale,
      now.today,
      now.states,
      now.targets,
      definition.readsReporting ? now.reporting : null,
      ...definition.indicators.flatMap(({ id }) => [
        now.cube.slices.get(id),
        now.unread?.get(id)?.zh,
      ]),
    ]
    if (figure && next.every((input, i) => input === inputs[i]) && next.length === inputs.length)
      return figure
    inputs = next
    figure = buildFigure(definition, now, tellError)
    return figure
  })
}

const READING: LocalText = { zh: '正在读取数据', en: 'Reading data' }

/** Slices of which the page holds nothing, and why: the error, or that they are on their way. */
function unreadSlices({
  slices,
  states,
}: ReturnType<typeof useSlices>): ReadonlyMap<string, LocalText> {
  const missing = [...states].filter(([id]) => !slices.has(id))
  return new Map(
    missing.flatMap(([id, { error, loading }]) => {
      if (error)
        return [
          [id, { zh: `读取失败：${error.reason.zh}`, en: `Could not be read: ${error.reason.en}` }],
        ]
      return loading ? [[id, READING]] : []
    }),
  )
}
