import type { OddFile } from './oddFile.ts'
import { FIRMS, report, REVENUE } from './corpusReport.ts'
import type { MadeCell, MadeBook } from './madeWorkbook.ts'

const RATE: readonly MadeCell[] = ['compute.rackUtilisation', '机架上架率', '%']
const RACKS = (unit: string): readonly MadeCell[] => ['compute.racksBuilt', '建成标准机架数', unit]
const MONEY = (unit: string): readonly MadeCell[] => ['cluster.revenue', '集群营业收入', unit]

/** A report of one row, whose value stands in D4. */
const one =
  (row: readonly MadeCell[], book: Partial<MadeBook> = {}) =>
  () =>
    report([row], {}, book)

const D4 = '报送!D4'

/** Texts, formulas, formats, units and reasons. */
export const valueCases: readonly OddFile[] = [
  {
    name: 'a text «1,234.5»',
    file: one([...REVENUE, '1,234.5']),
    cells: ['cluster.revenue 1234.5'],
    note: '1,234.5',
  },
  {
    name: 'a text «１２３»',
    file: one([...FIRMS, '１２３']),
    cells: ['cluster.aboveScaleFirms 123'],
    note: '１２３',
  },
  {
    name: 'a text «12.3%»',
    file: one([...RATE, '12.3%']),
    cells: ['compute.rackUtilisation 12.3'],
    note: '12.3%',
  },
  {
    name: 'a number in percent format',
    file: one([...RATE, { v: 0.123, s: 'percent' }]),
    cells: ['compute.rackUtilisation 12.3'],
    note: '12.3%',
  },
  {
    name: 'a percentage where money is asked',
    file: one([...REVENUE, '12.3%']),
    told: [`unit ${D4}`],
  },
  {
    name: 'a text with blanks of all kinds',
    file: one([...REVENUE, '\u00a01\u2009234.5　']),
    cells: ['cluster.revenue 1234.5'],
    note: '234.5',
  },
  {
    name: 'a true minus sign',
    file: one(['cluster.profit', '集群利润总额', '亿元', '−5.2']),
    cells: ['cluster.profit -5.2'],
    note: '−5.2',
  },
  {
    name: 'a negative in brackets',
    file: one(['cluster.profit', '集群利润总额', '亿元', '（5.2）']),
    cells: ['cluster.profit -5.2'],
    note: '（5.2）',
  },
  { name: 'a dash', file: one([...REVENUE, '—']), told: [`notNumber ${D4}`] },
  { name: 'a stroke', file: one([...REVENUE, '/']), told: [`notNumber ${D4}`] },
  { name: '无', file: one([...REVENUE, '无']), told: [`notNumber ${D4}`] },
  { name: '约12', file: one([...FIRMS, '约12']), told: [`notNumber ${D4}`] },
  { name: 'a range', file: one([...FIRMS, '12-15']), told: [`notNumber ${D4}`] },
  { name: 'a decimal comma', file: one([...REVENUE, '1,5']), told: [`notNumber ${D4}`] },
  {
    name: 'scientific notation as a text',
    file: one([...REVENUE, '1.23E+05']),
    told: [`notNumber ${D4}`],
  },
  {
    name: 'a name where a figure belongs',
    file: one([...REVENUE, '见附件']),
    told: [`notNumber ${D4}`],
  },
  { name: '未报', file: one([...REVENUE, '未报']), cells: ['cluster.revenue notReported'] },
  { name: '不适用', file: one([...REVENUE, '不适用']), cells: ['cluster.revenue notApplicable'] },
  {
    name: 'a reason from the list',
    file: one([...REVENUE, null, '不予公开']),
    cells: ['cluster.revenue withheld'],
  },
  {
    name: 'a dash with a reason',
    file: one([...REVENUE, '—', '未报送']),
    cells: ['cluster.revenue notReported'],
  },
  {
    name: 'two reasons that differ',
    file: one([...REVENUE, '不适用', '未报送']),
    told: [`valueOrAbsent ${D4}`],
  },
  {
    name: 'a value and a reason',
    file: one([...REVENUE, 100, '未报送']),
    told: [`valueOrAbsent ${D4}`],
  },
  {
    name: 'a reason of their own',
    file: one([...REVENUE, null, '还没统计']),
    told: ['reason 报送!E4'],
  },
  {
    name: '«1.2亿» under 亿元',
    file: one([...REVENUE, '1.2亿']),
    cells: ['cluster.revenue 1.2'],
    note: '1.2亿',
  },
  {
    name: '«1.2亿元» under 万元',
    file: one([...MONEY('万元'), '1.2亿元']),
    cells: ['cluster.revenue 1.2'],
    note: '1.2亿元',
  },
  { name: '«1.2亿» under 万元', file: one([...MONEY('万元'), '1.2亿']), told: [`magnitude ${D4}`] },
  {
    name: '«1.2万» of firms',
    file: one([...FIRMS, '1.2万']),
    cells: ['cluster.aboveScaleFirms 12000'],
    note: '换算',
  },
  {
    name: '«12家»',
    file: one([...FIRMS, '12家']),
    cells: ['cluster.aboveScaleFirms 12'],
    note: '12家',
  },
  {
    name: '万元 to 亿元',
    file: one([...MONEY('万元'), 12_300]),
    cells: ['cluster.revenue 1.23'],
    note: '12300 万元换算为 1.23 亿元',
  },
  {
    name: '元 to 亿元',
    file: one([...MONEY('元'), 123_000_000]),
    cells: ['cluster.revenue 1.23'],
    note: '换算',
  },
  { name: '元 that vanish in 亿元', file: one([...MONEY('元'), 123]), told: [`vanishes ${D4}`] },
  {
    name: '户 for 家',
    file: one(['cluster.aboveScaleFirms', null, '户', 12]),
    cells: ['cluster.aboveScaleFirms 12'],
  },
  {
    name: '万标准机架 to 架',
    file: one([...RACKS('万标准机架'), 1.25]),
    cells: ['compute.racksBuilt 12500'],
    note: '换算',
  },
  {
    name: 'TB for PB',
    file: one(['compute.storage', '存力规模', 'TB', 100]),
    told: ['unit 报送!C4'],
  },
  { name: '吨 for 亿元', file: one([...MONEY('吨'), 100]), told: ['unit 报送!C4'] },
  {
    name: 'percentage points for %',
    file: one(['compute.rackUtilisation', null, '个百分点', 2]),
    told: ['unit 报送!C4'],
  },
  {
    name: 'a formula with its result',
    file: one([...REVENUE, { v: 100, f: 'SUM(A1:A9)' }]),
    cells: ['cluster.revenue 100'],
    note: '公式',
  },
  {
    name: 'a formula of texts',
    file: one([...REVENUE, { v: '1,000', t: 'str', f: 'TEXT(A1,"#,##0")' }]),
    cells: ['cluster.revenue 1000'],
    note: '公式',
  },
  {
    name: 'a formula without its result',
    file: one([...REVENUE, { f: 'SUM(A1:A9)' }]),
    told: [`uncalculated ${D4}`],
  },
  {
    name: 'an error #REF!',
    file: one([...REVENUE, { v: '#REF!', t: 'e', f: '#REF!' }]),
    told: [`errorValue ${D4}`],
  },
  {
    name: 'an error #DIV/0!',
    file: one([...REVENUE, { v: '#DIV/0!', t: 'e', f: '1/0' }]),
    told: [`errorValue ${D4}`],
  },
  {
    name: 'a formula over another file',
    file: one([...REVENUE, { v: 100, f: '[1]汇总!B2' }]),
    cells: ['cluster.revenue 100'],
    told: [`externalLink ${D4}?`],
    note: '公式',
  },
  {
    name: 'what binary arithmetic left',
    file: one([...REVENUE, { v: 0.30000000000000004 }]),
    cells: ['cluster.revenue 0.3'],
  },
  {
    name: 'more decimals than are printed',
    file: one([...REVENUE, 33.333333]),
    cells: ['cluster.revenue 33.33'],
    note: '四舍五入',
  },
  { name: 'half a firm', file: one([...FIRMS, 12.5]), cells: ['cluster.aboveScaleFirms 12.5'] },
  {
    name: 'a number in exponents',
    file: one([...REVENUE, { v: '1.2E3' }]),
    cells: ['cluster.revenue 1200'],
  },
  {
    name: 'a date where a figure belongs',
    file: one([...FIRMS, { v: 46_086, s: 'day' }]),
    told: [`date ${D4}`],
  },
  { name: 'a truth value', file: one([...FIRMS, { v: 1, t: 'b' }]), told: [`notNumber ${D4}`] },
  {
    name: 'a format in thousands',
    file: one([...REVENUE, { v: 12_300, s: 'thousands' }]),
    cells: ['cluster.revenue 12300'],
    told: [`scaledFormat ${D4}?`],
  },
  {
    name: 'a format with a drawn point',
    file: one([...REVENUE, { v: 12_300, s: 'point' }]),
    cells: ['cluster.revenue 12300'],
    told: [`scaledFormat ${D4}?`],
  },
  {
    name: 'a format with a colour',
    file: one([...REVENUE, { v: 100, s: 'plain' }]),
    cells: ['cluster.revenue 100'],
  },
  {
    name: 'rich text with a phonetic hint',
    file: one([
      ...REVENUE,
      { is: '<r><t>1,2</t></r><r><t>34</t></r><rPh sb="0" eb="1"><t>9</t></rPh>' },
    ]),
    cells: ['cluster.revenue 1234'],
    note: '1,234',
  },
  {
    name: 'a shared string',
    file: one([...FIRMS, { v: 0, t: 's' }], { sharedStrings: ['<t>1２</t>'] }),
    cells: ['cluster.aboveScaleFirms 12'],
    note: '1２',
  },
]
