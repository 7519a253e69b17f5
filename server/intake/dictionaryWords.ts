import { REPORT_LIMITS } from '../../src/contract/index.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { figureText } from '../../src/domain/quality/words.ts'
import { ABSENCE_TEXT, REPORTED_REASONS } from '../../src/domain/reading.ts'
import type { LocalText } from '../../src/domain/text.ts'
import { CADENCE_TEXT } from './periodRules.ts'
import type { IntakeCell } from './intakeCell.ts'

/** What a rule of the dictionary found at a cell: which figure, what was read, and what it should have been. */
export function faultText(rule: string, cell: IntakeCell, indicator: Indicator | null): LocalText {
  const { indicator: id, period } = cell
  const name = indicator?.name ?? { zh: id, en: id }
  const read = readText(cell, indicator)
  const wanted = indicator && wantedText(rule, indicator)
  const [zh, en] = wanted
    ? [`应为${wanted.zh}`, `expected: ${wanted.en}`]
    : ['不能接受', 'which cannot be taken']
  return {
    zh: `${name.zh}（${period}）读到“${read.zh}”，${zh}。`,
    en: `${name.en} of ${period} was read as "${read.en}", ${en}.`,
  }
}

/** The figure with its unit and what was done to it, or the words of the reason. */
function readText({ value, absent, note }: IntakeCell, indicator: Indicator | null): LocalText {
  if (value === null) return ABSENCE_TEXT[absent ?? 'notReported']
  const unit = indicator ? UNITS[indicator.unit] : { zh: '', en: '' }
  const told = (text: 'zh' | 'en'): string => {
    const done = note ? (text === 'zh' ? `（${note.zh}）` : ` (${note.en})`) : ''
    return `${value}${unit[text] && ` ${unit[text]}`}${done}`
  }
  return { zh: told('zh'), en: told('en') }
}

const reasons = (text: 'zh' | 'en'): string =>
  REPORTED_REASONS.map((reason) => ABSENCE_TEXT[reason][text]).join(text === 'zh' ? '、' : ', ')

/** What rules want that ask the same of every indicator. */
const WANTED: ReadonlyMap<string, LocalText> = new Map([
  ['futurePeriod', { zh: '已结束的期的数', en: 'a figure of a period that is over' }],
  [
    'derivedReason',
    { zh: `数值，或${reasons('zh')}之一`, en: `a value, or one of ${reasons('en')}` },
  ],
  [
    'mergedJanuary',
    {
      zh: '一月不单独报数，1—2月合并在二月报',
      en: 'no figure for January alone, January–February in February',
    },
  ],
  [
    'notReported',
    {
      zh: '不在月报中的指标：它取自公开统计',
      en: 'no cell: the indicator comes from public statistics',
    },
  ],
  ['repeated', { zh: '同一指标、同一期只出现一次', en: 'each indicator once a period' }],
  [
    'period',
    {
      zh: `${REPORT_LIMITS.firstYear} 年及以后的数`,
      en: `a figure of ${REPORT_LIMITS.firstYear} or later`,
    },
  ],
])

/** What a rule wants of an indicator; null where its remedy says all there is to say. */
function wantedText(rule: string, indicator: Indicator): LocalText | null {
  const { min = 0, max, decimals, cadence } = indicator
  const figure = (value: number): LocalText => figureText(value, indicator)
  switch (rule) {
    case 'min':
      return { zh: `不小于 ${figure(min).zh}`, en: `at least ${figure(min).en}` }
    case 'max':
      return max === undefined
        ? { zh: '绝对值小于 10¹⁵ 的数', en: 'a number below 10¹⁵' }
        : { zh: `不大于 ${figure(max).zh}`, en: `at most ${figure(max).en}` }
    case 'decimals':
      return decimals === 0
        ? { zh: '整数', en: 'a whole number' }
        : { zh: `至多 ${decimals} 位小数`, en: `at most ${decimals} decimals` }
    case 'cadence': {
      const { zh, en } = CADENCE_TEXT[cadence]
      return { zh: `按${zh}报送的数`, en: `a figure of a ${en}` }
    }
    default:
      return WANTED.get(rule) ?? null
  }
}
