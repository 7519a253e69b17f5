/** A decimal text times a power of ten, exactly: `12345` by −4 is `1.2345`. */
export function shiftDecimal(decimal: string, power: number): string {
  const { sign, whole, part } = parts(decimal)
  const digits = whole + part
  const point = whole.length + power
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0')
  return joined(sign, padded.slice(0, Math.max(0, point)), padded.slice(Math.max(0, point)))
}

/** A decimal text with so many decimals at most, halves away from zero: `1.235` with two is `1.24`. */
export function roundDecimal(decimal: string, decimals: number): string {
  const { sign, whole, part } = parts(decimal)
  if (part.length <= decimals) return joined(sign, whole, part)
  const kept = BigInt(whole + part.slice(0, decimals)) + (part.charAt(decimals) >= '5' ? 1n : 0n)
  const digits = String(kept).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return joined(sign, digits.slice(0, point), digits.slice(point))
}

/** How many decimals a text has, trailing zeros apart. */
export const decimalsOf = (decimal: string): number => parts(decimal).part.replace(/0+$/, '').length

/**
 * A number as a decimal text without exponent, with the 15 digits that a spreadsheet keeps: what binary arithmetic
 * left behind them (0.30000000000000004) goes.
 */
export function decimalOf(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e')
  return shiftDecimal(mantissa, Number(exponent))
}

function parts(decimal: string): { sign: string; whole: string; part: string } {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = decimal.slice(sign.length).split('.')
  return { sign, whole: whole || '0', part }
}

function joined(sign: string, whole: string, part: string): string {
  const [head, tail] = [whole.replace(/^0+(?=\d)/, '') || '0', part.replace(/0+$/, '')]
  const text = tail === '' ? head : `${head}.${tail}`
  return text === '0' ? text : sign + text
}
