/** The number that a printed cell stands for; null for words and absent values. */
export function numberOf(cell: string | undefined): number | null {
  if (cell === undefined) return null
  const text = cell
    .replaceAll(',', '')
    .replace('\u2212', '-')
    .replace(/[%＋+]/g, '')
    .trim()
  if (text === '' || !/^-?\d/.test(text)) return cell === '持平' || cell === 'flat' ? 0 : null
  return Number.parseFloat(text)
}

/**
 * Positions of the rows in the order asked for: numbers by size, words by their characters; absent
 * values always last. Without an order the rows stay as they are.
 */
export function sortRows(
  rows: readonly (readonly string[])[],
  sort: { readonly column: number; readonly descending: boolean } | null,
): number[] {
  const order = rows.map((_, i) => i)
  if (!sort) return order
  const sign = sort.descending ? -1 : 1
  const cells = rows.map((row) => row[sort.column])
  const numbers = cells.map(numberOf)
  const numeric = numbers.some((value) => value !== null)
  return order.sort((a, b) => {
    if (!numeric) return sign * (cells[a] ?? '').localeCompare(cells[b] ?? '', 'zh-CN')
    const [x, y] = [numbers[a] ?? null, numbers[b] ?? null]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y) || a - b
  })
}
