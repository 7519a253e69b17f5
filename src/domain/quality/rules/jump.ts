import { deviationOf } from '../deviation.ts'
import type { Deviation } from '../deviation.ts'
import type { Found, JudgedCell, QualityRule } from '../rule.ts'
import { figureText, namedFigure, ratioText } from '../words.ts'

function jumped({ indicator, period, value }: JudgedCell, deviation: Deviation): Found {
  const { actual, expected, scale } = deviation
  const isFlow = indicator.kind === 'flow'
  const own = namedFigure(value, indicator)
  const [pace, near] = [figureText(actual, indicator), figureText(expected, indicator)]
  const ratio = ratioText(actual / expected)
  const points = (actual - expected).toFixed(1)
  const against = {
    zh: scale === 'points' ? `相差 ${points}` : `为其 ${ratio.zh}`,
    en: scale === 'points' ? `${points} away` : `${ratio.en} of it`,
  }
  return {
    text: {
      zh: `${period} ${own.zh}${isFlow ? `，月均新增 ${pace.zh}` : ''}；按历史应在 ${near.zh} 上下，${against.zh}。`,
      en: `${period}: ${own.en}${isFlow ? `, ${pace.en} a month` : ''}; its history leads to about ${near.en}, ${against.en}.`,
    },
    remedy: {
      zh: '核对数值与口径；属实的，请说明原因（如新增企业、项目投产、口径调整）。',
      en: 'Check figure and definition; if it is true, give the cause (firms added, a project opened, a definition changed).',
    },
    related: [],
  }
}

/** A figure far from what its own history leads to. */
export const jump: QualityRule = {
  id: 'jump',
  severity: 'warn',
  name: { zh: '与历史相比突变', en: 'Jump against history' },
  rationale: {
    zh: '累计量看当月（与上年同月之比，历史不足18个月时与近3个月之比），时点量看与上期之比，比率看相差的百分点。容许幅度取历次变动绝对中位差的6倍，且不小于 1.5 倍（近月比较 3 倍）、10 个百分点；小数目另留余量。历史不足时不判。',
    en: 'Flows by the month (against the month a year before; with less than 18 months against the last three), stocks against the last reading, rates by points. Tolerated: six scaled median absolute deviations of earlier changes, at least a factor of 1.5 (3 against recent months) or 10 points; small counts have slack. Silent while the history is short.',
  },
  source: {
    zh: 'Rousseeuw、Croux (1993) 绝对中位差；Hidiroglou、Berthelot (1986) 比值审核',
    en: 'Rousseeuw & Croux (1993), median absolute deviation; Hidiroglou & Berthelot (1986), ratio edits',
  },
  appliesTo: () => true,
  unable: (cell) =>
    deviationOf(cell) === null
      ? { zh: '历史不足或正负相反', en: 'history too short, or the sign changes' }
      : null,
  check: (cell) => {
    const deviation = deviationOf(cell)
    if (!deviation || Math.abs(deviation.distance) <= deviation.tolerance) return []
    return [jumped(cell, deviation)]
  },
  yieldsTo: ['sign', 'range', 'unitSlip', 'zero', 'fallingStock', 'repeated', 'cumulative'],
  examples: {
    passes: {
      report: { 'platforms.services': { '2026-05': 66 } },
      history: {
        'platforms.services': { '2026-01': 50, '2026-02': 53, '2026-03': 55, '2026-04': 60 },
      },
    },
    fails: {
      report: { 'platforms.services': { '2026-05': 160 } },
      history: {
        'platforms.services': { '2026-01': 50, '2026-02': 53, '2026-03': 55, '2026-04': 60 },
      },
    },
  },
}
