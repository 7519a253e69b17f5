import type { EventKind, LifecycleEvent } from '../domain/event.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { Symbol } from './kinds/symbol.ts'
import type { TimelineFigure } from './kinds/timelineFigure.ts'
import { absentFigure, meaning } from './meaning.ts'
import { daysBetween } from './text/age.ts'
import { reasonWords } from './text/reasons.ts'
import { say } from './text/words.ts'

const ID = 'recent-changes'
const name = { zh: '近 30 日', en: 'Last 30 days' }
const DAYS = 30
const SHOWN = 12

const SYMBOL: Readonly<Partial<Record<EventKind, Symbol>>> = {
  piloted: 'pilot',
  pooled: 'pool',
  accepted: 'accepted',
  designated: 'designated',
  rectificationOrdered: 'rectification',
  rectified: 'ontime',
  disqualified: 'disqualified',
  notified: 'warn',
  interviewed: 'warn',
  inspected: 'remind',
  withdrawn: 'none',
}

/** What changed in the programme lately, newest first. */
export const recentChanges: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today, cube } = context
    const title = say(locale, name.zh, name.en)
    const corrections = cube.told.filter(({ kind }) => kind === 'withdrawn')
    const recent = [...cube.events, ...corrections].filter(
      ({ date, kind }) => kind in SYMBOL && date <= today,
    )
    const within = recent.filter(({ date }) => daysBetween(date, today) <= DAYS)
    const shown = [...within].sort((a, b) => b.date.localeCompare(a.date)).slice(0, SHOWN)
    if (shown.length === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(locale, '近 30 日无建设过程变化', 'No lifecycle change in 30 days'),
      )
    const entries = shown.map((event) => entry(context, event))
    return {
      ...meaning(context, {
        id: ID,
        title,
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        asOf: today,
        definition: say(locale, '近 30 日的建设过程事件', 'Lifecycle events of the last 30 days'),
        finding: say(
          locale,
          `近 30 日有 ${within.length} 项变化，最近一项：${entries[0]?.text ?? ''}。`,
          `${within.length} changes in 30 days, the latest: ${entries[0]?.text ?? ''}.`,
        ),
      }),
      kind: 'timeline',
      entries,
    }
  },
}

function entry(context: FigureContext, event: LifecycleEvent): TimelineFigure['entries'][number] {
  const brain = context.cube.brains.find(({ id }) => id === event.brain)?.name ?? event.brain
  return {
    id: event.id,
    date: event.date,
    short: event.date.slice(5),
    symbol: SYMBOL[event.kind] ?? null,
    text: say(context.locale, `${brain} ${wordsZh(event)}`, `${brain}: ${wordsEn(event)}`),
  }
}

function wordsZh(event: LifecycleEvent): string {
  switch (event.kind) {
    case 'piloted':
      return '列为建设试点'
    case 'pooled':
      return '入库培育'
    case 'accepted':
      return '通过验收'
    case 'designated':
      return '正式挂牌'
    case 'rectificationOrdered':
      return `转入限期整改${event.due ? `，期限 ${event.due}` : ''}`
    case 'rectified':
      return '整改完成'
    case 'disqualified':
      return '取消资格'
    case 'notified':
      return '被通报'
    case 'interviewed':
      return '被约谈'
    case 'inspected':
      return '接受督查'
    case 'withdrawn':
      return `登记更正${event.reason ? `（${event.reason}）` : ''}`
    default:
      return event.kind
  }
}

function wordsEn(event: LifecycleEvent): string {
  switch (event.kind) {
    case 'piloted':
      return 'becomes a pilot'
    case 'pooled':
      return 'enters the pool'
    case 'accepted':
      return 'accepted'
    case 'designated':
      return 'designated'
    case 'rectificationOrdered':
      return `ordered to rectify${event.due ? ` by ${event.due}` : ''}`
    case 'rectified':
      return 'rectification closed'
    case 'disqualified':
      return 'disqualified'
    case 'notified':
      return 'named in a notice'
    case 'interviewed':
      return 'called to an interview'
    case 'inspected':
      return 'inspected'
    case 'withdrawn':
      return `entry taken back${event.reason ? ` (${reasonWords(event.reason, 'en')})` : ''}`
    default:
      return event.kind
  }
}
