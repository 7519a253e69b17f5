import { textOf } from '../../domain/text.ts'
import type { FigureDefinition } from '../definition.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'

/** Dated publications with their numbers, newest first: what is known when nothing changed lately. */
export const citedTimeline: FigureDefinition = {
  id: 'cited-timeline',
  name: { zh: '公开记录', en: 'On record' },
  indicators: [],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = say(locale, '公开记录', 'On record')
    const dated = context.cited
      .filter(({ date }) => date.length === 10)
      .sort((a, b) => b.date.localeCompare(a.date))
    if (dated.length === 0)
      return absentFigure(
        context,
        'cited-timeline',
        title,
        say(locale, '没有公开记录', 'Nothing on record'),
      )
    return {
      ...meaning(context, {
        id: 'cited-timeline',
        title,
        definition: say(
          locale,
          '公开来源中有日期的数字，按日期先后；口径各不相同，不相加',
          'Dated numbers of public sources, newest first; their counting rules differ, never added up',
        ),
        source: say(locale, '公开来源', 'Public sources'),
        citations: citationsOf(
          context,
          dated.map(({ source }) => source),
        ),
        asOf: dated[0]?.date ?? null,
        finding: `${dated[0]?.date} ${dated[0] ? textOf(dated[0].label, locale) : ''} ${dated[0]?.value ?? ''}`,
      }),
      kind: 'timeline',
      entries: dated.map(({ id, date, label, value }) => ({
        id,
        date,
        symbol: null,
        text: `${textOf(label, locale)} ${value}`,
      })),
    }
  },
}
