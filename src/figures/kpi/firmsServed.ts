import {
  serviceAboveScaleServed,
  serviceFirmsServed as indicator,
} from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import { isMatched } from '../comparable.ts'
import { provinceReading } from '../latest.ts'
import {
  formatChange,
  formatNumber,
  quantityOf,
  quantityText,
  withPercent,
} from '../text/number.ts'
import { say } from '../text/words.ts'
import { reportedKpi, reportedMark } from './reportedKpi.ts'

/** Firms served, beside the above-scale ones, with the change on the month before. */
export const firmsServed = reportedKpi({
  id: 'firms-served',
  name: { zh: '服务企业', en: 'Firms served' },
  indicator,
  also: [serviceAboveScaleServed],
  meta: (context, period, total) => {
    const { locale } = context
    const reading = provinceReading(context, serviceAboveScaleServed.id, period)
    const above = quantityOf(reading, serviceAboveScaleServed.unit, locale)
    const reported = reportedMark(context, total)
    if (reported && isPresent(reading))
      return say(
        locale,
        `规上 ${quantityText(above)} · ${reported}`,
        `above scale ${formatNumber(reading.value)} · ${reported}`,
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
      text: isMatched(context, indicator.id, period, 'monthOnMonth')
        ? say(locale, `同口径环比 ${percent}`, `${percent} m/m, like for like`)
        : say(locale, `环比 ${percent}`, `${percent} on the month`),
      below: change.value < 0,
    }
  },
})
