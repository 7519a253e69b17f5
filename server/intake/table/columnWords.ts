/** What a column of a report, or a cell above it, holds. `quiet` is known and not read. */
export type ColumnRole =
  'code' | 'name' | 'unit' | 'value' | 'period' | 'reason' | 'brain' | 'status' | 'quiet'

const WORDS: Readonly<Record<ColumnRole, readonly string[]>> = {
  code: [
    '指标编码',
    '指标代码',
    '指标编号',
    '编码',
    '代码',
    'code',
    'indicatorcode',
    'indicatorid',
    'id',
  ],
  name: ['指标', '指标名称', '名称', '项目', '指标项', 'indicator', 'indicatorname', 'name'],
  unit: ['单位', '计量单位', '指标单位', 'unit', 'units'],
  value: [
    ...[
      '本期值',
      '数值',
      '本期',
      '本期数',
      '本期数值',
      '本月',
      '本月值',
      '本月数',
      '值',
      '指标值',
      '报送值',
    ],
    ...[
      '填报值',
      '累计',
      '累计值',
      '本期累计',
      '本月累计',
      '本年累计',
      '1至本月累计',
      '1-本月累计',
    ],
    ...['value', 'thisvalue', 'figure', 'thismonth', 'thisperiod'],
  ],
  period: [
    '报送期',
    '报告期',
    '统计期',
    '期',
    '期间',
    '报送月份',
    '月份',
    '年月',
    'period',
    'month',
  ],
  reason: [
    '缺报原因',
    '未报原因',
    '缺失原因',
    '无数据原因',
    'absent',
    'reasonofabsence',
    'absencereason',
    'noreason',
  ],
  brain: [
    '产业大脑',
    '产业大脑编号',
    '产业大脑名称',
    '大脑',
    '大脑编号',
    '大脑名称',
    'brain',
    'brainid',
    'brainname',
  ],
  status: ['数据状态', '状态', 'status'],
  quiet: ['口径', '上期值', '序号', 'definition', 'lastvalue', 'no.', '#'],
}

const ROLES: ReadonlyMap<string, ColumnRole> = new Map(
  (Object.keys(WORDS) as ColumnRole[]).flatMap((role) =>
    WORDS[role].map((word) => [word, role] as const),
  ),
)

/** Words that were compared before: files alike say the same ones. */
const KEPT_WORDS = 4_096
const LONGEST_KEPT = 64
const kept = new Map<string, string>()

/** A word as it is compared: plain width, lower case, no blanks, stars, quotes or colons. */
export function wordKey(text: string): string {
  const known = kept.get(text)
  if (known !== undefined) return known
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}*:"'“”‘’、,]+/gu, '')
  if (kept.size >= KEPT_WORDS) kept.clear()
  if (text.length <= LONGEST_KEPT) kept.set(text, key)
  return key
}

export const roleOf = (text: string): ColumnRole | undefined => ROLES.get(wordKey(text))

/** «数值（亿元）» as its word and its unit; the unit is empty where there is none. */
export function splitBrackets(text: string): { readonly word: string; readonly inside: string } {
  const match =
    /^(?<word>.+?)\s*[([【]\s*(?<inside>[^()[\]【】]*(?:\([^()]*\))?)\s*[)\]】]$/su.exec(
      text.normalize('NFKC').trim(),
    )
  return { word: match?.groups?.word ?? text, inside: match?.groups?.inside ?? '' }
}
