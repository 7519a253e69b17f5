import * as z from 'zod/mini'

/** Text of several lines: no control character but the line break, no lone surrogate, no invisible format character. */
const PRINTABLE = /^(?=[\s\S]*\S)(?:[^\p{Cc}\p{Cf}\p{Cs}]|\n)*$/u

/** Free text of several lines, bounded. */
export const Paragraph = z.string().check(z.minLength(1), z.maxLength(4000), z.regex(PRINTABLE))
