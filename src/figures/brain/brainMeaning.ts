import type { Brain } from '../../domain/brain.ts'
import { periodEnd } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import type { Meaning } from '../kinds/figureMeaning.ts'
import { meaning } from '../meaning.ts'
import { creditText } from '../text/creditText.ts'
import { say } from '../text/words.ts'

/** Latest of some days or instants (ISO); null where there is none. */
const latest = (days: readonly (string | null | undefined)[]): string | null =>
  days.reduce<string | null>((last, day) => (day && day > (last ?? '') ? day : last), null)

/**
 * Meaning of a panel over what one brain reports. It stands for the end of the last of `periods`, or for today
 * where no period has a value.
 */
export function brainMeaning(
  context: FigureContext,
  brain: Brain,
  indicators: readonly string[],
  periods: readonly string[],
  fields: Pick<Meaning, 'id' | 'title' | 'finding' | 'definition'> & Partial<Meaning>,
): Meaning {
  const slices = indicators.flatMap((id) => context.cube.slices.get(id) ?? [])
  return meaning(context, {
    scope: brain.name,
    source:
      creditText(context.credit, context.locale) ??
      say(context.locale, '该大脑月度报送', 'Monthly reports of the brain'),
    asOf: latest(periods.map(periodEnd)) ?? context.today,
    knownAt: latest(slices.map(({ knownAt }) => knownAt)),
    simulated: slices.some(({ origins }) => origins.includes('simulated')),
    indicators,
    ...fields,
  })
}
