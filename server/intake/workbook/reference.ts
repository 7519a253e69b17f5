const A = 64
const LETTERS = 26

/** Column and row of an A1 reference, from 1; null for anything else. */
export function readReference(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference)
  if (!match) return null
  const [, letters = '', row] = match
  let column = 0
  for (const letter of letters) column = column * LETTERS + letter.charCodeAt(0) - A
  return { column, row: Number(row) }
}

/** `C7` of column 3 and row 7. */
export function referenceOf(column: number, row: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / LETTERS))
    letters = String.fromCharCode(A + 1 + ((left - 1) % LETTERS)) + letters
  return `${letters}${row}`
}
