import { indicatorsOf } from '../../domain/eligibility/needs.ts'
import { periodEnd } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { Meaning } from '../kinds/figureMeaning.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { creditText } from '../text/creditText.ts'
import { notReportedYet } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import type { EligibilityView, WhatIfView } from './eligibilityView.ts'
import { scenarioNote } from './scenarioWords.ts'

type Fields = Pick<Meaning, 'id' | 'title' | 'finding'> & Partial<Meaning>

/** Said of every figure in which a reader moved a rule. */
export const whatIfMark = (locale: FigureContext['locale']): string =>
  say(locale, '测算，非实绩', 'what-if, not a result')

/** Meaning of a figure over brains under a rule set. */
export function eligibilityMeaning(
  context: FigureContext,
  { set, time }: Pick<EligibilityView, 'set' | 'time'>,
  fields: Fields,
): Meaning {
  const { locale, cube } = context
  const indicators = indicatorsOf(set)
  const slices = indicators.flatMap((id) => cube.slices.get(id) ?? [])
  const knownAt = slices.flatMap((slice) => slice.knownAt ?? []).sort()
  return meaning(context, {
    period: say(locale, `按 ${time.year} 年申报`, `as if applying in ${time.year}`),
    definition: say(
      locale,
      `按「${set.name.zh}」逐条判定；上一年度为 ${time.year - 1} 年，其余取最近读数；缺读数或缺说明为待补，不作未通过`,
      `Judged clause by clause by "${set.name.en}"; the year before is ${time.year - 1}, other figures are the latest; what is missing is not known, not a fail`,
    ),
    source:
      creditText(context.credit, locale) ??
      say(locale, '各产业大脑报送与说明材料', 'Reports and statements of the brains'),
    citations: citationsOf(context, set.sources),
    asOf: periodEnd(time.month),
    knownAt: knownAt.at(-1) ?? null,
    simulated: slices.some(({ origins }) => origins.includes('simulated')),
    indicators,
    ...fields,
    notes: [textOf(set.rest, locale), ...(fields.notes ?? [])],
  })
}

/** The same where a reader moved a rule: what was moved stands beside the mark. */
export const whatIfMeaning = (
  context: FigureContext,
  { set, time, scenario }: Pick<WhatIfView, 'set' | 'time' | 'scenario'>,
  fields: Fields,
  notes: readonly string[] = [scenarioNote(set, scenario, context.locale)],
): Meaning => {
  const plain = eligibilityMeaning(context, { set, time }, fields)
  return { ...plain, notes: [whatIfMark(context.locale), ...notes, ...plain.notes] }
}

/** Why nobody can be judged yet: a slice that the rules read is on its way or could not be read. */
export function stillReading(
  context: FigureContext,
  { set }: Pick<EligibilityView, 'set'>,
  id: string,
  title: string,
): AbsentFigure | null {
  const unread = indicatorsOf(set).find((indicator) => context.unread?.has(indicator))
  return unread ? absentFigure(context, id, title, notReportedYet(context, unread)) : null
}

/** Why nobody can be judged: a slice is on its way or could not be read, or nobody is registered. */
export function withoutBrains(
  context: FigureContext,
  { set, frame }: Pick<EligibilityView, 'set' | 'frame'>,
  id: string,
  title: string,
): AbsentFigure | null {
  const reading = stillReading(context, { set }, id, title)
  if (reading) return reading
  if (frame.brains.length > 0) return null
  return absentFigure(
    context,
    id,
    title,
    say(
      context.locale,
      '没有登记的产业大脑；公开资料点名的没有本脑读数，不作判定',
      'No brain is registered; of those that the press names no reading is public, so none is judged',
    ),
  )
}
