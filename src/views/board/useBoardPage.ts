import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { useFigureContext } from '../../components/useFigureContext.ts'
import { lastDueColumn } from '../../domain/board/board.ts'
import { monthCounts } from '../../domain/board/boardCounts.ts'
import { monthOf, shiftPeriod } from '../../domain/period.ts'
import type { BoardContext } from '../../figures/board/boardContext.ts'
import { useBoard } from '../../stores/board.ts'
import { useClock } from '../../stores/clock.ts'
import { useRegistry } from '../../stores/registry.ts'
import { useSpace } from '../../stores/space.ts'
import { filterRows } from './filterRows.ts'
import { useBoardLink } from './useBoardLink.ts'

/** What the board's page shows: the board of the span in the address, its filtered rows, its chosen month. */
export function useBoardPage() {
  const place = useSpace()
  const clock = useClock()
  const registry = useRegistry()
  const store = useBoard()
  const { locale } = useI18n()
  const link = useBoardLink()
  const figures = useFigureContext([], () => (locale.value === 'en' ? 'en' : 'zh-CN'))

  const span = computed(() => {
    const to = shiftPeriod(monthOf(clock.today), -1)
    return { from: shiftPeriod(to, 1 - link.choice.value.span), to }
  })
  const version = computed(() => registry.document?.version ?? null)
  /** Only the registry knows which day is today. */
  const read = (): void => {
    if (version.value !== null) void store.follow(span.value)
  }
  watch(() => [place.place, version.value, span.value.from, span.value.to], read, {
    immediate: true,
  })

  const context = computed((): BoardContext | null =>
    figures.value && store.read ? { ...figures.value, board: store.read.board } : null,
  )
  const column = computed(() => {
    const board = context.value?.board
    if (!board) return 0
    const chosen = board.months.indexOf(link.choice.value.month)
    return chosen >= 0 ? chosen : lastDueColumn(board)
  })
  const rows = computed(() =>
    context.value ? filterRows(context.value, column.value, link.choice.value) : [],
  )
  const counts = computed(() => (context.value ? monthCounts(context.value.board, rows.value) : []))
  const publications = computed(() => store.read?.publications ?? [])

  return {
    ...{ context, column, rows, counts, publications, read, span },
    error: computed(() => store.error),
    choice: link.choice,
    go: link.go,
  }
}
