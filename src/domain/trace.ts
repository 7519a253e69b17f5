import { SHANGHAI_MS } from './shanghai.ts'
import { type Calendar, reportDue, workDaysBetween } from './calendar.ts'
import type { AbsenceReason } from './reading.ts'
import type { ObservationOrigin, ObservationStatus } from './slice.ts'

/** One observation of a cell as the store keeps it. */
export interface ObservedCell {
  readonly seq: number
  readonly indicator: string
  readonly period: string
  readonly entity: string
  readonly value: number | null
  readonly absent: AbsenceReason | null
  readonly status: ObservationStatus
  readonly origin: ObservationOrigin
  readonly knownAt: string
  readonly report: string
  /** Where the report's file states it, when it came in a file. */
  readonly place?: { readonly sheet: string | null; readonly cell: string } | null | undefined
}

/** A file that figures came in. */
export interface ReportFile {
  readonly name: string
  readonly sha256: string
}

/** Head of one report, or of one import of a publication (`source` set, no brain). */
export interface ReportHead {
  readonly id: string
  readonly brain: string | null
  readonly period: string | null
  readonly by: string
  readonly reason: string | null
  readonly receivedAt: string
  readonly knownAt: string
  readonly sha256: string
  readonly cells: number
  readonly source: string | null
  /** Null where it came as a message. */
  readonly file?: ReportFile | null | undefined
  /** The report that this one takes back, and the one that took this one back. */
  readonly undoes?: string | null | undefined
  readonly undoneBy?: string | null | undefined
}

/** What an observation did to its cell. */
export type StepKind = 'first' | 'revised' | 'withdrawn' | 'supplied' | 'confirmed'

/** One observation beside the one before it. */
export interface TraceStep {
  readonly now: ObservedCell
  readonly before: ObservedCell | null
  readonly kind: StepKind
  readonly report: ReportHead | null
}

/** The history of a cell (newest first, as the service gives it) as steps from old to new. */
export const stepsOf = (
  observations: readonly ObservedCell[],
  reports: ReadonlyMap<string, ReportHead>,
): readonly TraceStep[] =>
  observations.map((now, i) => {
    const before = observations[i + 1] ?? null
    return { now, before, kind: kindOf(now, before), report: reports.get(now.report) ?? null }
  })

function kindOf(now: ObservedCell, before: ObservedCell | null): StepKind {
  if (!before) return 'first'
  if (now.value === before.value && now.absent === before.absent) return 'confirmed'
  if (before.value === null) return 'supplied'
  return now.value === null ? 'withdrawn' : 'revised'
}

/** The day of an instant in Shandong (UTC+8, no summer time). */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10)

/** When a report was due, and how many work days later it became known (negative: earlier). */
export interface Punctuality {
  readonly due: string
  readonly day: string
  readonly late: number
}

/** Of a brain's report for a period; null for a publication or a counter-report, which are due on no day. */
export function punctualityOf(calendar: Calendar, report: ReportHead): Punctuality | null {
  if (report.brain === null || report.period === null || report.undoes) return null
  const due = reportDue(calendar, report.period)
  const day = dayOf(report.knownAt)
  return { due, day, late: workDaysBetween(calendar, due, day) }
}
