import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'

/** How many rows and columns found no room; empty for none. A picture stands alone: it points to no table. */
export function leftOut(locale: Locale, rows: number, columns = 0): string {
  const counted = (count: number, name: string): string =>
    count === 0 ? '' : `${count} more ${count === 1 ? name : `${name}s`}`
  const zh = [rows && `${rows} 行`, columns && `${columns} 列`].filter(Boolean).join('、')
  const en = [counted(rows, 'row'), counted(columns, 'column')].filter(Boolean).join(' and ')
  return zh ? say(locale, `图幅所限，另有 ${zh}未列出`, `No room for ${en}`) : ''
}
