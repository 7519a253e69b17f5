import { say } from '../../figures/text/words.ts'
import { printedNumber, type PrintedNumber } from './printedNumber.ts'
import { splitUnit } from './printedUnit.ts'
import { numberTrack, textTrack, type Track } from './track.ts'
import type { ValueCell } from './valueTable.ts'
import { isAbsenceWord, wordCell, type WordContext } from './wordCell.ts'

interface Printed extends WordContext {
  /** Unit where neither head nor cells name one. */
  readonly unit?: string
}

/**
 * A column of printed texts as numbers where all of them are, but for absent ones and words such as 持平; as
 * texts otherwise. Where the units differ by row they have a column of their own, and so have marks (*).
 */
export function printedTrack(head: string, texts: readonly string[], how: Printed): Track[] {
  const numbers = texts.map(printedNumber)
  if (!isNumeric(texts, numbers) && !texts.every(isSign)) return [textTrack(head, texts)]
  const cells = texts.map((text, row) => numbers[row]?.value ?? wordCell(text, how))
  const units = [...new Set(numbers.flatMap((number) => number?.unit ?? []))]
  const { title, unit } = splitUnit(head)
  const [only = ''] = units
  const own = units.length > 1 ? '' : only || unit || (how.unit ?? '')
  const column = (name: string, of: (number: PrintedNumber) => string): Track[] =>
    numbers.some((number) => number && of(number))
      ? [
          textTrack(
            name,
            numbers.map((number) => (number ? of(number) : '')),
          ),
        ]
      : []
  return [
    printedNumbers(title || say(how.locale, '数值', 'Value'), own, { cells, numbers }),
    ...(units.length > 1 ? column(say(how.locale, '单位', 'Unit'), (number) => number.unit) : []),
    ...column(say(how.locale, '标记', 'Mark'), (number) => number.mark),
  ]
}

interface Numbers {
  readonly cells: readonly ValueCell[]
  readonly numbers: readonly (PrintedNumber | null)[]
}

/** With the decimals that are printed: those of each row where rows differ, as rows of several units do. */
function printedNumbers(title: string, unit: string, { cells, numbers }: Numbers): Track {
  const printed = numbers.flatMap((number) => number?.decimals ?? [])
  const most = Math.max(0, ...printed)
  const track = numberTrack(title, unit, cells, most)
  if (printed.every((decimals) => decimals === most)) return track
  const decimalsByRow = numbers.map((number) => number?.decimals ?? most)
  return { ...track, column: { ...track.column, decimalsByRow } }
}

/** Nothing but the reason why there is no number. */
const isSign = (text: string): boolean => text === '—' || text === '/' || isAbsenceWord(text)

/** At least one number, and no other digits; four of them without a comma are years. */
function isNumeric(texts: readonly string[], numbers: readonly (PrintedNumber | null)[]): boolean {
  const known = texts.filter((_, row) => numbers[row])
  const others = texts.filter((_, row) => !numbers[row])
  return (
    known.length > 0 &&
    !known.every((text) => /^(19|20|21)\d\d$/.test(text)) &&
    !others.some((text) => /\d/.test(text) && !isAbsenceWord(text))
  )
}
