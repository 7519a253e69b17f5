import type { EventKind } from '../../domain/event.ts'
import type { LocalText } from '../../domain/text.ts'

/** Short words of what happens to a brain, for time axes. */
export const EVENT_NAMES: Readonly<Record<EventKind, LocalText>> = {
  applied: { zh: '申报', en: 'applied' },
  reviewed: { zh: '评审', en: 'reviewed' },
  publicised: { zh: '公示', en: 'publicised' },
  piloted: { zh: '试点', en: 'pilot' },
  pooled: { zh: '入库', en: 'pool' },
  notSelected: { zh: '未入选', en: 'not selected' },
  accepted: { zh: '验收', en: 'accepted' },
  designated: { zh: '挂牌', en: 'designated' },
  rectificationOrdered: { zh: '限期整改', en: 'rectification' },
  rectified: { zh: '整改完成', en: 'rectified' },
  notified: { zh: '通报', en: 'notice' },
  interviewed: { zh: '约谈', en: 'interview' },
  inspected: { zh: '督查', en: 'inspected' },
  assessed: { zh: '考核', en: 'assessed' },
  disqualified: { zh: '取消资格', en: 'disqualified' },
  honoured: { zh: '荣誉', en: 'honour' },
  withdrawn: { zh: '登记更正', en: 'correction' },
}
