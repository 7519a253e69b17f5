import type { AbsenceReason } from '../reading.ts'
import { ABSENCE_REASONS, absenceCode } from '../reading.ts'

/** Absence codes as slices store them (0 is a value). */
export const NOT_REPORTED = absenceCode('notReported')
export const NOT_APPLICABLE = absenceCode('notApplicable')
export const NOT_PUBLIC = absenceCode('notPublic')
export const NO_BASE = absenceCode('noBase')
export const MERGED_JANUARY = absenceCode('mergedJanuary')
export const NOT_ADDITIVE = absenceCode('notAdditive')
export const UNKNOWN_INDICATOR = absenceCode('unknownIndicator')

const COUNTED: readonly AbsenceReason[] = ['notReported', 'withheld', 'notPublic', 'noBase']

/** By code: 1 where the cell counts as a part that a total should cover and does not. */
export const EXPECTS = byCode(0, (reason) => (COUNTED.includes(reason) ? 1 : 0))

const WEAK_TO_STRONG: readonly AbsenceReason[] = [
  'notApplicable',
  'notDue',
  'notReported',
  'withheld',
  'notPublic',
  'noBase',
  'mergedJanuary',
  'notAdditive',
  'unknownIndicator',
]

/** By code: when all parts of a total are absent, the strongest reason is the total's. */
export const STRENGTH = byCode(0, (reason) => WEAK_TO_STRONG.indexOf(reason) + 1)

const KEPT: readonly AbsenceReason[] = ['withheld', 'notPublic', 'mergedJanuary']

/** By code of an absent comparison cell: the reason of the comparison. */
export const AS_BASE = byCode(0, (reason) =>
  KEPT.includes(reason) ? absenceCode(reason) : NO_BASE,
)

function byCode(value: number, of: (reason: AbsenceReason) => number): Uint8Array {
  return Uint8Array.from([value, ...ABSENCE_REASONS.map(of)])
}
