import {
  serviceAboveScaleServed,
  serviceFirmsServed as indicator,
} from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import { provinceReading } from '../latest.ts'
import { formatChange, quantityOf, quantityText, withPercent } from '../text/number.ts'
import { say } from '../text/words.ts'
import { reportedKpi } from './reportedKpi.ts'

/** Firms served, beside the above-scale ones, with the change on the month before. */
export const firmsServed = reportedKpi({
  id: 'firms-served',
  name: { zh: '服务企业', en: 'Firms served' },
  indicator,
  also: [serviceAboveScaleServed],
  meta: (context, period) => {
    const { locale } = context
    const above = quantityOf(
      provinceReading(context, serviceAboveScaleServed.id, period),
      serviceAboveScaleServed.unit,
      locale,
    )
    return say(locale, `规上 ${quantityText(above)}`, `above scale ${quantityText(above)}`)
  },
  comparison: (context, period) => {
    const { locale } = context
    const change = provinceReading(context, indicator.id, period, 'monthOnMonth')
    if (!isPresent(change)) return null
    const text = formatChange(change.value, locale)
    const percent = withPercent(text)
    return {
      text: say(locale, `环比 ${percent}`, `${percent} on the month`),
      below: change.value < 0,
    }
  },
})
