import { clusterRevenue as indicator } from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import { groupReadings } from '../latest.ts'
import { say } from '../text/words.ts'
import { reportedKpi, yearOnYearText } from './reportedKpi.ts'

/** Cumulative cluster revenue of the province with its year-on-year change. */
export const clusterRevenue = reportedKpi({
  id: 'cluster-revenue',
  name: { zh: '集群营业收入', en: 'Cluster revenue' },
  indicator,
  meta: (context, period) => {
    const cities = groupReadings(context, indicator.id, period, 'city')
    const reporting = cities.filter(({ reading }) => isPresent(reading)).length
    return say(
      context.locale,
      `1—${Number(period.slice(5))}月累计 · ${reporting} 市`,
      `year to date · ${reporting} cities`,
    )
  },
  comparison: (context, period) => yearOnYearText(context, indicator, period),
})
