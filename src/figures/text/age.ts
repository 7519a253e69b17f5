import type { Locale } from '../../domain/text.ts'

/** Whole days from one ISO day (or instant) to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

/** Age of a figure in words: 今天, 1 天前, 21 天前. */
export function ageText(asOf: string, today: string, locale: Locale): string {
  const days = daysBetween(asOf, today)
  if (days <= 0) return locale === 'en' ? 'today' : '今天'
  if (locale === 'en') return days === 1 ? '1 day ago' : `${days} days ago`
  return `${days} 天前`
}

const INSTANT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

const SECOND = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** An instant to the second: 2026-11-22 22:06:41. */
export const secondText = (instant: string): string => SECOND.format(new Date(instant))

/** An instant as people in Shandong read it: 2026-11-22 22:06. */
export const instantText = (instant: string): string => INSTANT.format(new Date(instant))
