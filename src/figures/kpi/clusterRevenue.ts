import { clusterRevenue as indicator } from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import { groupReadings } from '../latest.ts'
import { say } from '../text/words.ts'
import { reportedKpi, reportedMark, yearOnYearText } from './reportedKpi.ts'

/** Cumulative cluster revenue of the province with its year-on-year change; whom it covers where not all report. */
export const clusterRevenue = reportedKpi({
  id: 'cluster-revenue',
  name: { zh: '集群营业收入', en: 'Cluster revenue' },
  indicator,
  meta: (context, period, total) => {
    const months = `1—${Number(period.slice(5))}月`
    const reported = reportedMark(context, total)
    if (reported)
      return say(context.locale, `${months} · ${reported}`, `year to date · ${reported}`)
    const cities = groupReadings(context, indicator.id, period, 'city')
    const reporting = cities.filter(({ reading }) => isPresent(reading)).length
    return say(
      context.locale,
      `${months}累计 · ${reporting} 市`,
      `year to date · ${reporting} cities`,
    )
  },
  comparison: (context, period) => yearOnYearText(context, indicator, period),
})
