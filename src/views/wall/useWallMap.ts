import { computed, ref, watch, type Ref } from 'vue'

import type { FigureContext } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'
import type { MapArea } from '../../figures/kinds/mapFigure.ts'
import { useCarousel } from './useCarousel.ts'
import { useCountyMap } from './useCountyMap.ts'
import { useDrill } from './useDrill.ts'

/** Ranked places first, then those that lack a value, last those without a brain. */
const turn = ({ rank, value }: MapArea): number =>
  rank ?? (value.absent === 'notApplicable' ? 2_000 : 1_000)

/** Places of a map in the order in which they come into focus: best rank first. */
const placesOf = (figure: Figure | null): readonly string[] =>
  figure?.kind === 'map'
    ? [...figure.areas, ...(figure.beside ?? [])]
        .sort((a, b) => turn(a) - turn(b))
        .map(({ id }) => id)
    : []

/**
 * What the wall's map shows: the province with its carousel of cities, or one city with its counties, by
 * one of the scene's indicators. The carousel stands still while a city is open and goes on from that city.
 */
export function useWallMap(
  maps: readonly Readonly<Ref<Figure | null>>[],
  context: Readonly<Ref<FigureContext | null>>,
) {
  const index = ref(0)
  const isHeld = ref(false)
  const province = computed(() => maps[index.value % maps.length]?.value ?? null)
  const cities = useCarousel(
    computed(() => placesOf(province.value)),
    isHeld,
  )
  const { city, enter, leave, touch } = useDrill(cities.paused)
  const { figure: counties, failed } = useCountyMap(city, index, context)
  const places = useCarousel(
    computed(() => placesOf(counties.value)),
    ref(true),
  )
  const isDrilled = computed(() => city.value !== null)
  const walk = computed(() => (isDrilled.value ? places : cities))

  watch(
    city,
    (now, before) => {
      isHeld.value = now !== null
      if (before) cities.pick(before)
    },
    { immediate: true },
  )
  watch(counties, (now, before) => {
    if (now?.id !== before?.id) places.pick(placesOf(now)[0] ?? '')
  })

  const moved = (move: () => void): void => {
    touch()
    move()
  }

  /** One level down, into the city in focus; false where there is none deeper. */
  function descend(): boolean {
    if (isDrilled.value || province.value?.kind !== 'map') return false
    enter(cities.current.value)
    return true
  }

  return {
    figure: computed(() => (isDrilled.value ? counties.value : province.value)),
    focus: computed(() => walk.value.current.value),
    paused: cities.paused,
    city,
    failed,
    next: () => moved(walk.value.next),
    previous: () => moved(walk.value.previous),
    toggle: cities.toggle,
    indicator: (by: 1 | -1) =>
      moved(() => (index.value = (index.value + by + maps.length) % maps.length)),
    /** Focuses a place; the city that is already in focus opens. */
    pick: (id: string) =>
      moved(() =>
        id === cities.current.value ? descend() || places.pick(id) : walk.value.pick(id),
      ),
    descend,
    leave,
    /** Into the city in focus, or back. */
    drill: () => (isDrilled.value ? leave() : void descend()),
  }
}
