import { computed, onScopeDispose, shallowRef, watchEffect, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { afterPaint } from '../../../components/afterPaint.ts'
import { keptQuery } from '../../../components/keptQuery.ts'
import { useFigureContext } from '../../../components/useFigureContext.ts'
import { CATALOGUE } from '../../../domain/catalogue/index.ts'
import {
  DEFAULT_SELECTION,
  emptiedBy,
  toggleFilter,
  type Filter,
  type Selection,
} from '../../../domain/selection.ts'
import { readLink, writeLink } from '../../../domain/selectionLink.ts'
import { deskIndicators, type DeskContext } from '../../../figures/desk/context.ts'
import { selectedBrains } from '../../../figures/desk/selected.ts'
import { latestMonth } from '../../../figures/latest.ts'
import { monthsOf } from './monthsOf.ts'
import { selectionVocabulary } from './selectionVocabulary.ts'

const FIRST_MONTH = '2023-01'

/** The explorer: the selection that stands in the URL, and what figures get to see of it. */
export function useExplorer() {
  const route = useRoute()
  const router = useRouter()
  const { locale } = useI18n()
  /** Slices of the selection; the selection is known once the registry is there. */
  const wanted = shallowRef<readonly string[]>([])
  const context = useFigureContext(
    CATALOGUE,
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => wanted.value,
  )
  const months = computed(() => monthsOf(context.value))
  /** The last month due: what is shown where the link names none. Later ones arrived early. */
  const due = computed(() => (context.value ? latestMonth(context.value) : FIRST_MONTH))
  const link = computed(() =>
    readLink(route.query, selectionVocabulary(context.value, months.value)),
  )
  /** Chosen, and not in the link yet. */
  const ahead = shallowRef<Selection | null>(null)
  /** Until the registry is there nothing can be checked: the link is read as it stands. */
  const selection = computed<Selection>((last) => {
    const next = ahead.value ?? (context.value ? link.value.selection : DEFAULT_SELECTION)
    return last && isSameLink(last, next) ? last : next
  })
  watchEffect(() => (wanted.value = deskIndicators(selection.value)))
  const dropped = computed(() => (context.value ? link.value.dropped : []))

  const desk: ComputedRef<DeskContext | null> = computed(() => {
    const base = context.value
    if (!base) return null
    const brains = selectedBrains(base, selection.value)
    const period = selection.value.period ?? latestMonth(base)
    return { ...base, selection: selection.value, brains, period }
  })
  const empty = computed(() => {
    const now = desk.value
    if (!now || now.brains.length > 0) return null
    return emptiedBy(now.cube.brains, now.states, now.selection)
  })

  /** Moves within the desk: everything follows at once, and the link when that is painted. */
  function select(next: Selection, how: 'push' | 'replace' = 'push'): void {
    const { path } = route
    ahead.value = next
    afterPaint(async () => {
      if (ahead.value !== next || route.path !== path) return
      await router[how]({ query: { ...keptQuery(route.query), ...writeLink(next) } })
      if (ahead.value === next) ahead.value = null
    })
  }
  onScopeDispose(() => (ahead.value = null))

  const change = (part: Partial<Selection>, how?: 'push' | 'replace'): void =>
    select({ ...selection.value, ...part }, how)
  const toggle = (filter: Filter, value: string | number): void =>
    select(toggleFilter(selection.value, filter, value))
  const lift = (filter: Filter): void => change({ [filter]: [] })
  const focus = (brain: string): void =>
    change({ focus: selection.value.focus === brain ? null : brain })

  /** The last month due is the default: no link names it. */
  const setPeriod = (period: string, how?: 'push' | 'replace'): void =>
    change({ period: period === due.value ? null : period }, how)

  return {
    ...{ context, desk, selection, dropped, empty, months, due },
    ...{ change, toggle, lift, focus, setPeriod },
  }
}

export type Explorer = ReturnType<typeof useExplorer>

const isSameLink = (a: Selection, b: Selection): boolean =>
  a === b || JSON.stringify(writeLink(a)) === JSON.stringify(writeLink(b))
