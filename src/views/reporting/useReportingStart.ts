import { computed, shallowRef, watch } from 'vue'

import { cellOf, type BoardCell } from '../../domain/board/board.ts'
import { isOpen } from '../../domain/board/boardState.ts'
import type { Brain } from '../../domain/brain.ts'
import { makeCalendar, workDaysBetween } from '../../domain/calendar.ts'
import { useBoard } from '../../stores/board.ts'
import { useClock } from '../../stores/clock.ts'
import { useIntake } from '../../stores/intake.ts'
import type { DraftHead } from '../../stores/intake.ts'
import { useRegistry } from '../../stores/registry.ts'
import { useSession } from '../../stores/session.ts'

type Named = Pick<Brain, 'id' | 'name'>

/** A brain to report for, and how its month stands; null where that is not known. */
export interface BrainChoice extends Named {
  readonly cell: BoardCell | null
}

/** Choices that are shown at once; the search finds the others. */
const SHOWN = 12
/** Drafts of one's own that are shown. */
const OWN = 8

/** What a reporter sees before a brain is chosen: who still has to report the month, and their own drafts. */
export function useReportingStart(
  brains: () => readonly Named[],
  month: () => { readonly period: string; readonly due: string },
) {
  const board = useBoard()
  const clock = useClock()
  const intake = useIntake()
  const registry = useRegistry()
  const session = useSession()
  const wanted = shallowRef('')
  const drafts = shallowRef<readonly DraftHead[] | null>(null)

  watch(
    () => month().period,
    (period) => void board.follow({ from: period, to: period }),
    {
      immediate: true,
    },
  )

  const choices = computed(() => {
    const read = board.read?.board
    const rows = new Map(read?.brains.map((id, row) => [id, row]))
    const column = read?.months.indexOf(month().period) ?? -1
    return brains().map(({ id, name }): BrainChoice => {
      const row = rows.get(id)
      const isKnown = read !== undefined && row !== undefined && column >= 0
      return { id, name, cell: isKnown ? cellOf(read, row, column) : null }
    })
  })
  const matching = computed(() => {
    const text = wanted.value.trim().toLowerCase()
    return choices.value
      .filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(text))
      .sort((a, b) => urgency(b) - urgency(a))
  })
  const shown = computed(() => matching.value.slice(0, SHOWN))

  /** Work days from today to the due day of the month; below 0 when it has passed. */
  const left = computed(() =>
    workDaysBetween(makeCalendar(registry.document?.holidays ?? []), clock.today, month().due),
  )

  /** One's own, the latest first. Rejects with a DataError. */
  async function loadDrafts(): Promise<void> {
    const { rows } = await intake.drafts({})
    const own = `user:${session.user?.name ?? ''}`
    drafts.value = rows.filter(({ by }) => by === own).slice(0, OWN)
  }

  return { wanted, matching, shown, left, drafts, loadDrafts }
}

/** What has to be done first: overdue and returned, then what is still due; who owes nothing comes last. */
const urgency = ({ cell }: BrainChoice): number => {
  if (!cell) return 0
  if (isOpen(cell.state)) return 2 + cell.days
  if (cell.state === 'pending') return 1
  return cell.state === 'notExpected' ? -1 : 0
}
