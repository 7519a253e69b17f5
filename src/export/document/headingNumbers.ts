import {
  AlignmentType,
  LevelFormat,
  LevelSuffix,
  type ILevelsOptions,
  type INumberingOptions,
} from 'docx'

import type { Locale } from '../../domain/text.ts'
import { indentOf, type TypeScale } from './measures.ts'

/** Reference of the list that numbers the headings. */
export const HEADINGS = 'headings'

const COUNTED = LevelFormat.CHINESE_COUNTING_THOUSAND

/** 一、 · （一） · 1.: the first three of the four levels of GB/T 9704—2012 (7.3.3); decimal in English. */
export function headingNumbers(locale: Locale, { heading }: TypeScale): INumberingOptions {
  const indent = indentOf(heading)
  const level = (
    at: number,
    text: string,
    format: NonNullable<ILevelsOptions['format']> = LevelFormat.DECIMAL,
  ): ILevelsOptions => ({
    ...{ level: at, format, text, alignment: AlignmentType.LEFT },
    suffix: locale === 'en' ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
    style: { style: `Heading${at + 1}`, paragraph: { indent } },
  })
  const levels =
    locale === 'en'
      ? [level(0, '%1.'), level(1, '%1.%2'), level(2, '%1.%2.%3')]
      : [level(0, '%1、', COUNTED), level(1, '（%2）', COUNTED), level(2, '%3.')]
  return { config: [{ reference: HEADINGS, levels }] }
}
