import { UNITS } from '../indicator.ts'
import type { Indicator } from '../indicator.ts'
import type { LocalText } from '../text.ts'
import type { Measure } from './question.ts'

const POINTS: LocalText = { zh: '个百分点', en: 'pp' }
const NONE: LocalText = { zh: '', en: '' }

/** Unit in which a query answers a measure, unscaled; empty for a rank or an index. */
export function measureUnit(indicator: Indicator, measure: Measure): LocalText {
  switch (measure) {
    case 'value':
    case 'single':
      return UNITS[indicator.unit]
    case 'pointChange':
    case 'pointChangeOnMonth':
    case 'contribution':
      return POINTS
    case 'yearOnYear':
    case 'singleYearOnYear':
    case 'monthOnMonth':
    case 'share':
      return UNITS.percent
    case 'rank':
    case 'index':
      return NONE
  }
}
