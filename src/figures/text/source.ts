import type { Source } from '../../domain/brain.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from './words.ts'

/** Publisher and title of a publication. Addresses of mirrors are never shown. */
export const sourceText = (source: Source | undefined): string =>
  source ? `${source.publisher}《${source.title}》` : ''

/** Publisher, shortened to its first name, with 待核 for reprints. */
export function sourceMark(source: Source | undefined, locale: Locale): string {
  if (!source) return ''
  const publisher = source.publisher.split(/[（(/;；]/)[0]?.trim() ?? ''
  return source.confidence === 'C'
    ? `${publisher} · ${say(locale, '待核', 'unverified')}`
    : publisher
}
