import { lastOfYear } from '../history.ts'
import type { Point } from '../ledger.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** Digits from which an equal figure a year later is no coincidence. */
const TELLING_DIGITS = 4

const digits = (value: number): number =>
  String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length

/** The same month of the year before, where it reads the same to the last of many digits. */
function sameAsLastYear(cell: JudgedCell): Point | undefined {
  if (digits(cell.value) < TELLING_DIGITS) return undefined
  const { year, index } = cell.time
  return cell.before.find(
    (point) => point.year === year - 1 && point.index === index && point.value === cell.value,
  )
}

/** The month before, where nothing came on and that has not happened before. */
function sameAsLastMonth(cell: JudgedCell): Point | undefined {
  const last = lastOfYear(cell)
  if (last?.value !== cell.value) return undefined
  const isUsual = cell.paces.some(({ pace }) => pace === 0)
  return isUsual ? undefined : last
}

function copied({ indicator, period, value }: JudgedCell, from: Point): Found {
  const told = namedFigure(value, indicator)
  return {
    text: {
      zh: `${period} ${told.zh}，与 ${from.period} 完全相同。`,
      en: `${period}: ${told.en}, exactly the figure of ${from.period}.`,
    },
    remedy: {
      zh: '是否照抄了前期数？当期确无发生的，请说明。',
      en: 'Was the earlier figure copied? If nothing came on, say so.',
    },
    related: [relatedFigure(indicator.id, from.period, from.value)],
  }
}

/** A cumulative figure that repeats the month before or the year before. */
export const repeated: QualityRule = {
  id: 'repeated',
  severity: 'warn',
  name: { zh: '照抄前期数', en: 'Figure repeated' },
  rationale: {
    zh: '累计量与上月相同即当月为零；以往各月都有发生的，多为照抄。四位以上有效数字与上年同期分毫不差的同理。以往已有过零发生的指标不提示。',
    en: 'A cumulative figure equal to last month’s means that nothing came on; where every earlier month had something, it was mostly copied. The same for last year’s month when four digits or more agree. Silent where empty months have occurred.',
  },
  source: {
    zh: '本系统约定；GB/T 36344—2018：准确性（数据重复率）',
    en: 'Convention; GB/T 36344-2018, accuracy',
  },
  appliesTo: ({ kind }) => kind === 'flow',
  check: (cell) => {
    if (cell.value === 0) return []
    const from = sameAsLastMonth(cell) ?? sameAsLastYear(cell)
    return from ? [copied(cell, from)] : []
  },
  examples: {
    passes: {
      report: { 'service.matches': { '2026-04': 61 } },
      history: { 'service.matches': { '2026-02': 22, '2026-03': 40 } },
    },
    fails: {
      report: { 'service.matches': { '2026-04': 40 } },
      history: { 'service.matches': { '2026-02': 22, '2026-03': 40 } },
    },
  },
}
