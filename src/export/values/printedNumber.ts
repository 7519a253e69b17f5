import { isPrintedUnit } from './printedUnit.ts'

/** A number as it was printed. */
export interface PrintedNumber {
  readonly value: number
  readonly decimals: number
  /** Unit behind it; empty where there is none. */
  readonly unit: string
  /** Sign behind it that refers to a note: *. */
  readonly mark: string
}

/** Thousands with commas or without, U+2212 as minus, a unit and a mark behind: all that figures print. */
const NUMBER = /^([+\-\u2212]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*([^\d*]*?)(\*?)$/u

/** Reads a printed number: 1,018.94 亿元*, −3.2, 85%. Null for all that is not plainly one: 2026-10, 8/9, 第3位. */
export function printedNumber(text: string): PrintedNumber | null {
  const match = NUMBER.exec(text.trim())
  if (!match) return null
  const [, sign = '', whole = '', fraction = '', unit = '', mark = ''] = match
  if (unit !== '' && !isPrintedUnit(unit)) return null
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`)
  return {
    value: sign === '' || sign === '+' ? size : 0 - size,
    decimals: fraction.length,
    unit,
    mark,
  }
}

/** The most decimals that any of the texts prints; undefined where none of them is a number. */
export const printedDecimals = (texts: readonly string[]): number | undefined =>
  texts.reduce<number | undefined>((most, text) => {
    const decimals = printedNumber(text)?.decimals
    return decimals === undefined ? most : Math.max(most ?? 0, decimals)
  }, undefined)
