import { plainText } from '../plainText.ts'

/** A text on one line, with single spaces. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim()
