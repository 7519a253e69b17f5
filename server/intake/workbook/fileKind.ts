import { FileRefused } from './fileRefused.ts'

export type FileKind = 'xlsx' | 'csv' | 'json'

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** Stream of an encrypted workbook inside an OLE container, in UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const TEXT_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]
/** First bytes of files that people send by mistake: PDF, RAR, 7z, PNG, JPEG, GIF, gzip. */
const OTHERS = [
  ...[
    [0x25, 0x50, 0x44, 0x46],
    [0x52, 0x61, 0x72, 0x21],
    [0x37, 0x7a, 0xbc, 0xaf],
  ],
  ...[
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x1f, 0x8b],
  ],
]
const LOOKED_AT = 4_096

/**
 * What a file is by its first bytes. Its name must not say otherwise: throws FileRefused `extension`, `macros`,
 * `encrypted`, `oldExcel`, `binaryWorkbook`, `notSupported` or `emptyFile`.
 */
export function fileKind(bytes: Uint8Array, fileName: string, contentType: string): FileKind {
  if (bytes.length === 0) throw new FileRefused('emptyFile')
  const extension = /\.([a-z\d]{1,5})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, OLE)) throw new FileRefused(oleRule(bytes))
  const kind = startsWith(bytes, ZIP) ? 'xlsx' : textKind(bytes, extension, contentType)
  if (extension === 'xlsm' || extension === 'xltm') throw new FileRefused('macros')
  if (extension === 'xlsb') throw new FileRefused('binaryWorkbook')
  if (!(EXTENSIONS[kind] as readonly string[]).includes(extension))
    throw new FileRefused(TABLES.has(extension) ? 'extension' : 'notSupported')
  return kind
}

const EXTENSIONS = {
  xlsx: ['xlsx', 'xltx', ''],
  csv: ['csv', 'txt', 'tsv', ''],
  json: ['json', ''],
} as const
/** Names of workbooks and tables, the old Excel's among them: another name is of no report at all. */
const TABLES: ReadonlySet<string> = new Set(['xls', ...Object.values(EXTENSIONS).flat()])

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)

const oleRule = (bytes: Uint8Array): 'encrypted' | 'oldExcel' =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED)
    ? 'encrypted'
    : 'oldExcel'

function textKind(bytes: Uint8Array, extension: string, contentType: string): FileKind {
  if (OTHERS.some((magic) => startsWith(bytes, magic))) throw new FileRefused('notSupported')
  const head = bytes.subarray(0, LOOKED_AT)
  if (head.includes(0) && !TEXT_MARKS.some((mark) => startsWith(head, mark)))
    throw new FileRefused('notSupported')
  const start = Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (start.startsWith('<')) throw new FileRefused('notSupported')
  if (extension === 'json' || (extension === '' && /\bjson\b/i.test(contentType))) return 'json'
  return start.startsWith('{') ? 'json' : 'csv'
}
