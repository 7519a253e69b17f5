import type { Locale } from '../domain/text.ts'

/** 2026年11月22日; in English as ISO writes it. */
export function dayWords(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number)
  return locale === 'en' ? day : `${year}年${month}月${date}日`
}
