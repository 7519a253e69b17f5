import type { LifecycleEvent } from '../event.ts'
import type { Stage } from '../lifecycle.ts'
import type { LocalText } from '../text.ts'
import { STAGE_NAMES } from './transitions.ts'
import type { Transition } from './transitions.ts'

/** A rule that an event of a history breaks at its place. */
export interface HistoryFault {
  /** Id of the event that breaks it. */
  readonly event: string
  readonly rule: string
  /** Id of the event that it collides with; null where there is none. */
  readonly other: string | null
  /** What is wrong. */
  readonly text: LocalText
  /** What to do. */
  readonly remedy: LocalText
}

type Event = Pick<LifecycleEvent, 'id' | 'kind' | 'date'>
const local = (zh: string, en: string): LocalText => ({ zh, en })
const named = ({ id, date }: Event): string => `${id}（${date}）`
const namedEn = ({ id, date }: Event): string => `${id} (${date})`

const CORRECT_EARLIER = local(
  '核对日期；前一事件登记有误的，先作登记更正。',
  'Check the day; take the earlier event back first where it was entered wrongly.',
)

const ONE_OF_BOTH = local(
  '只登记其中一件；已登记的有误，先作登记更正。',
  'Enter only one of them; take the other back where it was wrong.',
)
const REPLACE_GRADE = local(
  '同日重新评定的，在 order 写所替代的事件编号，在 reason 写明原因（以后一次为准）；或从考核评估页公布。',
  'For a new grade of the same day give in "order" the event that it replaces and in "reason" why (the last counts), or publish it on the assessment page.',
)

