import type { Locale } from '../../../domain/text.ts'
import { inLanguage } from './slideXml.ts'

/** The notes of a slide with a paragraph for every line: the library writes one with line ends in it. */
export const notesXml = (xml: string, locale: Locale): string =>
  inLanguage(xml, locale).replace(
    /<a:p><a:r>(<a:rPr [^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/,
    (_, type: string, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => (line ? `<a:p><a:r>${type}<a:t>${line}</a:t></a:r></a:p>` : '<a:p/>'))
        .join(''),
  )
