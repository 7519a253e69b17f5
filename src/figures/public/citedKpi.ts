import type { UnitId } from '../../domain/indicator.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { namedInPublic } from '../programme.ts'
import { quantity } from '../text/number.ts'
import { sourceMark, sourceText } from '../text/source.ts'
import { say } from '../text/words.ts'

/** A count as one publication states it, with its own 口径, its date and 待核 where it is a reprint. */
const citedKpi = (
  id: string,
  subject: string,
  name: LocalText,
  unit: UnitId,
): FigureDefinition => ({
  id,
  name,
  indicators: [],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = textOf(name, locale)
    const cited = context.cited.find((point) => point.subject === subject)
    if (!cited) return absentFigure(context, id, title, notCited(context))
    const value = quantity(cited.value, unit, locale)
    const source = context.sources.find((entry) => entry.id === cited.source)
    return {
      ...meaning(context, {
        id,
        title,
        unit: value.unit,
        period: cited.date,
        definition: textOf(cited.definition, locale),
        source: sourceText(source),
        citations: citationsOf(context, [cited.source]),
        asOf: cited.date,
        finding: say(
          locale,
          `${textOf(cited.label, locale)} ${value.text} ${value.unit}（${cited.date}）`,
          `${textOf(cited.label, locale)}: ${value.text} ${value.unit} (${cited.date})`,
        ),
      }),
      kind: 'kpi',
      value,
      meta: cited.date,
      comparison: { text: sourceMark(source, locale), below: false },
      spark: null,
      share: null,
    }
  },
})

const notCited = ({ locale }: FigureContext): string =>
  say(locale, '公开来源中没有这一数字', 'No public source states this number')

/** Published counts of the programme: different publications, different 口径, never joined. */
export const citedKpis: readonly FigureDefinition[] = [
  citedKpi(
    'cited-pilots',
    'office.pilots',
    { zh: '公布的建设试点', en: 'Pilots published' },
    'brains',
  ),
  citedKpi('cited-pool', 'office.pool', { zh: '公布的入库培育', en: 'Pool published' }, 'brains'),
  citedKpi(
    'cited-press',
    'press.brains',
    { zh: '媒体报道累计', en: 'Reported by the press' },
    'brains',
  ),
  citedKpi(
    'cited-served',
    'first32.firmsServed',
    { zh: '首批服务企业', en: 'Served by the first 32' },
    'firms',
  ),
]

/** Brains that public sources name one by one. */
export const namedBrains: FigureDefinition = {
  id: 'named-brains',
  name: { zh: '公开可查的大脑', en: 'Named in public' },
  indicators: [],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = say(locale, '公开可查的大脑', 'Named in public')
    const named = namedInPublic(context)
    const cities = new Set(named.map(({ city }) => city)).size
    if (named.length === 0) return absentFigure(context, 'named-brains', title, notCited(context))
    return {
      ...meaning(context, {
        id: 'named-brains',
        title,
        period: say(locale, `截至 ${context.today}`, `as of ${context.today}`),
        definition: say(
          locale,
          '公开来源逐一点名的产业大脑；完整名单未公开，不作推测',
          'Brains that public sources name one by one; the full list is not public and not guessed',
        ),
        source: say(locale, '公开来源汇总', 'Public sources'),
        citations: citationsOf(context, [...new Set(named.flatMap(({ sources }) => sources))]),
        asOf: context.today,
        finding: say(
          locale,
          `公开来源点名 ${named.length} 个产业大脑，分布在 ${cities} 个市。`,
          `Public sources name ${named.length} brains in ${cities} cities.`,
        ),
      }),
      kind: 'kpi',
      value: quantity(named.length, 'brains', locale),
      meta: say(locale, `${cities} 市`, `${cities} cities`),
      comparison: {
        text: say(locale, '完整名单未公开', 'the full list is not public'),
        below: false,
      },
      spark: null,
      share: null,
    }
  },
}
