import type { OddFile } from './oddFile.ts'
import { raw } from './corpusReport.ts'

const LINES =
  '产业大脑,轮胎产业大脑\n报送期,2026年10月\n指标,单位,本期值\n集群营业收入,亿元,100\n规模以上企业数,家,12\n'
const BOTH = ['cluster.revenue 100', 'cluster.aboveScaleFirms 12']

/** «集群营业收入,单位,数值» in GB18030, as Chinese Excel writes a CSV; Node encodes UTF-8 only. */
const GBK = Buffer.from(
  'd6b8b1ea2cb5a5cebb2cb1bec6dad6b50abcafc8bad3aad2b5cad5c8eb2cd2dad4aa2c3130300a',
  'hex',
)
const GBK_MARK = Buffer.from('84319533', 'hex')

const csv =
  (text: string, fileName = '报送.csv') =>
  () =>
    raw(text, fileName)

/** Separated texts in all encodings, with all separators and line ends. */
export const csvCases: readonly OddFile[] = [
  { name: 'CSV in UTF-8', file: csv(LINES), cells: BOTH },
  { name: 'CSV in UTF-8 with a mark', file: csv(`\ufeff${LINES}`), cells: BOTH },
  { name: 'CSV in GB18030', file: () => raw(GBK, '报送.csv'), cells: ['cluster.revenue 100'] },
  {
    name: 'CSV in GB18030 with a mark',
    file: () => raw(Buffer.concat([GBK_MARK, GBK]), '报送.csv'),
    cells: ['cluster.revenue 100'],
  },
  {
    name: 'text in UTF-16 by Excel',
    file: () => raw(Buffer.from(`\ufeff${LINES.replaceAll(',', '\t')}`, 'utf16le'), '报送.txt'),
    cells: BOTH,
  },
  {
    name: 'CSV in no encoding',
    file: () =>
      raw(
        Buffer.concat([Buffer.from('指标,本期值\n'), Buffer.from([0xff, 0x80, 0x0a])]),
        '报送.csv',
      ),
    told: ['encoding'],
  },
  {
    name: 'CSV with a byte 0',
    file: () => raw(Buffer.from('指标,本期值\n\0,1\n'), '报送.csv'),
    told: ['notSupported'],
  },
  { name: 'CSV with semicolons', file: csv(LINES.replaceAll(',', ';')), cells: BOTH },
  { name: 'CSV with tabs', file: csv(LINES.replaceAll(',', '\t'), '报送.tsv'), cells: BOTH },
  {
    name: 'CSV that names its separator',
    file: csv(`sep=|\r\n${LINES.replaceAll(',', '|')}`),
    cells: BOTH,
  },
  { name: 'CSV with line ends of Windows', file: csv(LINES.replaceAll('\n', '\r\n')), cells: BOTH },
  { name: 'CSV with line ends of old Macs', file: csv(LINES.replaceAll('\n', '\r')), cells: BOTH },
  {
    name: 'CSV with everything in quotes',
    file: csv(LINES.replaceAll(/[^,\n]+/g, '"$&"').replace('"100"', '"1,000"')),
    note: '1,000',
    cells: ['cluster.revenue 1000', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'CSV with line breaks and quotes in a text',
    file: csv(
      LINES.replace('集群营业收入,亿元,100', '"集群\n营业收入",亿元,100').replace(
        '规模以上企业数,',
        '"规模以上""企业数""",',
      ),
    ),
    cells: BOTH,
  },
  {
    name: 'CSV with a quote that never closes',
    file: csv(LINES.replace('规模以上企业数', '"规模以上企业数')),
    cells: ['cluster.revenue 100'],
    told: ['csvQuote A5'],
  },
  {
    name: 'CSV of 25,000 lines',
    file: csv(LINES + '甲,元,\n'.repeat(25_000)),
    cells: BOTH,
    told: ['tooManyRows'],
  },
  {
    name: 'CSV with formulas',
    file: csv('指标,单位,本期值\n集群营业收入,亿元,=1+1\n'),
    told: ['notNumber C2'],
  },
  { name: 'CSV of something else', file: csv('姓名,电话\n张三,531\n'), told: ['noTable'] },
  {
    name: 'CSV with codes and a unit that differs',
    file: csv('code,unit,value\ncluster.revenue,万元,12300\n'),
    cells: ['cluster.revenue 1.23'],
    note: '换算',
  },
]
