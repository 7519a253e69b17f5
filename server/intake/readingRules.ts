import type { ReportCell } from '../../src/contract/index.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { isJanuary, parsePeriod } from '../../src/domain/period.ts'
import { isReportedReason, REPORTED_REASONS } from '../../src/domain/reading.ts'
import type { AbsenceReason } from '../../src/domain/reading.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'

type Given = Pick<ReportCell, 'value' | 'absent'>

/** A cell holds a value that its indicator can have, or a reason that a reporter can give. */
export function readingFindings(
  { value, absent }: Given,
  period: string,
  indicator: Indicator,
  place: string,
): Finding[] {
  if ((value === undefined) === (absent === undefined))
    return [
      finding(
        place,
        'valueOrAbsent',
        '给出 value 或 absent 之一，且只给一个。',
        'Give either "value" or "absent", exactly one of them.',
      ),
    ]
  const merged = isMergedJanuary(period, indicator)
  if (absent !== undefined) return reasonFindings(absent, merged, `${place}/absent`)
  if (value === undefined) return []
  return merged
    ? [januaryValue(`${place}/value`)]
    : valueFindings(value, indicator, `${place}/value`)
}

/** January of a cumulative monthly flow: 1—2月 are reported together in February. */
const isMergedJanuary = (period: string, { kind }: Indicator): boolean =>
  kind === 'flow' && parsePeriod(period) !== null && isJanuary(period)

const januaryValue = (place: string): Finding =>
  finding(
    place,
    'mergedJanuary',
    '累计量一月不单独报数：1—2月合并在二月报；删去该项，或报 absent: mergedJanuary。',
    'A flow has no figure for January alone: report January–February in February; leave the cell out or give "absent": "mergedJanuary".',
  )

function reasonFindings(reason: AbsenceReason, merged: boolean, place: string): Finding[] {
  if (!isReportedReason(reason))
    return [
      finding(
        place,
        'derivedReason',
        `“${reason}”由系统推定，不能报送；可用：${REPORTED_REASONS.join('、')}。`,
        `"${reason}" is derived by the service and not reported; use one of: ${REPORTED_REASONS.join(', ')}.`,
      ),
    ]
  if (reason !== 'mergedJanuary' || merged) return []
  return [
    finding(
      place,
      'mergedJanuary',
      '仅累计量的一月可用 mergedJanuary；请报数值或其他原因。',
      'Only January of a flow is mergedJanuary: give the value or another reason.',
    ),
  ]
}

function valueFindings(value: number, { min, max, decimals }: Indicator, place: string): Finding[] {
  if (!Number.isFinite(value))
    return [finding(place, 'finite', '给出有限的数值。', 'Give a finite number.')]
  if (min !== undefined && value < min)
    return [finding(place, 'min', `不得小于 ${min}。`, `Must not be less than ${min}.`)]
  if (max !== undefined && value > max)
    return [finding(place, 'max', `不得大于 ${max}。`, `Must not be more than ${max}.`)]
  if (Math.abs(value) >= 1e15)
    return [
      finding(place, 'max', '数值过大，请核对单位。', 'The number is too large: check the unit.'),
    ]
  if (Number(value.toFixed(decimals)) === value) return []
  return [
    finding(
      place,
      'decimals',
      decimals === 0 ? '须为整数。' : `最多 ${decimals} 位小数。`,
      decimals === 0 ? 'Must be a whole number.' : `At most ${decimals} decimals.`,
    ),
  ]
}
