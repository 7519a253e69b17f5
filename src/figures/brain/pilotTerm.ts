import type { LifecycleEvent } from '../../domain/event.ts'
import { monthsAfter, TERMS } from '../../domain/programme/terms.ts'
import type { FigureContext } from '../definition.ts'
import { daysBetween } from '../text/age.ts'
import { say } from '../text/words.ts'

/** The two years of a pilot: its days and what is to be said of them. */
export interface PilotTerm {
  readonly start: string
  readonly end: string
  readonly text: string
}

/** Null for a brain that never became a pilot. `events` are its own, oldest first. */
export function pilotTerm(
  context: FigureContext,
  events: readonly LifecycleEvent[],
): PilotTerm | null {
  const piloted = events.find(({ kind }) => kind === 'piloted')
  if (!piloted) return null
  const end = monthsAfter(piloted.date, TERMS.pilotMonths)
  const accepted = events.find(({ kind }) => kind === 'accepted')
  const tail = accepted ? acceptedText(context, accepted.date, end) : openText(context, end)
  return {
    start: piloted.date,
    end,
    text: say(context.locale, `两年试点期至 ${end}${tail}`, `Two pilot years to ${end}${tail}`),
  }
}

const acceptedText = ({ locale }: FigureContext, accepted: string, end: string): string => {
  const days = daysBetween(accepted, end)
  return days >= 0
    ? say(locale, ` · 提前 ${days} 天通过验收`, ` · accepted ${days} days early`)
    : say(locale, ` · 期满后 ${-days} 天通过验收`, ` · accepted ${-days} days after`)
}

/** A public brain past its term is not late: its result is not public. */
function openText({ locale, today, space }: FigureContext, end: string): string {
  if (end >= today) {
    const days = daysBetween(today, end)
    return say(locale, ` · 还有 ${days} 天`, ` · ${days} days left`)
  }
  return space === 'main'
    ? say(locale, ' · 验收结果未公开', ' · result of acceptance not public')
    : say(locale, ' · 期满，尚未验收', ' · over, not accepted yet')
}
