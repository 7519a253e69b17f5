import type { Locale } from '../../../domain/text.ts'

/**
 * A slide or layout of the library as the schema has it: numbers of shapes stand once, properties of a paragraph
 * at its beginning, tables name their first row, words are in the language of the deck.
 */
export function slideXml(xml: string, locale: Locale): string {
  let id = 1
  return inLanguage(xml, locale)
    .replace(/(<p:cNvPr id=")(\d+)(")/g, (_, before: string, own: string, after: string) =>
      own === '1' ? `${before}1${after}` : `${before}${++id}${after}`,
    )
    .replace(/(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[\s\S]*?<\/a:pPr>)/g, '$1')
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
}

/** The library writes English wherever it is not told otherwise. */
export const inLanguage = (xml: string, locale: Locale): string =>
  locale === 'en' ? xml : xml.replaceAll(' lang="en-US"', ` lang="${locale}" altLang="en-US"`)
