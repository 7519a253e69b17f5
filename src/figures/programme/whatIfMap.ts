import { passes } from '../../domain/eligibility/judge.ts'
import { verdictAt, type Outcomes } from '../../domain/eligibility/judgeAll.ts'
import { CITIES, cityName } from '../../domain/region.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { MapArea, MapFigure } from '../kinds/mapFigure.ts'
import { levelOf, lopsidedText } from '../mapClasses.ts'
import { formatChange } from '../text/number.ts'
import { mapApproval } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import { whatIfMark, whatIfMeaning, withoutBrains } from './eligibilityMeaning.ts'
import type { WhatIfView } from './eligibilityView.ts'

const ID = 'what-if-map'
const BREAKS = [1, 2, 4, 6]

/** Brains that pass in each city, as tried out; the card says how many it were. */
export function whatIfMap(context: FigureContext, view: WhatIfView): MapFigure | AbsentFigure {
  const { locale } = context
  const title = say(
    locale,
    `各市通过的产业大脑（${whatIfMark(locale)}）`,
    `Brains that pass by city (${whatIfMark(locale)})`,
  )
  const absent = withoutBrains(context, view, ID, title)
  if (absent) return absent
  const [before, after] = [passingBy(context, view.outcomes), passingBy(context, view.tried)]
  const present = citiesOf(context, view.outcomes)
  const areas = CITIES.map((id) =>
    areaOf(context, id, present.has(id), before.get(id) ?? 0, after.get(id) ?? 0),
  )
  const total = areas.reduce((sum, { value }) => sum + (value.value ?? 0), 0)
  const cities = areas.filter(({ value }) => (value.value ?? 0) > 0).length
  return {
    ...whatIfMeaning(context, view, {
      ...{ id: ID, title, unit: say(locale, '个', 'brains') },
      finding: say(
        locale,
        `测算：${cities} 个市共 ${total} 个产业大脑通过。`,
        `What-if: ${total} brains pass, in ${cities} cities.`,
      ),
    }),
    kind: 'map',
    indicator: '',
    areas,
    breaks: BREAKS,
    breakTexts: BREAKS.map(String),
    rampTitle: say(locale, '底色：通过（个）', 'Fill: brains that pass'),
    ...{ markers: [], symbols: [], sizeNote: '' },
    absentStyle: 'plain',
    absentNote: say(locale, '没有产业大脑', 'no brain'),
    lopsided: lopsidedText(areas, locale),
    approval: mapApproval(context),
  }
}

const cityOf = ({ cube }: FigureContext, brain: string): string => cube.byId.get(brain)?.city ?? ''

const citiesOf = (context: FigureContext, { brains }: Outcomes): ReadonlySet<string> =>
  new Set(brains.map((brain) => cityOf(context, brain)))

function passingBy(context: FigureContext, outcomes: Outcomes): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  outcomes.brains.forEach((brain, b) => {
    if (!passes(verdictAt(outcomes.whole, b))) return
    const city = cityOf(context, brain)
    counts.set(city, (counts.get(city) ?? 0) + 1)
  })
  return counts
}

function areaOf(
  { locale }: FigureContext,
  id: string,
  isPresent: boolean,
  before: number,
  after: number,
): MapArea {
  const unit = say(locale, '个', '')
  const change = after - before
  return {
    ...{ id, name: cityName(id, locale, { short: true }), rank: null },
    value: isPresent
      ? { value: after, unit, text: String(after) }
      : { value: null, unit, text: '', absent: 'notApplicable' },
    level: isPresent ? levelOf(after, BREAKS) : null,
    card: [
      { label: say(locale, '原条件', 'As published'), text: String(before) },
      { label: say(locale, '测算', 'What-if'), text: String(after) },
      ...(change === 0
        ? []
        : [{ label: say(locale, '变化', 'Change'), text: formatChange(change, locale, 0) }]),
    ],
  }
}
