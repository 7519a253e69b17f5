import { expectedMagnitude } from '../expected.ts'
import type { Indicator } from '../../indicator.ts'
import type { LocalText } from '../../text.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { figureText, namedFigure } from '../words.ts'

/** 10 (a digit), 100 (percent), 1,000 (千元, W and kW), 10,000 (万元 and 亿元), 10⁸ (元 and 亿元). */
const POWERS = [1, 2, 3, 4, 8] as const

/** Half width of the band around a power of ten, in powers of ten: within a factor of 1.6. */
const BAND = 0.2

/** Steps of the last decimal that a figure must have before its magnitude means anything. */
const TELLING_STEPS = 10

/** The power of ten by which a figure misses what is expected of it; 0 for none. A percent slips by 100 only. */
export function slippedPower(
  value: number,
  expected: number,
  { unit, decimals }: Indicator,
): number {
  if (value <= 0 || expected < TELLING_STEPS * 10 ** -decimals) return 0
  const distance = Math.log10(value / expected)
  const power = POWERS.find((candidate) => Math.abs(Math.abs(distance) - candidate) <= BAND) ?? 0
  return unit === 'percent' && power !== 2 ? 0 : Math.sign(distance) * power
}

/** The unit that was probably used, by how the figure missed. */
const GUESSES: Readonly<Record<string, LocalText>> = {
  'yi:4': { zh: '万元', en: 'CNY 10 k' },
  'yi:8': { zh: '元', en: 'CNY' },
  'gwh:4': { zh: '万千瓦时', en: '10 k kWh' },
  'gwh:8': { zh: '千瓦时', en: 'kWh' },
  'wanKwh:-4': { zh: '亿千瓦时', en: '100 m kWh' },
  'wanKwh:4': { zh: '千瓦时', en: 'kWh' },
  'wanCalls:4': { zh: '次', en: 'calls' },
  'wanHours:4': { zh: '卡时', en: 'GPU hours' },
  'wanDevices:4': { zh: '台（套）', en: 'devices' },
  'pb:3': { zh: 'TB', en: 'TB' },
  'tb:-3': { zh: 'PB', en: 'PB' },
  'tb:3': { zh: 'GB', en: 'GB' },
  'percent:-2': { zh: '小数', en: 'fractions' },
}

const guessOf = ({ unit }: Indicator, power: number): LocalText =>
  GUESSES[`${unit}:${power}`] ?? { zh: '其他量级', en: 'another magnitude' }

const factorText = (power: number): LocalText => {
  const factor = (10 ** Math.abs(power)).toLocaleString('en-US')
  return power > 0
    ? { zh: `约为预期的 ${factor} 倍`, en: `about ${factor} times what is expected` }
    : { zh: `约为预期的 ${factor} 分之一`, en: `about 1/${factor} of what is expected` }
}

function slip({ indicator, period, value }: JudgedCell, expected: number, power: number): Found {
  const [own, near] = [namedFigure(value, indicator), figureText(expected, indicator)]
  const meant = figureText(value / 10 ** power, indicator)
  const [factor, guess] = [factorText(power), guessOf(indicator, power)]
  return {
    text: {
      zh: `${period} ${own.zh}，${factor.zh}（${near.zh} 上下）。`,
      en: `${period}: ${own.en}, ${factor.en} (around ${near.en}).`,
    },
    remedy: {
      zh: `是否以${guess.zh}填报？若是，应为 ${meant.zh}；数值无误的，请说明。`,
      en: `Was it given in ${guess.en}? Then it would be ${meant.en}; if the figure is right, say why.`,
    },
    related: [],
  }
}

/** A figure that misses its history by a power of ten. */
export const unitSlip: QualityRule = {
  id: 'unitSlip',
  severity: 'warn',
  name: { zh: '疑似单位差错', en: 'Unit slip' },
  rationale: {
    zh: '与本脑历史推得的量级相差 10、100、1,000、1 万或 1 亿倍（上下 1.6 倍以内），多为万元与亿元、比率与百分数之误；并给出换算后的数。',
    en: 'A figure 10, 100, 1,000, 10,000 or 10⁸ times off what the brain’s history suggests (within a factor of 1.6) was mostly given in another unit; the converted figure is named.',
  },
  source: {
    zh: 'de Waal、Pannekoek、Scholtus《统计数据审核与插补手册》(2011) 第2章：千倍差错',
    en: 'de Waal, Pannekoek, Scholtus, Handbook of Statistical Data Editing and Imputation (2011), chapter 2: thousand errors',
  },
  appliesTo: ({ kind }) => kind !== 'index',
  unable: (cell) =>
    expectedMagnitude(cell) === null ? { zh: '无历史数据', en: 'no earlier reading' } : null,
  check: (cell) => {
    const expected = expectedMagnitude(cell)
    const power = expected === null ? 0 : slippedPower(cell.value, expected, cell.indicator)
    return expected !== null && power ? [slip(cell, expected, power)] : []
  },
  yieldsTo: ['sign'],
  examples: {
    passes: {
      report: { 'service.financing': { '2026-04': 0.42 } },
      history: { 'service.financing': { '2026-02': 0.21, '2026-03': 0.31 } },
    },
    fails: {
      report: { 'service.financing': { '2026-04': 4200 } },
      history: { 'service.financing': { '2026-02': 0.21, '2026-03': 0.31 } },
    },
  },
}
