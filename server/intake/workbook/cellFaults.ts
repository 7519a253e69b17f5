import type { IntakeFinding } from '../intakeCell.ts'
import { placeOf } from './fileRefused.ts'
import { FILE_LIMITS } from './limits.ts'

const rows = FILE_LIMITS.rows.toLocaleString('en')

/** A sheet goes on after the last row that is read. */
export const tooManyRows = (sheet: string | null): IntakeFinding => ({
  ...{ place: placeOf(sheet), rule: 'tooManyRows', severity: 'block' },
  text: {
    zh: `工作表超过 ${rows} 行或 ${FILE_LIMITS.cells.toLocaleString('en')} 个单元格，其余没有读取。`,
    en: `There are more than ${rows} rows or ${FILE_LIMITS.cells.toLocaleString('en')} cells; the rest was not read.`,
  },
  remedy: {
    zh: '一次只报一个月的指标：删去明细数据后重传。',
    en: 'Report the indicators of one month: remove the detailed data and upload it again.',
  },
})

/** Something stands right of the last column that is read. */
export const tooManyColumns = (sheet: string | null, cell: string): IntakeFinding => ({
  ...{ place: placeOf(sheet, cell), rule: 'tooManyColumns', severity: 'warn' },
  text: {
    zh: `第 ${FILE_LIMITS.columns} 列以后的内容没有读取。`,
    en: `What stands right of column ${FILE_LIMITS.columns} was not read.`,
  },
  remedy: {
    zh: '把要报送的列移到前面，删去其余的列。',
    en: 'Move the columns that are reported to the front and remove the others.',
  },
})
