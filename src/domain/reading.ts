import type { LocalText } from './text.ts'

/**
 * Why a cell holds no value. Absent is never zero; every arithmetic step carries the reason on.
 * The order is the code in a slice's `absence` array (position + 1; 0 means present): append only.
 */
export const ABSENCE_REASONS = [
  'notReported',
  'notDue',
  'notApplicable',
  'withheld',
  'notPublic',
  'noBase',
  'mergedJanuary',
  'notAdditive',
  'unknownIndicator',
] as const

export type AbsenceReason = (typeof ABSENCE_REASONS)[number]

/**
 * Reasons that a reporter can know: the figure was not collected, the brain has no such thing, it may
 * not be given away, or January is part of 1—2月. All others are derived here: from the calendar
 * (notDue), the origin (notPublic), the arithmetic (noBase, notAdditive) and the dictionary
 * (unknownIndicator).
 */
export const REPORTED_REASONS = [
  'notReported',
  'notApplicable',
  'withheld',
  'mergedJanuary',
] as const satisfies readonly AbsenceReason[]

export const isReportedReason = (reason: AbsenceReason): boolean =>
  (REPORTED_REASONS as readonly AbsenceReason[]).includes(reason)

/** A value with its coverage, or the reason why there is none. */
export type Reading = Present | Absent

export interface Present {
  readonly value: number
  /** Parts that a total covers and parts that it should cover; both 1 for a plain observation. */
  readonly covered: number
  readonly expected: number
}

export interface Absent {
  readonly absent: AbsenceReason
  /** Parts that should have reported (0 where that is not known). */
  readonly expected: number
}

export const present = (value: number, covered = 1, expected = covered): Present => ({
  value,
  covered,
  expected,
})

export const absent = (reason: AbsenceReason, expected = 0): Absent => ({
  absent: reason,
  expected,
})

export const isPresent = (reading: Reading): reading is Present => 'value' in reading

/** The value, or null: only for drawing a gap, never for arithmetic. */
export const valueOrNull = (reading: Reading): number | null =>
  isPresent(reading) ? reading.value : null

export const absenceCode = (reason: AbsenceReason): number => ABSENCE_REASONS.indexOf(reason) + 1

export const absenceOf = (code: number): AbsenceReason => ABSENCE_REASONS[code - 1] ?? 'notReported'

/** The words printed for an absence (visual language, "Absent"). */
export const ABSENCE_TEXT: Readonly<Record<AbsenceReason, LocalText>> = {
  notReported: { zh: '未报送', en: 'not reported' },
  notDue: { zh: '未到报送期', en: 'not due yet' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  withheld: { zh: '不予公开', en: 'withheld' },
  notPublic: { zh: '未公开', en: 'not public' },
  noBase: { zh: '无基期', en: 'no base period' },
  mergedJanuary: { zh: '1—2月合并', en: 'Jan–Feb merged' },
  notAdditive: { zh: '不可加总', en: 'does not add up' },
  unknownIndicator: { zh: '无此指标', en: 'no such indicator' },
}
