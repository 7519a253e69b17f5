import { computed, shallowRef, watch } from 'vue'

import { REPORTED_INDICATORS } from '../../domain/catalogue/index.ts'
import { INDICATOR_GROUPS } from '../../domain/indicator.ts'
import { shiftPeriod } from '../../domain/period.ts'
import { failureOf } from '../../stores/failure.ts'
import type { Failure } from '../../stores/failure.ts'
import { useIntake } from '../../stores/intake.ts'
import type { ReportTarget, StandingValue } from '../../stores/intake.ts'
import { useKeptSettings } from '../../stores/keptSettings.ts'
import { useSession } from '../../stores/session.ts'
import { useSpace } from '../../stores/space.ts'
import { blankEntries, formFile, keptEntries, readEntry } from './formReport.ts'
import type { FormEntries, FormEntry } from './formReport.ts'

const MONTHLY = REPORTED_INDICATORS.filter(({ cadence }) => cadence === 'month')

/** The online form of a brain and month: what is typed is kept in this browser until it is handed in. */
export function useReportForm(target: () => ReportTarget) {
  const intake = useIntake()
  const settings = useKeptSettings()
  const session = useSession()
  const place = useSpace()
  const entries = shallowRef<FormEntries>({})
  const status = shallowRef<'preliminary' | 'final'>('final')
  const standing = shallowRef<ReadonlyMap<string, StandingValue>>(new Map())
  const unread = shallowRef<Failure | null>(null)

  /** Of one person: the next one at this browser does not see what was typed. */
  const key = (): string => {
    const { brain, period } = target()
    return ['report-form', place.id, session.user?.name ?? '', brain, period].join('|')
  }
  const earlier = computed(() => shiftPeriod(target().period, -1))

  async function open(): Promise<void> {
    const asked = target()
    entries.value = keptEntries(settings.read(key()), blankEntries(MONTHLY, asked.period))
    standing.value = new Map()
    unread.value = null
    try {
      const found = await intake.standing(asked.brain, earlier.value, asked.period)
      if (asked === target()) standing.value = found
    } catch (cause) {
      unread.value = failureOf(cause)
    }
  }
  watch(target, open, { immediate: true })

  function put(indicator: string, entry: FormEntry): void {
    entries.value = { ...entries.value, [indicator]: entry }
    settings.keep(key(), entries.value)
  }

  const groups = computed(() =>
    INDICATOR_GROUPS.flatMap((group) => {
      const lines = MONTHLY.filter((indicator) => indicator.group === group).map((indicator) => {
        const entry = entries.value[indicator.id] ?? { text: '', absent: '' as const }
        return {
          ...{ indicator, entry, read: readEntry(entry, indicator) },
          last: standing.value.get(`${indicator.id}|${earlier.value}`) ?? null,
          now: standing.value.get(`${indicator.id}|${target().period}`) ?? null,
        }
      })
      return lines.length > 0 ? [{ group, lines }] : []
    }),
  )
  const lines = computed(() => groups.value.flatMap((group) => group.lines))
  const cells = computed(() =>
    lines.value.flatMap(({ read }) => (read.kind === 'cell' ? [read.cell] : [])),
  )
  const faults = computed(() => lines.value.filter(({ read }) => read.kind === 'fault').length)

  const file = (): File =>
    formFile({ ...target(), status: status.value, by: session.user?.name ?? place.id }, cells.value)

  /** Forgets what was typed: it was handed in, or begun anew. */
  function empty(): void {
    settings.keep(key(), null)
    entries.value = blankEntries(MONTHLY, target().period)
  }

  return { groups, cells, faults, status, unread, put, file, empty }
}
