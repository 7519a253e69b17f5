/** Number format of a spreadsheet: thousands, and as many decimals. */
export const numberFormat = (decimals: number): string =>
  decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
