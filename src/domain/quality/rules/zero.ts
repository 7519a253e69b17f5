import type { QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** Readings that a history needs before a zero in it is strange. */
const ENOUGH = 3

/** A zero where there never was one. */
export const zero: QualityRule = {
  id: 'zero',
  severity: 'warn',
  name: { zh: '零值是否未报', en: 'Zero or not reported' },
  rationale: {
    zh: '缺报不等于零：一向有数的指标忽然为零，多为空格按零填报。',
    en: 'Absent is not zero: where there always was a figure, a sudden zero is mostly an empty cell filled in.',
  },
  source: { zh: '本系统约定：缺报必须写明原因', en: 'Convention: what is absent says why' },
  appliesTo: ({ min }) => min !== undefined && min >= 0,
  unable: ({ value, before }) =>
    value !== 0 || before.length >= ENOUGH
      ? null
      : { zh: `历史不足 ${ENOUGH} 期`, en: `fewer than ${ENOUGH} earlier readings` },
  check: ({ indicator, period, value: own, before }) => {
    if (own !== 0) return []
    const last = before.at(-1)
    if (!last || before.some(({ value }) => value === 0)) return []
    const told = namedFigure(last.value, indicator)
    return [
      {
        text: {
          zh: `${period} 报零，以往从未为零（${last.period} ${told.zh}）：是否未报？`,
          en: `${period} is zero, which it never was before (${last.period}: ${told.en}): was it not reported?`,
        },
        remedy: {
          zh: '无数据时清空该格并选择缺报原因；确为零的，请说明。',
          en: 'Without a figure leave the cell empty and give the reason; if it really is zero, say so.',
        },
        related: [relatedFigure(indicator.id, last.period, last.value)],
      },
    ]
  },
  yieldsTo: ['cumulative', 'range'],
  examples: {
    passes: {
      report: { 'innovation.standards': { '2026-04': 12 } },
      history: { 'innovation.standards': { '2026-01': 11, '2026-02': 11, '2026-03': 12 } },
    },
    fails: {
      report: { 'innovation.standards': { '2026-04': 0 } },
      history: { 'innovation.standards': { '2026-01': 11, '2026-02': 11, '2026-03': 12 } },
    },
  },
}
