import {
  computeRacksBuilt,
  computeRacksInUse as indicator,
  computeRackUtilisation,
} from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import { isMatched } from '../comparable.ts'
import { provinceReading } from '../latest.ts'
import { formatChange, formatNumber, quantityOf, quantityText } from '../text/number.ts'
import { say } from '../text/words.ts'
import { reportedKpi, reportedMark } from './reportedKpi.ts'

/** Racks in use, beside those built, with the utilisation rate and its change in percentage points. */
export const racksInUse = reportedKpi({
  id: 'racks-in-use',
  name: { zh: '在用机架', en: 'Racks in use' },
  indicator,
  also: [computeRacksBuilt, computeRackUtilisation],
  meta: (context, period, total) => {
    const { locale } = context
    const reading = provinceReading(context, computeRacksBuilt.id, period)
    const built = quantityOf(reading, computeRacksBuilt.unit, locale)
    const reported = reportedMark(context, total)
    if (reported && isPresent(reading))
      return say(
        locale,
        `建成 ${quantityText(built)} · ${reported}`,
        `built ${formatNumber(reading.value)} · ${reported}`,
      )
    return say(locale, `建成 ${quantityText(built)}`, `built ${quantityText(built)}`)
  },
  comparison: (context, period) => {
    const { locale } = context
    const rate = provinceReading(context, computeRackUtilisation.id, period)
    const change = provinceReading(context, computeRackUtilisation.id, period, 'pointChange')
    if (!isPresent(rate)) return null
    const points = isPresent(change) ? formatChange(change.value, locale) : null
    const matched = isMatched(context, computeRackUtilisation.id, period, 'pointChange')
    const zh = points
      ? `，${matched ? '同口径' : '同比'} ${/\d/.test(points) ? `${points} 个百分点` : points}`
      : ''
    const en = points ? `, ${points} pp ${matched ? 'like for like' : 'on the year'}` : ''
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
