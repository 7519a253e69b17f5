import { computed, onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { lastDuePeriod, makeCalendar, reportDue } from '../../domain/calendar.ts'
import { monthOf, parsePeriod, periodRange, shiftPeriod } from '../../domain/period.ts'
import { isInScope } from '../../domain/rights.ts'
import { useClock } from '../../stores/clock.ts'
import { useRegistry } from '../../stores/registry.ts'
import { useSession } from '../../stores/session.ts'
import { useSpace } from '../../stores/space.ts'

/** Months back that are offered; an earlier one is opened by a link. */
const MONTHS = 36

/** For which brain and month a report is handed in: those that may be chosen, and the choice, kept in the link. */
export function useReportTarget() {
  const route = useRoute()
  const router = useRouter()
  const registry = useRegistry()
  const session = useSession()
  const place = useSpace()
  const clock = useClock()
  onMounted(() => void registry.follow())

  const brains = computed(() => {
    const scope = session.scope('report', place.id)
    const all = registry.document?.brains ?? []
    return all.filter(({ id, city }) => isInScope(scope, { entity: id, city }))
  })
  const calendar = computed(() => makeCalendar(registry.document?.holidays ?? []))
  /** The last month that has ended, which may be reported before it is due. */
  const ended = computed(() => shiftPeriod(monthOf(clock.today), -1))
  const months = computed(() => {
    const offered = periodRange(shiftPeriod(ended.value, 1 - MONTHS), ended.value).reverse()
    return offered.includes(period.value) ? offered : [...offered, period.value]
  })

  const put = (change: Readonly<Record<string, string>>): void =>
    void router.replace({ query: { ...route.query, ...change } })
  const brain = computed({
    get: () => {
      const asked = route.query['brain']
      const found = brains.value.find(({ id }) => id === asked)
      return found?.id ?? (brains.value.length === 1 ? (brains.value[0]?.id ?? null) : null)
    },
    set: (id: string | null) => put({ brain: id ?? '' }),
  })
  const period = computed({
    get: () => {
      const asked = route.query['period']
      const isMonth = typeof asked === 'string' && parsePeriod(asked)?.cadence === 'month'
      return isMonth && asked <= ended.value ? asked : lastDuePeriod(calendar.value, clock.today)
    },
    set: (id: string) => put({ period: id }),
  })
  const choose = (chosen: string, month: string): void => put({ brain: chosen, period: month })
  const due = computed(() => reportDue(calendar.value, period.value))
  const target = computed(() => (brain.value ? { brain: brain.value, period: period.value } : null))

  return { brains, months, brain, period, due, target, choose, registry }
}
