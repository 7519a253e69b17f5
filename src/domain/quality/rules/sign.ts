import type { QualityRule } from '../rule.ts'
import { namedFigure } from '../words.ts'

/** A negative figure of something that cannot be negative. */
export const sign: QualityRule = {
  id: 'sign',
  severity: 'block',
  name: { zh: '负数', en: 'Negative figure' },
  rationale: {
    zh: '收入、户数、机架等不会小于零；可以为负的只有利润、利润率和增速，字典中下限小于零。',
    en: 'Revenue, firms, racks and the like are never below zero; only profit, its margin and growth may be, and their lower bound in the dictionary says so.',
  },
  source: {
    zh: '指标字典下限；GB/T 36344—2018 数据质量评价指标：准确性',
    en: 'Lower bound of the dictionary; GB/T 36344-2018, accuracy',
  },
  appliesTo: ({ min }) => min !== undefined && min >= 0,
  check: ({ indicator, value }) => {
    if (value >= 0) return []
    const told = namedFigure(value, indicator)
    return [
      {
        text: { zh: `${told.zh}：该指标不会为负。`, en: `${told.en}: this cannot be negative.` },
        remedy: {
          zh: '核对正负号；冲减以往数据请修订原月份的数值。',
          en: 'Check the sign; to take back an earlier figure, revise that month.',
        },
        related: [],
      },
    ]
  },
  examples: {
    passes: { report: { 'cluster.profit': { '2026-03': -1.2 }, 'cluster.tax': { '2026-03': 0 } } },
    fails: { report: { 'cluster.revenue': { '2026-03': -350 } } },
  },
}
