import type { Locale } from '../domain/text.ts'
import { say } from '../figures/text/words.ts'

/** Name of the product: who signs what it writes, never an office. */
export const productName = (locale: Locale): string =>
  say(locale, '山东工业经济大脑', 'Shandong Industrial Economy Brain')
