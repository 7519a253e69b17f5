import { workDaysBetween } from '../../domain/calendar.ts'
import type { LifecycleEvent } from '../../domain/event.ts'
import { eventsByBrain } from '../../domain/lifecycle.ts'
import { ordersOf, type Order } from '../../domain/programme/orders.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { meaning } from '../meaning.ts'
import { ownProgramme } from '../programme.ts'
import { ownerWords } from '../text/deadlineWords.ts'
import { reasonWords } from '../text/reasons.ts'
import { say } from '../text/words.ts'
import { noCourse } from './noCourse.ts'
import { brainName } from './programmeDeadlines.ts'

const ID = 'programme-cases'
const name = { zh: '限期整改台账', en: 'Rectification orders' }

/** Every 限期整改 that was ordered, open ones first by their day, then the closed ones, the latest first. */
export const caseTable: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today } = context
    const title = textOf(name, locale)
    const orders = allOrders(context)
    if (orders.length === 0)
      return noCourse(context, ID, title, {
        zh: '没有登记限期整改',
        en: 'No rectification is registered',
      })
    const open = orders.filter(({ end }) => end === null)
    const late = orders.filter(({ event, end }) => event.due && (end?.date ?? today) > event.due)
    return {
      ...meaning(context, {
        ...{ id: ID, title, asOf: today },
        unit: say(locale, `${orders.length} 件`, `${orders.length} orders`),
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        definition: say(
          locale,
          '已登记的全部限期整改；期限按工作日计；取消资格的整改随之终止',
          'All registered orders; terms are counted in work days; disqualification ends an order',
        ),
        finding: say(
          locale,
          `共 ${orders.length} 件，整改中 ${open.length} 件，逾期 ${late.length} 件。`,
          `${orders.length} orders, ${open.length} open, ${late.length} over their day.`,
        ),
      }),
      kind: 'table',
      columns: COLUMNS.map(([id, zh, en]) => ({
        ...{ id, title: say(locale, zh, en), align: 'start' as const },
      })),
      rows: orders.map((order) => rowOf(context, order)),
      ids: orders.map(({ event }) => event.brain),
    }
  },
}

const COLUMNS = [
  ['brain', '产业大脑', 'Brain'],
  ['reason', '事由', 'Reason'],
  ['owner', '责任单位', 'Owner'],
  ['ordered', '下达', 'Ordered'],
  ['due', '期限', 'Due'],
  ['end', '办结', 'Ended'],
  ['result', '结果', 'Result'],
] as const

function allOrders(context: FigureContext): readonly Order[] {
  const { today } = context
  const { events } = ownProgramme(context)
  const orders = [...eventsByBrain(events.filter(({ date }) => date <= today)).values()].flatMap(
    ordersOf,
  )
  const day = ({ event, end }: Order): string => end?.date ?? event.due ?? ''
  const open = orders.filter(({ end }) => end === null)
  const ended = orders.filter(({ end }) => end !== null)
  return [
    ...open.sort((a, b) => day(a).localeCompare(day(b))),
    ...ended.sort((a, b) => day(b).localeCompare(day(a))),
  ]
}

function rowOf(context: FigureContext, { event, end }: Order): readonly string[] {
  const { locale } = context
  return [
    brainName(context, event.brain),
    reasonWords(event.reason, locale) || '—',
    ownerWords(
      { owner: event.owner ?? context.cube.byId.get(event.brain)?.organiser ?? null },
      locale,
    ),
    event.date,
    event.due ?? say(locale, '未定', 'not set'),
    end?.date ?? '—',
    resultOf(context, event, end),
  ]
}

function resultOf(
  { locale, calendar, today }: FigureContext,
  { due }: LifecycleEvent,
  end: LifecycleEvent | null,
): string {
  if (end?.kind === 'disqualified') return say(locale, '取消资格', 'disqualified')
  const over = due ? workDaysBetween(calendar, due, end?.date ?? today) : 0
  const late = say(locale, `逾期 ${over} 工作日`, `${over} work days late`)
  if (end) return over > 0 ? late : say(locale, '按期完成', 'done in time')
  return over > 0 ? say(locale, `整改中，${late}`, `open, ${late}`) : say(locale, '整改中', 'open')
}
