import { computed, onMounted, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { useAttempt } from '../../components/useAttempt.ts'
import { parsePeriod } from '../../domain/period.ts'
import { CITIES } from '../../domain/region.ts'
import { DRAFT_STATES, useIntake } from '../../stores/intake.ts'
import type { DraftHead, DraftState } from '../../stores/intake.ts'
import { useRegistry } from '../../stores/registry.ts'

/** What the queue is filtered by; all of it stands in the link. */
export interface QueueFilter {
  readonly state: DraftState | 'all'
  readonly period: string
  readonly city: string
}

/**
 * Drafts that wait, the oldest first. A draft that a step was taken of keeps its place, with its new state, until the
 * queue is fetched again: whoever works through it does not lose the line.
 */
export function useReviewQueue() {
  const route = useRoute()
  const router = useRouter()
  const intake = useIntake()
  const registry = useRegistry()
  const { busy, failure, attempt } = useAttempt()
  const rows = shallowRef<readonly DraftHead[]>([])
  const total = shallowRef(0)
  const next = shallowRef<string | null>(null)

  const filter = computed((): QueueFilter => {
    const { state, period, city } = route.query
    return {
      state: state === 'all' ? 'all' : (DRAFT_STATES.find((one) => one === state) ?? 'submitted'),
      period: typeof period === 'string' && parsePeriod(period) ? period : '',
      city: CITIES.find((id) => id === city) ?? '',
    }
  })
  const put = (change: Readonly<Record<string, string>>): void =>
    void router.replace({ query: { ...route.query, ...change } })

  const filterKey = (): string => Object.values(filter.value).join('|')
  const question = () => {
    const { state, period, city } = filter.value
    return { ...(state !== 'all' && { state }), ...(period && { period }), ...(city && { city }) }
  }
  /** A page of what the filter asks for; one that comes after the filter was changed is not listed. */
  const read = (before: readonly DraftHead[], after?: string): Promise<boolean> =>
    attempt(async () => {
      const asked = filterKey()
      const found = await intake.queue(question(), after)
      if (asked !== filterKey()) return
      rows.value = [...before, ...found.rows]
      next.value = found.next ?? null
      total.value = found.total
    })
  const load = (): Promise<boolean> => read([])
  /** The page behind those that are listed; a draft that came meanwhile is behind them all. */
  const more = (): Promise<boolean> => read(rows.value, next.value ?? undefined)
  onMounted(() => void registry.follow())
  watch(filterKey, load, { immediate: true })

  /** A draft in its place as it is by now. */
  const replace = (head: DraftHead): void => {
    rows.value = rows.value.map((row) => (row.id === head.id ? head : row))
  }

  const openId = computed(() => {
    const { draft } = route.query
    return typeof draft === 'string' && draft !== '' ? draft : null
  })
  const open = (id: string): void => put({ draft: id })

  return { filter, put, rows, total, next, load, more, busy, failure, replace, openId, open }
}
