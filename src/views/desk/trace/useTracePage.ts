import { computed, onScopeDispose, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

import { useFigureContext } from '../../../components/useFigureContext.ts'
import { CATALOGUE, indicatorOf } from '../../../domain/catalogue/index.ts'
import { ALL_REGIONS } from '../../../domain/county.ts'
import type { Indicator } from '../../../domain/indicator.ts'
import { absent, type Reading } from '../../../domain/reading.ts'
import { stepsOf, type TraceStep } from '../../../domain/trace.ts'
import {
  readTrace,
  targetReadings,
  type TraceQuestion,
  type TraceTarget,
} from '../../../domain/traceTarget.ts'
import type { FigureContext } from '../../../figures/definition.ts'
import { latestMonth } from '../../../figures/latest.ts'
import { useSlices } from '../../../stores/slices.ts'
import { useTrace } from '../../../stores/trace.ts'

/** Everything that a trace shows, from its link and the stores; null until the registry is there. */
export interface TracePage {
  readonly context: FigureContext
  readonly question: TraceQuestion
  readonly reading: Reading
  /** What weighs a total of a rate. */
  readonly weight: Indicator | null
}

/** The entity of which observations exist; null for a total. */
const entityOf = (target: TraceTarget): string | null =>
  target.kind === 'brain' ? target.brain.id : target.kind === 'region' ? target.id : null

const weightOf = ({ aggregation }: Indicator): Indicator | null =>
  aggregation.how === 'weighted' ? (indicatorOf(aggregation.by) ?? null) : null

const one = (part: string | readonly string[] | undefined): string =>
  typeof part === 'string' ? part : ''

/** Reads the link, loads the slices it needs, and follows the history of its cell. */
export function useTracePage() {
  const route = useRoute()
  const { locale } = useI18n()
  const slices = useSlices()
  const trace = useTrace()
  const link = computed(() => {
    const { indicator, entity, period } = route.params
    return { indicator: one(indicator), entity: one(entity), period: one(period) }
  })
  const wanted = (): string[] => {
    const indicator = indicatorOf(link.value.indicator)
    const weight = indicator && weightOf(indicator)
    return indicator ? [indicator.id, ...(weight ? [weight.id] : [])] : [CATALOGUE[0]?.id ?? '']
  }
  const language = () => (locale.value === 'en' ? ('en' as const) : ('zh-CN' as const))
  const context = useFigureContext(CATALOGUE, language, wanted)
  const page = computed(() => context.value && pageOf(context.value, link.value))
  const cell = computed(() => {
    if (!page.value) return null
    const { indicator, target, period } = page.value.question
    const entity = entityOf(target)
    return entity === null ? null : { indicator: indicator.id, entity, period }
  })
  watch(
    () => JSON.stringify([cell.value, slices.slices.get(cell.value?.indicator ?? '')?.version]),
    () => {
      if (cell.value) void trace.follow(cell.value)
      else trace.leave()
    },
    { immediate: true },
  )
  onScopeDispose(trace.leave)
  const steps: ComputedRef<readonly TraceStep[] | null> = computed(() => {
    const { history } = trace
    const first = history?.observations[0]
    const isMine = !first || first.entity === cell.value?.entity
    return history && isMine ? stepsOf(history.observations, history.reports) : null
  })
  const isLoaded = computed(() => slices.slices.has(page.value?.question.indicator.id ?? ''))
  return { page, steps, isLoaded, error: computed(() => trace.error) }
}

function pageOf(context: FigureContext, link: Parameters<typeof readTrace>[0]): TracePage {
  const times = { latest: latestMonth(context), today: context.today }
  const question = readTrace(link, { brains: context.cube.brains, regions: ALL_REGIONS }, times)
  const { indicator, target, period } = question
  const [reading] = targetReadings(context.cube, indicator.id, target, [period])
  return {
    context,
    question,
    reading: reading ?? absent('notReported'),
    weight: weightOf(indicator),
  }
}
