import type { BrainState } from '../domain/lifecycle.ts'
import { isWarned, type Deadline } from '../domain/programme/deadlines.ts'
import type { Locale } from '../domain/text.ts'
import type { FigureContext } from './definition.ts'
import type { UnitsFigure } from './kinds/unitsFigure.ts'
import { deadlineReason, leftWords, levelName, LEVEL_WORDS } from './text/deadlineWords.ts'
import { reasonWords } from './text/reasons.ts'
import { say } from './text/words.ts'

type Row = UnitsFigure['deadlines'][number]

/**
 * Countdowns of the wall: what is over, then every open order, then the other clocks that are warned of; clocks of one
 * kind that end on one day for one reason share a row. Orders without a day come last.
 */
export function countdownRows(
  context: FigureContext,
  deadlines: readonly Deadline[],
  states: readonly BrainState[],
): readonly Row[] {
  const proposed = new Set(deadlines.filter(isProposed).map(({ brain }) => brain))
  const shown = deadlines.filter(
    (one) =>
      one.kind === 'rectification' ||
      (isWarned(one) && (isProposed(one) || one.level !== 'overdue' || !proposed.has(one.brain))),
  )
  const groups = new Map<string, Deadline[]>()
  for (const one of [0, 1, 2].flatMap((rank) => shown.filter((each) => rankOf(each) === rank))) {
    const why = deadlineReason(one, context.locale)
    const key = one.kind === 'rectification' ? one.id : `${one.kind} ${one.due} ${why}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const undated = states.flatMap(({ brain, measures }) =>
    measures
      .filter(({ due }) => due === null)
      .map(({ event, reason }) => undatedRow(context, brain, event, reason)),
  )
  return [...[...groups.values()].map((group) => rowOf(context, group)), ...undated]
}

/** 满两年未通过: what else of the brain is over is no news beside it. */
const isProposed = ({ kind, level }: Deadline): boolean =>
  kind === 'passClock' && level === 'overdue'

const rankOf = ({ level, kind }: Deadline): number =>
  level === 'overdue' ? 0 : kind === 'rectification' ? 1 : 2

function rowOf(context: FigureContext, group: readonly Deadline[]): Row {
  const [first] = group as readonly [Deadline, ...Deadline[]]
  const { locale } = context
  const { id, brain, left, allowed, level } = first
  const name = nameOf(context, brain)
  return {
    id,
    label:
      group.length === 1
        ? name
        : say(locale, `${name} 等 ${group.length} 个`, `${name} and ${group.length - 1} more`),
    reason: deadlineReason(first, locale),
    text: leftWords(first, locale),
    remaining: allowed > 0 ? Math.min(1, Math.max(0, left / allowed)) : 0,
    overdue: level === 'overdue',
    level: { name: levelName(level, locale), symbol: LEVEL_WORDS[level].symbol },
    owner: ownersOf(group, locale),
  }
}

/** Who must act; of many the first, so that a row stays a row. */
function ownersOf(group: readonly Deadline[], locale: Locale): string {
  const owners = [
    ...new Set(
      group.map(({ owner }) =>
        owner === null
          ? say(locale, '责任未登记', 'nobody registered')
          : reasonWords(owner, locale),
      ),
    ),
  ]
  const [first = '', ...others] = owners
  if (owners.length <= NAMED) return owners.join(say(locale, '、', ', '))
  return say(locale, `${first}等 ${owners.length} 家`, `${first} and ${others.length} more`)
}

/** Owners that a row names. */
const NAMED = 2

const undatedRow = (
  context: FigureContext,
  brain: string,
  id: string,
  reason: string | null,
): Row => ({
  ...{ id, label: nameOf(context, brain), reason: reasonWords(reason, context.locale) },
  text: say(context.locale, '未定期限', 'no due date'),
  ...{ remaining: 0, overdue: false },
})

const nameOf = ({ cube }: FigureContext, brain: string): string =>
  cube.byId.get(brain)?.name ?? brain
