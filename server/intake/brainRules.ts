import type { BrainEntry } from '../../src/contract/index.ts'
import { ALL_REGIONS, COUNTIES, countiesOf, regionName } from '../../src/domain/county.ts'
import { UNKNOWN_GROUP } from '../../src/domain/measure/group.ts'
import { CITIES, cityName } from '../../src/domain/region.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import { nearest } from './nearest.ts'

export interface BrainContext {
  /** Ids of the space's sources. */
  readonly sources: ReadonlySet<string>
  /** The service's day (Asia/Shanghai). */
  readonly today: string
}

const COUNTY_IDS: ReadonlyMap<string, string | null> = new Map(
  COUNTIES.map(({ id, parent }) => [id, parent]),
)

/** Ids that observations and groups use for something other than a brain. */
const RESERVED: ReadonlySet<string> = new Set([...ALL_REGIONS.map(({ id }) => id), UNKNOWN_GROUP])

/**
 * What every registry entry must keep beyond its format: an id of its own, a city and a county of
 * Shandong that belong together, a batch that can have opened, sources that are known. All faults.
 */
export const brainFindings = (brains: readonly BrainEntry[], context: BrainContext): Finding[] =>
  brains.flatMap((brain, i) => [
    ...idFindings(brain, `/brains/${i}/id`),
    ...cityFindings(brain, `/brains/${i}/city`),
    ...countyFindings(brain, `/brains/${i}/county`),
    ...batchFindings(brain, `/brains/${i}/batch`, context),
    ...sourceFindings(brain, `/brains/${i}/sources`, context),
  ])

function idFindings({ id }: BrainEntry, place: string): Finding[] {
  if (!RESERVED.has(id) && !/^\d{6}$/.test(id)) return []
  return [
    finding(
      place,
      'reservedId',
      '行政区划代码等不能作产业大脑编号；请另取编号。',
      'Codes of regions and groups are not ids of brains: choose another id.',
    ),
  ]
}

function cityFindings({ city }: BrainEntry, place: string): Finding[] {
  if (CITIES.includes(city)) return []
  return [
    finding(
      place,
      'city',
      `“${city}”不是山东省设区市的代码；如 370100 济南市。`,
      `"${city}" is not the code of a city of Shandong; Jinan is 370100.`,
    ),
  ]
}

function countyFindings({ city, county }: BrainEntry, place: string): Finding[] {
  if (county === null) return []
  const parent = COUNTY_IDS.get(county)
  if (parent === undefined)
    return [
      finding(
        place,
        'county',
        `“${county}”不是山东省县（市、区）的代码；不详时填 null。`,
        `"${county}" is not the code of a county of Shandong; give null where it is not known.`,
      ),
    ]
  if (parent === city || !CITIES.includes(city)) return []
  const inside = countiesOf(city).map(({ id }) => id)
  return [
    finding(
      place,
      'county',
      `${regionName(county, 'zh-CN')}（${county}）不属于${cityName(city, 'zh-CN')}；该市代码为 ${inside[0]} 至 ${inside.at(-1)}。`,
      `${regionName(county, 'en')} (${county}) is not in ${cityName(city, 'en')}, whose counties are ${inside[0]} to ${inside.at(-1)}.`,
    ),
  ]
}

/** A batch is named by its year; the next one may be prepared. */
function batchFindings({ batch }: BrainEntry, place: string, { today }: BrainContext): Finding[] {
  const last = Number(today.slice(0, 4)) + 1
  if (batch === null || batch <= last) return []
  return [
    finding(
      place,
      'batch',
      `批次年份不得晚于 ${last}；不详时填 null。`,
      `The batch is a year up to ${last}; give null where it is not known.`,
    ),
  ]
}

function sourceFindings(
  { sources: cited }: BrainEntry,
  place: string,
  { sources }: BrainContext,
): Finding[] {
  return cited.flatMap((id, i) => {
    if (sources.has(id)) return []
    const close = nearest(id, sources)
    return [
      finding(
        `${place}/${i}`,
        'unknownSource',
        `没有来源“${id}”${close ? `，是否指“${close}”` : ''}；没有公开来源时留空。`,
        `There is no source "${id}"${close ? `; did you mean "${close}"` : ''}. Leave the list empty where nothing public is cited.`,
      ),
    ]
  })
}
