import type { LocalText } from '../../../src/domain/text.ts'
import { FILE_LIMITS } from './limits.ts'

/** What is wrong, and what to do about it. */
export interface Fault {
  readonly text: LocalText
  readonly remedy: LocalText
}

const fault = (zh: string, en: string, zhRemedy: string, enRemedy: string): Fault => ({
  text: { zh, en },
  remedy: { zh: zhRemedy, en: enRemedy },
})

const AS_XLSX = [
  '在 Excel 或 WPS 中打开，另存为 .xlsx 后再传。',
  'Open it in Excel or WPS and save it as .xlsx.',
] as const
const AGAIN = [
  '在 Excel 或 WPS 中打开检查，另存后重新上传。',
  'Open it in Excel or WPS, save it again and upload that.',
] as const
const FROM_TEMPLATE = [
  '下载本月模板，把数值粘贴进去再传。',
  'Download the template of the month and paste the figures into it.',
] as const

/** Faults of a whole file, by rule: nothing of it is read. */
export const FILE_FAULTS = {
  emptyFile: fault(
    '文件是空的。',
    'The file is empty.',
    '选择填好的报表再传。',
    'Choose the report that was filled in.',
  ),
  tooLarge: fault(
    `文件超过 ${FILE_LIMITS.bytes / 1e6} MB。`,
    `The file is larger than ${FILE_LIMITS.bytes / 1e6} MB.`,
    '删去图片、附件和与报送无关的工作表。',
    'Remove pictures, attachments and sheets that are not part of the report.',
  ),
  tooMuch: fault(
    '文件内容太多，读取超时或内存不足。',
    'The file holds more than can be read in the time and memory there is.',
    '删去与报送无关的工作表和行，或改用当期模板。',
    'Remove sheets and rows that are not part of the report, or use the template of the period.',
  ),
  macros: fault('文件含有宏。', 'The file holds macros.', ...AS_XLSX),
  encrypted: fault(
    '文件设有打开密码。',
    'The file is protected by a password.',
    '去掉打开密码后再传。',
    'Remove the password for opening it and upload it again.',
  ),
  oldExcel: fault('这是旧版 Excel（.xls）文件。', 'This is an old Excel file (.xls).', ...AS_XLSX),
  binaryWorkbook: fault(
    '这是二进制工作簿（.xlsb）。',
    'This is a binary workbook (.xlsb).',
    ...AS_XLSX,
  ),
  notSupported: fault(
    '不是可以读取的报表：只收 XLSX、CSV 或 JSON。',
    'This is no report that can be read: XLSX, CSV or JSON only.',
    ...AS_XLSX,
  ),
  extension: fault(
    '文件扩展名与内容不符。',
    'The name of the file does not fit what it holds.',
    '不要直接改扩展名：用 Excel 或 WPS 另存为所需格式。',
    'Do not rename it: save it in the wanted format with Excel or WPS.',
  ),
  truncated: fault(
    '文件不完整，可能没有传完。',
    'The file is incomplete; the upload may have broken off.',
    ...AGAIN,
  ),
  corrupt: fault('文件已损坏，无法读取。', 'The file is damaged and cannot be read.', ...AGAIN),
  zipBomb: fault(
    `文件解开后超过 ${FILE_LIMITS.inflated / 1e6} MB，或压缩率异常。`,
    `Unpacked, the file passes ${FILE_LIMITS.inflated / 1e6} MB or an unusual ratio.`,
    ...FROM_TEMPLATE,
  ),
  tooManyEntries: fault(
    `文件内的部件超过 ${FILE_LIMITS.entries} 个。`,
    `The file is made of more than ${FILE_LIMITS.entries} parts.`,
    ...FROM_TEMPLATE,
  ),
  doctype: fault(
    '文件内有文档类型声明（DOCTYPE），不予读取。',
    'A part of the file declares a document type (DOCTYPE) and is not read.',
    ...FROM_TEMPLATE,
  ),
  notWorkbook: fault('压缩包里没有工作簿。', 'The package holds no workbook.', ...AS_XLSX),
  tooManySheets: fault(
    `工作表超过 ${FILE_LIMITS.sheets} 张。`,
    `There are more than ${FILE_LIMITS.sheets} sheets.`,
    '只保留要报送的工作表。',
    'Keep only the sheets that are reported.',
  ),
  encoding: fault(
    '文字编码无法识别。',
    'The encoding of the text is not known.',
    '保存为 UTF-8 或 GB18030（GBK）编码的 CSV。',
    'Save the CSV as UTF-8 or GB18030.',
  ),
  json: fault(
    '不是有效的 JSON。',
    'This is not valid JSON.',
    '按接口说明 /api/openapi.json 生成。',
    'Write it as /api/openapi.json says.',
  ),
} as const

export type FileRule = keyof typeof FILE_FAULTS
