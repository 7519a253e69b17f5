import { cleanText } from '../cleanText.ts'

/** A text on one line, with single spaces. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()
