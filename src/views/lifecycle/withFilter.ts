import type { Figure } from '../../figures/figure.ts'

/** A figure over a part of the programme says so wherever it goes; the same where nothing is left out. */
export const withFilter = (figure: Figure, words: string): Figure =>
  words === '' ? figure : { ...figure, notes: [words, ...figure.notes] }
