import { useElementSize } from '@vueuse/core'
import { computed, shallowRef, type Ref } from 'vue'

import { isChart, type ChartContext } from '../charts/chartFigure.ts'
import { makeLook } from '../charts/look.ts'
import { spotAt, spotsOf, type Spot } from '../charts/spots.ts'
import { isStep, stepFrom } from '../charts/spotSteps.ts'
import type { Figure } from '../figures/figure.ts'
import { readoutOf } from '../figures/readout.ts'
import { canDraw } from './canDraw.ts'
import { useScale } from './scale.ts'

/** Where the cursor stands, and who moves it. */
interface Cursor {
  readonly key: string
  readonly by: 'pointer' | 'keys'
}

/**
 * The one cursor of a chart, moved by pointer and keys alike: where it stands, what is said there. The
 * places are worked out when the cursor is first there, and only then.
 */
export function useSpots(
  box: Readonly<Ref<HTMLElement | null>>,
  figure: () => Figure,
  context: () => ChartContext | undefined,
) {
  const { width, height } = useElementSize(box)
  const scale = useScale()
  const cursor = shallowRef<Cursor | null>(null)

  const spots = computed((): readonly Spot[] => {
    const now = figure()
    const { look: name, u, t } = scale.value
    if (!isChart(now) || !canDraw() || width.value < 40 || height.value < 20) return []
    const look = makeLook(name, { width: width.value, height: height.value, u, t })
    return spotsOf(now, look, context())
  })
  const at = computed(
    () => (cursor.value && spots.value.find(({ key }) => key === cursor.value?.key)) ?? null,
  )
  const readout = computed(() => at.value && readoutOf(figure(), at.value.row, at.value.column))
  const byKeys = computed(() => cursor.value?.by === 'keys')

  function point(x: number, y: number): Spot | null {
    const spot = spotAt(spots.value, x, y)
    cursor.value = spot && { key: spot.key, by: 'pointer' }
    return spot
  }
  /** True where the key has moved the cursor. */
  function step(key: string): boolean {
    const next = isStep(key) ? stepFrom(spots.value, at.value, key) : null
    if (next) cursor.value = { key: next.key, by: 'keys' }
    return next !== null
  }
  /** The cursor leaves; only that of `by`, where it is given. */
  function leave(by?: Cursor['by']): void {
    if (by === undefined || cursor.value?.by === by) cursor.value = null
  }
  return { spots, at, readout, byKeys, width, height, point, step, leave }
}
