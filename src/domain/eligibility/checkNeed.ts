import type { Indicator } from '../indicator.ts'
import type { RuleFault } from '../ruleFault.ts'
import type { LocalText } from '../text.ts'
import type { CountNeed, Need, ReadingNeed } from './ruleSet.ts'

export type Path = readonly (string | number)[]
type Indicators = ReadonlyMap<string, Indicator>

export const fault = (path: Path, rule: string, text: LocalText, remedy: LocalText): RuleFault => ({
  path,
  rule,
  text,
  remedy,
})

/**
 * What is wrong with one need by itself: an indicator that is unknown or that brains do not report, a threshold that
 * is missing or that no value can reach, a floor that says nothing, counts that can never be met. Parts of a group are
 * judged one by one.
 */
export function checkNeed(need: Need, path: Path, indicators: Indicators): readonly RuleFault[] {
  if (need.kind === 'reading') return readingFaults(need, path, indicators)
  return need.kind === 'count' ? countFaults(need, path, indicators) : []
}

function readingFaults(need: ReadingNeed, path: Path, indicators: Indicators): RuleFault[] {
  const { indicator: id, least } = need
  const indicator = indicators.get(id)
  if (!indicator) return [unknownIndicator([...path, 'indicator'], id)]
  return [
    ...(least === null ? [missingThreshold([...path, 'least'], id)] : []),
    ...unreported(indicator, [...path, 'indicator']),
    ...basisFaults(need.basis, indicator, path),
    ...outOfRange(least, indicator, [...path, 'least']),
    ...floorFaults(need, indicator, [...path, 'floor']),
  ]
}

function countFaults({ indicators, least }: CountNeed, path: Path, all: Indicators): RuleFault[] {
  const place = [...path, 'indicators']
  const different = new Set(indicators)
  return [
    ...[...different].flatMap((id) => {
      const known = all.get(id)
      return known ? unreported(known, place) : [unknownIndicator(place, id)]
    }),
    ...(different.size < indicators.length ? [repeatedIndicator(place)] : []),
    ...(least > different.size ? [neverMet([...path, 'least'], least, different.size)] : []),
  ]
}

const unknownIndicator = (path: Path, id: string): RuleFault =>
  fault(
    path,
    'unknownIndicator',
    { zh: `指标字典里没有“${id}”。`, en: `The dictionary has no indicator "${id}".` },
    {
      zh: '取指标字典中的编号，如 cluster.revenue。',
      en: 'Use an id of the dictionary such as cluster.revenue.',
    },
  )

const repeatedIndicator = (path: Path): RuleFault =>
  fault(
    path,
    'repeatedIndicator',
    { zh: '同一指标列了两次，只能算一项。', en: 'An indicator stands twice and counts once.' },
    {
      zh: '每项指标只列一次；要求一项指标的数值，用 reading。',
      en: 'Name each indicator once; ask for the value of one by a "reading".',
    },
  )

const neverMet = (path: Path, least: number, of: number): RuleFault =>
  fault(
    path,
    'neverMet',
    {
      zh: `要求 ${least} 项，只列了 ${of} 项指标，永远不能满足。`,
      en: `It asks for ${least} of ${of} indicators and can never be met.`,
    },
    { zh: '减少项数，或补列指标。', en: 'Ask for fewer, or name more indicators.' },
  )

const missingThreshold = (path: Path, id: string): RuleFault =>
  fault(
    path,
    'missingThreshold',
    { zh: `“${id}”没有门槛数值。`, en: `"${id}" has no threshold.` },
    {
      zh: '填写下限；通知未定数值的，改为“说明”（statement）。',
      en: 'Give "least"; where the notice names no number make it a statement.',
    },
  )

/** What regions publish is never known of a brain. */
const unreported = ({ id, reportedFrom }: Indicator, path: Path): RuleFault[] =>
  reportedFrom === 'region'
    ? [
        fault(
          path,
          'notReported',
          {
            zh: `“${id}”是地区统计指标，产业大脑不报送，永远无法判定。`,
            en: `"${id}" is a statistic of regions that no brain reports: it can never be judged.`,
          },
          { zh: '改用产业大脑报送的指标。', en: 'Use an indicator that brains report.' },
        ),
      ]
    : []

/** A year's sum is known of flows alone. */
function basisFaults(
  basis: ReadingNeed['basis'],
  { kind, id }: Indicator,
  path: Path,
): RuleFault[] {
  if (basis !== 'lastYear' || kind === 'flow') return []
  return [
    fault(
      [...path, 'basis'],
      'basis',
      {
        zh: `“${id}”不是累计量，没有“上一年度”合计。`,
        en: `"${id}" is no cumulative flow and has no sum of the year before.`,
      },
      { zh: '取数改为 latest（最近值）。', en: 'Use the basis "latest".' },
    ),
  ]
}

/** A threshold outside the bounds of a valid value would let all pass, or none. */
function outOfRange(
  value: number | null,
  { id, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Indicator,
  path: Path,
): RuleFault[] {
  if (value === null || (value >= min && value <= max)) return []
  return [
    fault(
      path,
      'outOfRange',
      {
        zh: `${value} 不在“${id}”的取值范围（${min} 至 ${max}）内。`,
        en: `${value} is no value that "${id}" can have (${min} to ${max}).`,
      },
      {
        zh: '核对数值与单位，取范围内的数。',
        en: 'Check the number and its unit; take one within the range.',
      },
    ),
  ]
}

function floorFaults({ least, soft, floor }: ReadingNeed, of: Indicator, path: Path): RuleFault[] {
  if (floor === null) return []
  return [
    ...outOfRange(floor, of, path),
    ...(soft ? [] : [floorWithoutSoft(path)]),
    ...(least !== null && floor > least ? [floorAboveLeast(path, floor, least)] : []),
  ]
}

const floorWithoutSoft = (path: Path): RuleFault =>
  fault(
    path,
    'floorWithoutSoft',
    {
      zh: '未标“原则上”（soft），放宽后的下限不起作用。',
      en: 'Without "soft" the floor has no effect.',
    },
    { zh: '标明“原则上”，或去掉下限 floor。', en: 'Set "soft", or leave "floor" out.' },
  )

const floorAboveLeast = (path: Path, floor: number, least: number): RuleFault =>
  fault(
    path,
    'floorAboveLeast',
    { zh: `放宽至 ${floor} 高于门槛 ${least}。`, en: `The floor ${floor} lies above ${least}.` },
    { zh: '放宽后的下限不得高于门槛。', en: 'Relax to a value below the threshold.' },
  )
