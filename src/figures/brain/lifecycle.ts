import type { FigureContext } from '../definition.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import { brainEvent, enteredEvents, eventsOf, type BrainEvent } from './brainEvent.ts'
import type { BrainFigure } from './brainFigure.ts'
import { pilotTerm } from './pilotTerm.ts'

const ID = 'brain-lifecycle'
const name = { zh: '生命周期', en: 'Lifecycle' }

/** Every event of one brain, oldest first, with the two years of its pilot. */
export const brainLifecycle: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => {
    const { locale, today } = context
    const title = say(locale, name.zh, name.en)
    const { events, takenBack } = enteredEvents(context, brain.id)
    const entries = events.map((event) => brainEvent(context, event))
    const last = entries.at(-1)
    if (!last) return absentFigure(context, ID, title, nothing(context))
    const term = pilotTerm(context, eventsOf(context, brain.id))
    const citations = entries.flatMap(({ citation }) => citation ?? [])
    return {
      ...meaning(context, {
        ...{ id: ID, title, scope: brain.name, asOf: today },
        definition: say(
          locale,
          '登记在案的全部过程事件，按日期先后；两年试点期自公布之日起算，工作日按国务院放假安排',
          'Every registered event by date; the two pilot years run from the announcement, work days follow the official calendar',
        ),
        citations: [...new Map(citations.map((one) => [one.title, one])).values()],
        notes: term ? [term.text] : [],
        finding: say(
          locale,
          `${brain.name}共 ${entries.length} 项过程事件，最近一项：${last.name}（${last.date}）。`,
          `${brain.name}: ${entries.length} events, the latest: ${last.name} (${last.date}).`,
        ),
      }),
      kind: 'timeline',
      entries: entries.map((event) => ({
        ...{ id: event.id, date: event.date, symbol: event.symbol },
        text: wordsOf(event, context, takenBack.has(event.id)),
      })),
    }
  },
}

/** 限期整改（数据质量，期限 2026-12-04）. */
function wordsOf(
  { name: what, note, citation }: BrainEvent,
  { locale }: FigureContext,
  isTakenBack: boolean,
): string {
  const unverified = citation?.unverified ? say(locale, '待核', 'unverified') : ''
  const gone = isTakenBack ? say(locale, '登记有误，已更正', 'entered wrongly, taken back') : ''
  const more = [note, unverified, gone].filter(Boolean).join(say(locale, '，', ', '))
  return more ? say(locale, `${what}（${more}）`, `${what} (${more})`) : what
}

const nothing = ({ locale, space }: FigureContext): string =>
  space === 'main'
    ? say(
        locale,
        '没有公开的过程事件，阶段未公开',
        'No event is public, and the stage is not public either',
      )
    : say(locale, '没有登记的过程事件', 'No event is registered')
