/** The two languages of the product. zh-CN comes first everywhere; en is complete. */
export type Locale = 'zh-CN' | 'en'

/** A text in both languages. */
export interface LocalText {
  readonly zh: string
  readonly en: string
}

/** Picks the text of a locale. */
export const textOf = (text: LocalText, locale: Locale): string =>
  locale === 'en' ? text.en : text.zh
