import { passes, type Verdict } from '../../domain/eligibility/judge.ts'
import { compareOutcomes, verdictAt } from '../../domain/eligibility/judgeAll.ts'
import { CITIES, cityName } from '../../domain/region.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { MapArea, MapFigure } from '../kinds/mapFigure.ts'
import { levelOf, lopsidedText } from '../mapClasses.ts'
import { mapApproval } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import { whatIfMark, whatIfMeaning, withoutBrains } from './eligibilityMeaning.ts'
import type { WhatIfView } from './eligibilityView.ts'
import { verdictName } from './eligibilityWords.ts'
import { difference } from './whatIfCounts.ts'

const ID = 'what-if-map'
const BREAKS = [1, 2, 4, 6]

/** Brains that may apply in each city, as tried out, and how many verdicts change there; the card says more. */
export function whatIfMap(context: FigureContext, view: WhatIfView): MapFigure | AbsentFigure {
  const { locale } = context
  const title = say(
    locale,
    `各市可申报的产业大脑（${whatIfMark(locale)}）`,
    `Brains that may apply by city (${whatIfMark(locale)})`,
  )
  const absent = withoutBrains(context, view, ID, title)
  if (absent) return absent
  const counts = cityCounts(context, view)
  const areas = CITIES.map((id) => areaOf(context, id, counts.get(id)))
  const total = areas.reduce((sum, { value }) => sum + (value.value ?? 0), 0)
  const cities = areas.filter(({ value }) => (value.value ?? 0) > 0).length
  const changed = [...counts.values()].reduce((sum, city) => sum + city.changed, 0)
  const changing = [...counts.values()].filter((city) => city.changed > 0).length
  return {
    ...whatIfMeaning(context, view, {
      ...{ id: ID, title, unit: say(locale, '个', 'brains') },
      finding: say(
        locale,
        `测算：${cities} 个市共 ${total} 个可申报；${changed === 0 ? '判定不变' : `${changing} 个市 ${changed} 个判定有变`}。`,
        `What-if: ${total} may apply, in ${cities} cities; ${changed === 0 ? 'no verdict changes' : `${changed} verdicts change, in ${changing} cities`}.`,
      ),
    }),
    kind: 'map',
    indicator: '',
    areas,
    breaks: BREAKS,
    breakTexts: BREAKS.map(String),
    rampTitle: say(
      locale,
      '底色：可申报（个）；Δ 判定有变',
      'Fill: may apply (brains); Δ verdicts changed',
    ),
    ...{ markers: [], symbols: [], sizeNote: '' },
    absentStyle: 'plain',
    absentNote: say(locale, '没有产业大脑', 'no brain'),
    lopsided: lopsidedText(areas, locale),
    approval: mapApproval(context),
  }
}

const cityOf = ({ cube }: FigureContext, brain: string): string => cube.byId.get(brain)?.city ?? ''

/** What a city has: who may apply now and as tried out, who of these only in principle or by a waiver. */
interface CityCount {
  before: number
  after: number
  readonly verdicts: Record<Verdict, number>
  changed: number
}

function cityCounts(
  context: FigureContext,
  { outcomes, tried }: WhatIfView,
): ReadonlyMap<string, CityCount> {
  const counts = new Map<string, CityCount>()
  const of = (b: number): CityCount => {
    const city = cityOf(context, outcomes.brains[b] ?? '')
    const held = counts.get(city) ?? { ...{ before: 0, after: 0, changed: 0 }, verdicts: none() }
    counts.set(city, held)
    return held
  }
  outcomes.brains.forEach((_, b) => {
    const count = of(b)
    const verdict = verdictAt(tried.whole, b)
    if (passes(verdictAt(outcomes.whole, b))) count.before++
    if (passes(verdict)) count.after++
    count.verdicts[verdict]++
  })
  for (const some of Object.values(compareOutcomes(outcomes, tried)) as (readonly number[])[])
    for (const b of some) of(b).changed++
  return counts
}

const none = (): Record<Verdict, number> => ({
  ...{ pass: 0, softPass: 0, waived: 0, unknown: 0, fail: 0 },
})

function areaOf({ locale }: FigureContext, id: string, count: CityCount | undefined): MapArea {
  const unit = say(locale, '个', '')
  const area = { id, name: cityName(id, locale, { short: true }), rank: null }
  if (!count) {
    const value = { value: null, unit, text: '', absent: 'notApplicable' } as const
    return { ...area, value, level: null, card: [] }
  }
  const { before, after, changed, verdicts } = count
  return {
    ...area,
    value: { value: after, unit, text: changed > 0 ? `${after} Δ${changed}` : String(after) },
    level: levelOf(after, BREAKS),
    card: [
      { label: say(locale, '现行可申报', 'May apply now'), text: String(before) },
      { label: say(locale, '测算可申报', 'May apply, what-if'), text: String(after) },
      ...(['softPass', 'waived'] as const)
        .filter((verdict) => verdicts[verdict] > 0)
        .map((verdict) => ({
          label: verdictName(verdict, locale),
          text: String(verdicts[verdict]),
        })),
      ...(before === after
        ? []
        : [{ label: say(locale, '变化', 'Change'), text: difference(after - before) }]),
      ...(changed === 0
        ? []
        : [{ label: say(locale, '判定有变', 'Verdicts changed'), text: String(changed) }]),
    ],
  }
}
