import type { QualityRule } from '../rule.ts'
import { figureText, namedFigure } from '../words.ts'

/** A figure outside the bounds that the dictionary gives its indicator. */
export const range: QualityRule = {
  id: 'range',
  severity: 'block',
  name: { zh: '超出取值范围', en: 'Out of range' },
  rationale: {
    zh: '占比只能在 0—100%，PUE 不小于 1，其余上限取全省量级的数倍：超出即为单位或录入差错。',
    en: 'Shares lie within 0–100%, PUE is at least 1, and all other bounds are several times a plausible maximum: beyond them it is a slip of unit or typing.',
  },
  source: {
    zh: '指标字典上下限；GB/T 36344—2018 数据质量评价指标：准确性',
    en: 'Bounds of the dictionary; GB/T 36344-2018, accuracy',
  },
  appliesTo: ({ min, max }) => min !== undefined || max !== undefined,
  check: ({ indicator, value }) => {
    const { min, max } = indicator
    const isLow = min !== undefined && value < min
    if (!isLow && (max === undefined || value <= max)) return []
    const bound = isLow ? min : (max ?? Infinity)
    const [told, limit] = [namedFigure(value, indicator), figureText(bound, indicator)]
    return [
      {
        text: {
          zh: `${told.zh}，${isLow ? '小于下限' : '大于上限'} ${limit.zh}。`,
          en: `${told.en} is ${isLow ? 'below the lower' : 'above the upper'} bound ${limit.en}.`,
        },
        remedy: {
          zh: '核对单位（万元与亿元、比率与百分数）和小数点。',
          en: 'Check the unit (CNY 10 k or 100 m, fraction or percent) and the decimal point.',
        },
        related: [],
      },
    ]
  },
  yieldsTo: ['sign'],
  examples: {
    passes: { report: { 'compute.rackUtilisation': { '2026-03': 100 } } },
    fails: { report: { 'compute.rackUtilisation': { '2026-03': 104.5 } } },
  },
}
