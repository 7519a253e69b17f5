import { computed, watchEffect } from 'vue'
import type { ComputedRef } from 'vue'

import type { RegistryDocument } from '../contract/registry.ts'
import { makeCube } from '../domain/cube.ts'
import type { Cube } from '../domain/cube.ts'
import type { LifecycleEvent } from '../domain/event.ts'
import type { Indicator } from '../domain/indicator.ts'
import { REGIONS } from '../domain/region.ts'
import { useRegistry } from './registry.ts'
import { useSlices } from './slices.ts'

/**
 * The cube of the space over the given indicators; null until the registry is there. Asks for the registry
 * and the slices. A scene hands in just the indicators it shows, so that it bundles and loads no others;
 * a page that changes its mind also hands in `wanted`, the slices it looks at now.
 */
export function useCube(
  indicators: readonly Indicator[],
  wanted: () => readonly string[] = () => indicators.map(({ id }) => id),
): ComputedRef<Cube | null> {
  const registry = useRegistry()
  const slices = useSlices()
  void registry.follow()
  watchEffect(() => void slices.need(wanted()))
  const frame = computed(() => registry.document && frameOf(registry.document, indicators))
  return computed(() => frame.value && { ...frame.value, slices: slices.slices })
}

/** The cube without slices: what stays while they are updated. JSON holds no explicit undefined. */
const frameOf = ({ brains, events }: RegistryDocument, indicators: readonly Indicator[]): Cube =>
  makeCube({
    brains,
    events: events as readonly LifecycleEvent[],
    regions: REGIONS,
    slices: [],
    indicators,
  })
