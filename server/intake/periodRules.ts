import { REPORT_LIMITS } from '../../src/contract/index.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { parsePeriod, periodEnd } from '../../src/domain/period.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'

/** A period that a brain reports: of 2015 or later, and over by the service's day. */
export function reportPeriodFindings(period: string, place: string, today: string): Finding[] {
  const year = parsePeriod(period)?.year
  const { firstYear } = REPORT_LIMITS
  if (year === undefined || year < firstYear)
    return [
      finding(
        place,
        'period',
        `产业大脑报送 ${firstYear} 年及以后的数据。`,
        `Brains report figures of ${firstYear} and later.`,
      ),
    ]
  const end = periodEnd(period)
  if (end <= today) return []
  return [
    finding(
      place,
      'futurePeriod',
      `${period} 要到 ${end} 才结束（今天 ${today}）；期满后再报。`,
      `${period} ends on ${end} (today is ${today}): report it after that.`,
    ),
  ]
}

/** 月, 季, 半年, 年. */
export const CADENCE_TEXT = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  half: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
} as const

/** A cell's period has the cadence of its indicator. */
export function cadenceFindings(period: string, { cadence }: Indicator, place: string): Finding[] {
  const parsed = parsePeriod(period)
  if (!parsed || parsed.cadence === cadence) return []
  const { zh, en } = CADENCE_TEXT[cadence]
  return [
    finding(place, 'cadence', `该指标按${zh}报送。`, `This indicator is reported by the ${en}.`),
  ]
}
