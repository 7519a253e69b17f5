import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'

/** How many rows and columns found no room, and where they are; empty for none. */
export const leftOut = (locale: Locale, rows: number, columns = 0): string =>
  [
    rows ? say(locale, `其余 ${rows} 行见数据表`, `${rows} more rows in the data table`) : '',
    columns
      ? say(locale, `其余 ${columns} 列见数据表`, `${columns} more columns in the data table`)
      : '',
  ]
    .filter(Boolean)
    .join(say(locale, '；', '; '))
