import { computed, type ComputedRef } from 'vue'

import { makeCalendar } from '../domain/calendar.ts'
import type { Indicator } from '../domain/indicator.ts'
import { foldAll } from '../domain/lifecycle.ts'
import type { Locale } from '../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../figures/definition.ts'
import type { Figure } from '../figures/figure.ts'
import { useClock } from '../stores/clock.ts'
import { useCube } from '../stores/cube.ts'
import { useRegistry } from '../stores/registry.ts'
import { useSpace } from '../stores/space.ts'

/** What figures look at, from the stores; null until the registry is there. Loads the indicators' slices. */
export function useFigureContext(
  indicators: readonly Indicator[],
  locale: () => Locale,
): ComputedRef<FigureContext | null> {
  const registry = useRegistry()
  const clock = useClock()
  const place = useSpace()
  const cube = useCube(indicators)
  const today = computed(() => clock.today)

  /** All but the slices: folded once, not at every update. */
  const frame = computed(() => {
    const document = registry.document
    if (!document || !cube.value) return null
    const { brains, events } = cube.value
    return {
      locale: locale(),
      space: place.id,
      today: today.value,
      states: foldAll(brains, events, today.value),
      calendar: makeCalendar(document.holidays),
      targets: document.targets,
      sources: document.sources,
      cited: document.cited,
      gaps: document.gaps,
      credit: document.credit,
    }
  })
  return computed(() => frame.value && cube.value && { ...frame.value, cube: cube.value })
}

/**
 * A figure that is built again only when a slice it reads, the registry, the day or the language changes:
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
      ...definition.indicators.map(({ id }) => now.cube.slices.get(id)),
    ]
    if (figure && next.every((input, i) => input === inputs[i]) && next.length === inputs.length)
      return figure
    inputs = next
    figure = definition.build(now)
    return figure
  })
}
