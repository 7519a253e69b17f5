/**
 * Terms of the programme. A pilot is built for two years, then accepted; two full years without a passed
 * assessment end the right to build (notices of 2023 and 2024: S01, S03). How long acceptance may take is not
 * public: three months are this product's own rule.
 */
export const TERMS = {
  pilotMonths: 24,
  acceptanceMonths: 3,
  passWithinMonths: 24,
  sources: ['S01', 'S03'],
} as const

/** Days before a deadline from which it is warned of, the earliest first. */
export const WARN_DAYS = [90, 30, 7] as const

/**
 * The same day so many months later, the last day of that month where it has no such day: 28 February 2026 for 24
 * months after 29 February 2024.
 */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
