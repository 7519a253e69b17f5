import { monthOf } from '../../../src/domain/period.ts'
import { readWrittenPeriod, type WrittenPeriod } from '../../../src/domain/writtenPeriod.ts'
import { dayOfSerial } from '../workbook/dateSerial.ts'
import type { TableCell } from '../workbook/table.ts'

/** Date serials from 2015 to 2100: no other writing of a period is a number between them. */
const SERIALS = { first: 42_005, last: 73_415 } as const

/** The period that a cell names: in words, as a date, or as the serial of one. 2026.1 as a number is not clear. */
export function periodOfCell({ kind, text }: TableCell): WrittenPeriod | null {
  if (kind === 'date') return { kind: 'period', period: monthOf(text) }
  if (kind === 'text') return readWrittenPeriod(text)
  if (kind !== 'number' || !/^\d+$/.test(text)) return null
  const number = Number(text)
  const day = number >= SERIALS.first && number <= SERIALS.last ? dayOfSerial(number) : null
  return day === null ? readWrittenPeriod(text) : { kind: 'period', period: monthOf(day) }
}
