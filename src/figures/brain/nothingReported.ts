import type { Brain } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import type { FigureContext } from '../definition.ts'
import { say } from '../text/words.ts'
import { historyOf, reasonText } from './history.ts'

/** Why nothing of a panel is known: a brain that only publications name does not report; of others as its first indicator. */
export function nothingReported(
  context: FigureContext,
  { id, origin }: Brain,
  first: Indicator,
): string {
  const reason = reasonText(context, first, historyOf(context, first, id))
  if (origin !== 'public' || !context.cube.slices.has(first.id)) return reason
  return say(
    context.locale,
    `${reason}：该大脑尚未接入报送`,
    `${reason}: this brain does not report yet`,
  )
}
