/** Public form of a report's number: R12. */
export const reportId = (no: number): string => `R${no}`

/** The number of a report id; null for anything else. */
export function reportNumber(id: string): number | null {
  const match = /^R([1-9]\d{0,14})$/.exec(id)
  return match ? Number(match[1]) : null
}