/** What can be wrong with an event among the others of its brain. */
export const HISTORY_FAULTS = {
  /** The stage of that day does not allow the event. */
  stage: (
    { id, date }: Event,
    { rule, words }: Transition,
    stage: Stage,
    setBy: Event | null,
  ): HistoryFault => ({
    ...{ event: id, rule, other: setBy?.id ?? null, remedy: CORRECT_EARLIER },
    text: local(
      `${date} 的阶段为“${STAGE_NAMES[stage].zh}”${setBy ? `，由事件 ${named(setBy)} 而来` : ''}。规则：${words.zh}。`,
      `On ${date} the stage is "${STAGE_NAMES[stage].en}"${setBy ? `, set by ${namedEn(setBy)}` : ''}. Rule: ${words.en}.`,
    ),
  }),
  future: ({ id, date }: Event, today: string): HistoryFault => ({
    ...{ event: id, rule: 'futureDate', other: null },
    text: local(`${date} 晚于今天（${today}）。`, `${date} is later than today (${today}).`),
    remedy: local('过程事件发生后再登记。', 'Enter an event once it has happened.'),
  }),
  document: ({ id }: Event): HistoryFault => ({
    ...{ event: id, rule: 'documentMissing', other: null },
    text: local('正式库的过程事件须有依据文件。', 'An event of this space rests on a document.'),
    remedy: local('在 document 写文件名称或文号。', 'Name the document in "document".'),
  }),
  dueBeforeOrder: ({ id, date }: Event, due: string): HistoryFault => ({
    ...{ event: id, rule: 'dueBeforeOrder', other: null },
    text: local(
      `整改期限 ${due} 早于下达日期 ${date}。`,
      `The due day ${due} is earlier than the order of ${date}.`,
    ),
    remedy: local('核对期限与下达日期。', 'Check both days.'),
  }),
  poolYear: ({ id }: Event, pooled: Event): HistoryFault => ({
    ...{ event: id, rule: 'poolYear', other: pooled.id },
    text: local(
      `入库培育（${named(pooled)}）须在以后年度的批次转为建设试点。`,
      `A brain pooled by ${namedEn(pooled)} becomes a pilot in a batch of a later year.`,
    ),
    remedy: local(
      '核对公布日期；入库登记有误的，先作登记更正。',
      'Check the day of the list; take the entry into the pool back where it was wrong.',
    ),
  }),
  contradictory: ({ id, kind, date }: Event, other: Event): HistoryFault => ({
    ...{ event: id, rule: 'contradictoryDay', other: other.id },
    text: local(
      `与同日（${date}）的事件 ${other.id} 相互矛盾。`,
      `Contradicts ${other.id} of the same day (${date}).`,
    ),
    remedy: kind === 'assessed' ? REPLACE_GRADE : ONE_OF_BOTH,
  }),
  noOpenOrder: ({ id }: Event): HistoryFault => ({
    ...{ event: id, rule: 'noOpenOrder', other: null },
    text: local('当日没有尚未完成的限期整改。', 'No rectification is open on that day.'),
    remedy: local('先登记限期整改，或核对日期。', 'Register the order first, or check the day.'),
  }),
  unknownOrder: ({ id }: Event, order: string): HistoryFault => ({
    ...{ event: id, rule: 'unknownOrder', other: order },
    text: local(
      `限期整改 ${order} 当日未在整改中：没有这一件，或已完成。`,
      `The order ${order} is not open on that day: there is none, or it is closed.`,
    ),
    remedy: local(
      'order 写尚未完成的限期整改的事件编号。',
      'Give in "order" the event id of an order that is open.',
    ),
  }),
  whichOrder: ({ id }: Event, open: readonly string[]): HistoryFault => ({
    ...{ event: id, rule: 'whichOrder', other: open[0] ?? null },
    text: local(
      `当日有 ${open.length} 件限期整改未完成：${open.join('、')}。`,
      `${open.length} orders are open on that day: ${open.join(', ')}.`,
    ),
    remedy: local('在 order 写明完成的是哪一件。', 'Say in "order" which of them is closed.'),
  }),
  reason: ({ id }: Event): HistoryFault => ({
    ...{ event: id, rule: 'reasonMissing', other: null },
    text: local('未写原因。', 'No reason is given.'),
    remedy: local('在 reason 写明原因。', 'Say why in "reason".'),
  }),
  assessedAgain: ({ id }: Event, year: number, other: Event): HistoryFault => ({
    ...{ event: id, rule: 'assessedAgain', other: other.id },
    text: local(
      `${year} 年度已有考核评估 ${named(other)}，一年一次。`,
      `${year} was assessed by ${namedEn(other)}: once a year.`,
    ),
    remedy: local(
      '重新评定的，在 reason 写明原因（以后一次为准）；原登记有误的，作登记更正。',
      'For a new grade say why in "reason" (the last counts); take the first back where it was wrong.',
    ),
  }),
  unknownGrade: ({ id, date }: Event, order: string): HistoryFault => ({
    ...{ event: id, rule: 'unknownGrade', other: order },
    text: local(
      `${order} 不是同日（${date}）、同年度、仍有效且未被替代的考核评估。`,
      `${order} is no standing grade of the same year and day (${date}) that nothing has replaced yet.`,
    ),
    remedy: local(
      'order 写同日最后一次考核评估的事件编号；非同日重新评定的，不写 order。',
      'Give in "order" the last grade of that day; leave it out for a grade of another day.',
    ),
  }),
  unknownEvent: ({ id }: Event, order: string | null): HistoryFault => ({
    ...{ event: id, rule: 'unknownEvent', other: order },
    text: local(
      order === null ? '登记更正未写明更正哪一事件。' : `该产业大脑没有事件 ${order}。`,
      order === null
        ? 'The correction names no event.'
        : `There is no event ${order} of this brain.`,
    ),
    remedy: local(
      'order 写要更正的事件编号。',
      'Give in "order" the id of the event that is taken back.',
    ),
  }),
  withdrawnTwice: ({ id }: Event, first: Event): HistoryFault => ({
    ...{ event: id, rule: 'withdrawnTwice', other: first.id },
    text: local(
      `该事件已由 ${named(first)} 更正。`,
      `The event was taken back by ${namedEn(first)}.`,
    ),
    remedy: local('不必再次更正。', 'Nothing is left to be taken back.'),
  }),
  withdrawal: ({ id }: Event, other: Event): HistoryFault => ({
    ...{ event: id, rule: 'withdrawnCorrection', other: other.id },
    text: local(
      `${other.id} 本身是登记更正，不能再更正。`,
      `${other.id} is a correction itself and cannot be taken back.`,
    ),
    remedy: local('用新编号重新登记原事件。', 'Register the original event again under a new id.'),
  }),
  withdrawnBefore: ({ id, date }: Event, other: Event): HistoryFault => ({
    ...{ event: id, rule: 'withdrawnBefore', other: other.id },
    text: local(
      `更正日期 ${date} 早于原事件 ${named(other)}。`,
      `The correction of ${date} is earlier than ${namedEn(other)}.`,
    ),
    remedy: local('写更正当天的日期。', 'Give the day on which it is corrected.'),
  }),
} as const
