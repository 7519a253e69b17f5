const MARKS = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** A name without invisible marks that turn its direction of reading or make it look like another one. */
export const withoutMarks = (text: string): string => text.replace(MARKS, '')
