import { placesOf } from './places.ts'

/** Height of a line over the size of its letters, in points; Chinese faces are tall. */
const LINE = 1.5
export const SIZE = 11
/** Excel refuses rows above 409.5 points. */
const HIGHEST = 400

/** Height of a plain row in points. */
export const PLAIN_HEIGHT = Math.ceil(SIZE * LINE)

/** Lines that a text needs in a width of so many characters. */
export const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(placesOf(line) / Math.max(1, width - 2))), 0)

/** Height of a row with so many lines: not every program measures wrapped cells when it opens a file. */
export const rowHeight = (lines: number, size = SIZE): number =>
  Math.min(HIGHEST, Math.ceil(lines * size * LINE))
