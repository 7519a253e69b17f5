import {
  computeRacksBuilt,
  computeRacksInUse as indicator,
  computeRackUtilisation,
} from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import { provinceReading } from '../latest.ts'
import { formatChange, formatNumber, quantityOf, quantityText } from '../text/number.ts'
import { say } from '../text/words.ts'
import { reportedKpi } from './reportedKpi.ts'

/** Racks in use, beside those built, with the utilisation rate and its change in percentage points. */
export const racksInUse = reportedKpi({
  id: 'racks-in-use',
  name: { zh: '在用机架', en: 'Racks in use' },
  indicator,
  also: [computeRacksBuilt, computeRackUtilisation],
  meta: (context, period) => {
    const { locale } = context
    const built = quantityOf(
      provinceReading(context, computeRacksBuilt.id, period),
      computeRacksBuilt.unit,
      locale,
    )
    return say(locale, `建成 ${quantityText(built)}`, `built ${quantityText(built)}`)
  },
  comparison: (context, period) => {
    const { locale } = context
    const rate = provinceReading(context, computeRackUtilisation.id, period)
    const change = provinceReading(context, computeRackUtilisation.id, period, 'pointChange')
    if (!isPresent(rate)) return null
    const points = isPresent(change) ? formatChange(change.value, locale) : null
    const zh = points ? `　同比 ${/\d/.test(points) ? `${points} 个百分点` : points}` : ''
    const en = points ? `, ${points} pp on the year` : ''
    return {
      text: say(
        locale,
        `上架率 ${formatNumber(rate.value, 1)}%${zh}`,
        `utilisation ${formatNumber(rate.value, 1)}%${en}`,
      ),
      below: isPresent(change) && change.value < 0,
    }
  },
})
