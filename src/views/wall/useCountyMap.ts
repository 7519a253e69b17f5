import { computed, ref, shallowRef, watch, type Ref } from 'vue'

import { tellError } from '../../components/tellError.ts'
import { buildFigure } from '../../figures/buildFigure.ts'
import type * as CountyMaps from '../../figures/countyMap.ts'
import type { FigureContext } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'

type Module = typeof CountyMaps

/**
 * The map of a city's counties by the indicator at `index`. The table of counties is fetched with the first
 * city; `failed` when that did not work, until another city is asked for.
 */
export function useCountyMap(
  city: Readonly<Ref<string | null>>,
  index: Readonly<Ref<number>>,
  context: Readonly<Ref<FigureContext | null>>,
) {
  const module = shallowRef<Module | null>(null)
  const failed = ref(false)

  watch(
    city,
    async (wanted) => {
      failed.value = false
      if (wanted === null || module.value) return
      try {
        module.value = await import('../../figures/countyMap.ts')
      } catch {
        failed.value = true
      }
    },
    { immediate: true },
  )

  const definition = computed(() => {
    const [id, loaded] = [city.value, module.value]
    if (id === null || !loaded) return null
    const { countyMap, COUNTY_INDICATORS } = loaded
    const asked = COUNTY_INDICATORS[index.value % COUNTY_INDICATORS.length]
    return asked ? countyMap({ city: id, ...asked }) : null
  })
  const figure = computed<Figure | null>(() =>
    definition.value && context.value
      ? buildFigure(definition.value, context.value, tellError)
      : null,
  )
  return { figure, failed }
}
