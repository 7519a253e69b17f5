import { UNITS, type UnitId } from './indicator.ts'

/** What a unit measures: words for it, each with its power of ten over the smallest. */
interface Measure {
  readonly words: Readonly<Record<string, number>>
  /** 万, 亿 and their like may stand before a word. */
  readonly magnitudes: boolean
}

const counted = (...words: string[]): Measure => ({
  words: Object.fromEntries(words.map((word) => [word, 0])),
  magnitudes: true,
})
const fixed = (words: Readonly<Record<string, number>>): Measure => ({ words, magnitudes: false })

const MONEY: Measure = {
  words: { 元: 0, 元人民币: 0, 人民币: 0, cny: 0, rmb: 0, 'cny 10 k': 4, 'cny 100 m': 8 },
  magnitudes: true,
}
const ENERGY: Measure = {
  words: { ...{ 千瓦时: 0, 度: 0, kwh: 0, 兆瓦时: 3, mwh: 3, gwh: 6 }, '100 m kwh': 8 },
  magnitudes: true,
}
const FIRMS = counted('家', '户', '个', '家企业', '户企业', '个企业', 'firms')
const ITEMS = counted('个', '项', '款', 'items')
const PEOPLE = counted('人', '名', 'people')
const TIMES = counted('次', '次数', 'times', 'calls')
const PFLOPS = fixed({ ...{ p: 0, pflops: 0, 'p(fp16)': 0 }, ...{ t: -3, tflops: -3 }, eflops: 3 })

/**
 * By unit of the dictionary: its measure and the power of ten it stands for. PB and TB take no other: whether one is
 * 1,000 or 1,024 of the other is not agreed.
 */
const MEASURES: Readonly<Record<UnitId, readonly [Measure, number]>> = {
  yi: [MONEY, 8],
  wan: [MONEY, 4],
  percent: [fixed({ '%': 0, 百分比: 0, 百分之: 0, percent: 0, '‰': -1 }), 0],
  firms: [FIRMS, 0],
  items: [ITEMS, 0],
  brains: [counted('个', '家', 'brains'), 0],
  racks: [counted('架', '个', '标准机架', '个标准机架', '架标准机架', '机架', 'racks'), 0],
  pflops: [PFLOPS, 0],
  pb: [fixed({ pb: 0 }), 0],
  tb: [fixed({ tb: 0 }), 0],
  wanCalls: [TIMES, 4],
  wanHours: [counted('卡时', '卡小时', 'gpu hours'), 4],
  wanRecords: [counted('条', '条记录', 'records'), 4],
  times: [TIMES, 0],
  people: [PEOPLE, 0],
  wanPeople: [PEOPLE, 4],
  cases: [counted('件', 'cases'), 0],
  standards: [counted('项', '个', 'items'), 0],
  ratio: [fixed({ '': 0, 比值: 0, 倍: 0 }), 0],
  gwh: [ENERGY, 8],
  wanKwh: [ENERGY, 4],
  wanDevices: [counted('台(套)', '台套', '台/套', '台', '套', 'devices'), 4],
  wanFirms: [FIRMS, 4],
  wanItems: [ITEMS, 4],
  ms: [fixed({ 毫秒: 0, ms: 0, 秒: 3, s: 3 }), 0],
  days: [fixed({ 天: 0, 日: 0, days: 0 }), 0],
  index: [fixed({ 指数: 0, 点: 0, index: 0, '': 0 }), 0],
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  ...{
    百: 2,
    千: 3,
    万: 4,
    十万: 5,
    百万: 6,
    千万: 7,
    亿: 8,
    十亿: 9,
    百亿: 10,
    千亿: 11,
    万亿: 12,
  },
  ...{ '×10 k': 4, '100 m': 8 },
}
const MAGNITUDE = /^(×10 k|100 m|[十百千万]?亿|[十百千]?万|[百千])\s*/u

const plain = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/^单位[::]?\s*/u, '')

/** A power of ten alone, as in «1.2亿»: what it counts is left open. */
export const bareMagnitude = (written: string): number | undefined => MAGNITUDES[plain(written)]

/**
 * Powers of ten from a written unit to the indicator's: 万元 → 亿元 is −4. Null where they do not measure the same,
 * where the step between them is not agreed (TB → PB), or where the word is unknown. An id that is also a word (gwh,
 * whose unit is 亿千瓦时) is read as the word.
 */
export function unitShift(written: string, unit: UnitId): number | null {
  const word = plain(written)
  const { zh, en } = UNITS[unit]
  if (word === plain(zh) || word === plain(en)) return 0
  const [measure, own] = MEASURES[unit]
  const power = powerOf(word, measure)
  if (power === null) return written === unit ? 0 : null
  return power - own
}

function powerOf(word: string, { words, magnitudes }: Measure): number | null {
  const exact = Object.hasOwn(words, word) ? words[word] : undefined
  if (exact !== undefined) return exact
  const prefix = magnitudes ? MAGNITUDE.exec(word) : null
  if (!prefix) return null
  const base = word.slice(prefix[0].length)
  const power = Object.hasOwn(words, base) ? words[base] : undefined
  return power === undefined ? null : power + (MAGNITUDES[prefix[1] ?? ''] ?? 0)
}

/** Whether any unit of the dictionary is written so. */
export const isUnitWord = (written: string): boolean =>
  plain(written) !== '' && UNIT_IDS.some((unit) => unitShift(written, unit) !== null)

const UNIT_IDS = Object.keys(UNITS) as UnitId[]
