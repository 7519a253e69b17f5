import { zipSync } from 'fflate'

import type { OddFile } from './oddFile.ts'
import { raw, report, REVENUE } from './corpusReport.ts'
import { zipped } from './madeWorkbook.ts'

const good = () => report([[...REVENUE, 100]])
const DONE = ['cluster.revenue 100']

const ole = (text: string): Uint8Array => {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([head, Buffer.alloc(600), Buffer.from(text, 'utf16le')])
}

/** A package whose first entry says that it holds other sizes than it does. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes)
  for (let at = changed.indexOf('PK\x01\x02'); at >= 0; at = changed.indexOf('PK\x01\x02', at + 4))
    if (changed.toString('utf8', at + 46, at + 46 + changed.readUInt16LE(at + 28)) === name)
      changed.writeUInt32LE(size, at + 24)
  return changed
}

/** A plain report, one part of which is said to be so large. */
const sized = (part: string, size: number) => raw(lying(good().bytes, part, size), '报送.xlsx')

/** The first bytes of a deflated stream turned over: the package looks whole, its content is not. */
function damaged(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes)
  const at = changed.indexOf('xl/worksheets/sheet1.xml') + 40
  for (let i = at; i < at + 20; i++) changed[i] = (changed[i] ?? 0) ^ 0xff
  return changed
}

/** Files that are broken, hostile, or no report at all. */
export const fileCases: readonly OddFile[] = [
  { name: 'a plain report', file: good, cells: DONE },
  { name: 'an empty file', file: () => raw('', '报送.xlsx'), told: ['emptyFile'] },
  {
    name: 'a file of 11 MB',
    file: () => raw(new Uint8Array(11_000_000).fill(32), '报送.csv'),
    told: ['tooLarge'],
  },
  {
    name: 'a truncated upload',
    file: () => raw(good().bytes.slice(0, 900), '报送.xlsx'),
    told: ['truncated'],
  },
  {
    name: 'damaged content',
    file: () => raw(damaged(good().bytes), '报送.xlsx'),
    told: ['corrupt'],
  },
  { name: 'macros by its name', file: () => raw(good().bytes, '报送.xlsm'), told: ['macros'] },
  {
    name: 'macros inside an .xlsx',
    file: () => report([[...REVENUE, 100]], {}, { parts: { 'xl/vbaProject.bin': 'x' } }),
    told: ['macros'],
  },
  {
    name: 'a workbook with a password',
    file: () => raw(ole('EncryptedPackage'), '报送.xlsx'),
    told: ['encrypted'],
  },
  { name: 'an .xls of Excel 97', file: () => raw(ole('Workbook'), '报送.xls'), told: ['oldExcel'] },
  {
    name: 'an .xls with another extension',
    file: () => raw(ole('Workbook'), '报送.xlsx'),
    told: ['oldExcel'],
  },
  {
    name: 'a binary workbook',
    file: () =>
      raw(zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), '报送.xlsx'),
    told: ['binaryWorkbook'],
  },
  {
    name: 'a CSV called .xlsx',
    file: () => raw('指标,本期值\n集群营业收入,100\n', '报送.xlsx'),
    told: ['extension'],
  },
  {
    name: 'a workbook called .csv',
    file: () => raw(good().bytes, '报送.csv'),
    told: ['extension'],
  },
  {
    name: 'a workbook called .xls',
    file: () => raw(good().bytes, '报送.xls'),
    told: ['extension'],
  },
  { name: 'a PDF', file: () => raw('%PDF-1.7\n', '报送.pdf'), told: ['notSupported'] },
  {
    name: 'a PDF called .xlsx',
    file: () => raw('%PDF-1.7\n', '报送.xlsx'),
    told: ['notSupported'],
  },
  {
    name: 'a picture',
    file: () => raw(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), '报送.xlsx'),
    told: ['notSupported'],
  },
  {
    name: 'a web page called .xls',
    file: () => raw('<html><table><tr><td>1</td></tr></table></html>', '报送.xls'),
    told: ['notSupported'],
  },
  {
    name: 'a document of Word',
    file: () =>
      raw(
        zipped({
          '[Content_Types].xml': '<Types/>',
          '_rels/.rels': '<Relationships/>',
          'word/document.xml': '<x/>',
        }),
        '报送.xlsx',
      ),
    told: ['notWorkbook'],
  },
  {
    name: 'an OpenDocument',
    file: () =>
      raw(
        zipped({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': '<x/>',
        }),
        '报送.xlsx',
      ),
    told: ['notWorkbook'],
  },
  {
    name: 'a ZIP of pictures',
    file: () => raw(zipSync({ 'a.png': new Uint8Array(9) }), '报送.xlsx'),
    told: ['notWorkbook'],
  },
  {
    name: 'a package without its workbook',
    file: () => report([], {}, { parts: { 'xl/workbook.xml': null } }),
    told: ['corrupt'],
  },
  {
    name: 'a package without its sheet',
    file: () => report([], {}, { parts: { 'xl/worksheets/sheet1.xml': null } }),
    told: ['corrupt'],
  },
  {
    name: 'a zip bomb that says so',
    file: () => sized('xl/styles.xml', 120_000_000),
    told: ['zipBomb'],
  },
  {
    name: 'a zip bomb below the sum',
    file: () => sized('xl/worksheets/sheet1.xml', 60_000_000),
    told: ['zipBomb'],
  },
  {
    name: 'a zip bomb that lies about its size',
    file: () => {
      const { bytes } = report(
        [],
        {},
        { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000) } },
      )
      return raw(lying(bytes, 'xl/worksheets/sheet1.xml', 2_000), '报送.xlsx')
    },
    told: ['zipBomb'],
  },
  {
    name: '3,000 parts',
    file: () =>
      report(
        [],
        {},
        {
          parts: Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`xl/x${i}.xml`, ''])),
        },
      ),
    told: ['tooManyEntries'],
  },
]
