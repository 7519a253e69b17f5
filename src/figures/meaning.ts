import type { Indicator } from '../domain/indicator.ts'
import { formatPeriod, periodEnd } from '../domain/period.ts'
import type { Reading } from '../domain/reading.ts'
import { textOf } from '../domain/text.ts'
import type { FigureContext } from './definition.ts'
import type { AbsentFigure } from './kinds/absentFigure.ts'
import type { Citation, Meaning } from './kinds/figureMeaning.ts'
import { isUnfilledDemo } from './programme.ts'
import { creditText } from './text/creditText.ts'
import { unfilledDemo } from './text/sentences.ts'
import { say } from './text/words.ts'

/** The fields of a figure's meaning that its data decide; the rest has plain defaults. */
export function meaning(
  context: FigureContext,
  fields: Pick<Meaning, 'id' | 'title' | 'finding'> & Partial<Meaning>,
): Meaning {
  return {
    locale: context.locale,
    unit: '',
    period: '',
    scope: '',
    definition: '',
    source:
      creditText(context.credit, context.locale) ??
      say(context.locale, '建设过程登记', 'Register of lifecycle events'),
    citations: [],
    asOf: null,
    knownAt: null,
    notes: [],
    simulated: context.credit !== null,
    indicators: [],
    ...fields,
  }
}

/** Meaning of a figure over one reported indicator in one period. */
export function reportedMeaning(
  context: FigureContext,
  indicator: Indicator,
  period: string,
  fields: Pick<Meaning, 'id' | 'title' | 'finding'> & Partial<Meaning>,
): Meaning {
  const { locale } = context
  const slice = context.cube.slices.get(indicator.id)
  return meaning(context, {
    period: formatPeriod(period, locale, { cumulative: indicator.kind === 'flow' }),
    definition: textOf(indicator.definition, locale),
    source:
      creditText(context.credit, locale) ?? say(locale, '各产业大脑报送', 'Reported by the brains'),
    asOf: periodEnd(period),
    knownAt: slice?.knownAt ?? null,
    notes: indicator.overlaps ? [overlapNote(context)] : [],
    simulated: slice?.origins.includes('simulated') ?? false,
    indicators: [indicator.id],
    ...fields,
  })
}

/** Printed with every total over brains that may count one firm, centre or cluster twice. */
export const overlapNote = ({ locale }: FigureContext): string =>
  say(
    locale,
    '各脑报送合计，可能交叉；报送口径，非统计部门数据',
    'Sum of the brains’ reports, may overlap; as reported, not official statistics',
  )

/** 51/54 家报送: how many of those who should have reported a total covers. */
export const coverageText = (reading: Reading, context: FigureContext): string =>
  'value' in reading
    ? say(
        context.locale,
        `${reading.covered}/${reading.expected} 家报送`,
        `${reading.covered} of ${reading.expected} reported`,
      )
    : ''

/** A figure without data: says why and what comes next. Of a demo that nobody has filled all say the same. */
export function absentFigure(
  context: FigureContext,
  id: string,
  title: string,
  reason: string,
  next: string | null = null,
): AbsentFigure {
  if (isUnfilledDemo(context)) return stated(context, id, title, unfilledDemo(context.locale), null)
  return stated(context, id, title, reason, next)
}

function stated(
  context: FigureContext,
  id: string,
  title: string,
  reason: string,
  next: string | null,
): AbsentFigure {
  return {
    ...meaning(context, { id, title, source: '', finding: `${title}：${reason}` }),
    kind: 'absent',
    word: wordOf(context),
    reason,
    next,
  }
}

function wordOf(context: FigureContext): string {
  const { locale, space } = context
  if (isUnfilledDemo(context)) return say(locale, '未填充', 'not filled')
  return space === 'main'
    ? say(locale, '未公开', 'not public')
    : say(locale, '未报送', 'not reported')
}

/** Citations of source ids, in the order given; unknown ids are left out. */
export function citationsOf(context: FigureContext, ids: readonly string[]): Citation[] {
  return ids.flatMap((id) => {
    const source = context.sources.find((candidate) => candidate.id === id)
    return source
      ? [
          {
            title: source.title,
            publisher: source.publisher,
            date: source.date,
            unverified: source.confidence === 'C',
          },
        ]
      : []
  })
}
