import { describe, expect, it } from 'vitest'

import {
  ABSENCE_REASONS,
  ABSENCE_TEXT,
  absenceCode,
  absenceOf,
  absent,
  isPresent,
  present,
  valueOrNull,
} from '../../src/domain/reading.ts'

describe('reading', () => {
  it('keeps zero and absent apart', () => {
    expect(isPresent(present(0))).toBe(true)
    expect(valueOrNull(present(0))).toBe(0)
    expect(isPresent(absent('notReported'))).toBe(false)
    expect(valueOrNull(absent('notReported'))).toBeNull()
  })

  it('covers one of one part unless told otherwise', () => {
    expect(present(3)).toEqual({ value: 3, covered: 1, expected: 1 })
    expect(present(3, 4, 5)).toEqual({ value: 3, covered: 4, expected: 5 })
  })

  it.each(ABSENCE_REASONS)('stores and prints %s', (reason) => {
    expect(absenceCode(reason)).toBeGreaterThan(0)
    expect(absenceOf(absenceCode(reason))).toBe(reason)
    expect(ABSENCE_TEXT[reason].zh).not.toBe('')
    expect(ABSENCE_TEXT[reason].en).not.toBe('')
  })

  it('keeps the codes that stored slices already use', () => {
    expect(ABSENCE_REASONS.slice(0, 9).join()).toBe(
      'notReported,notDue,notApplicable,withheld,notPublic,noBase,mergedJanuary,notAdditive,unknownIndicator',
    )
  })
})
