import {
  computeRackUtilisation,
  computeRacksBuilt,
  computeRacksInUse,
  computeRacksPlanned,
} from '../domain/catalogue/headline.ts'
import { textOf } from '../domain/text.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { BarRow } from './kinds/barFigure.ts'
import { groupReadings, hasData, latestMonth, provinceReading } from './latest.ts'
import { absentFigure, coverageText, reportedMeaning } from './meaning.ts'
import { formatNumber, quantityOf } from './text/number.ts'
import { nextDue, nobodyReported, notReportedYet } from './text/sentences.ts'
import { say } from './text/words.ts'

const ID = 'rack-capacity'
const name = { zh: '数据中心机架', en: 'Data-centre racks' }
const TOP = 3
const BOTTOM = 2

/** Subject of the target for one brain's planned racks (2023 notice: 1,000). */
export const RACK_SUBJECT = 'compute.racksPlanned'

/** Planned, built and used racks: the largest centres and those furthest below the threshold. */
export const rackCapacity: FigureDefinition = {
  id: ID,
  name,
  indicators: [computeRacksPlanned, computeRacksBuilt, computeRacksInUse, computeRackUtilisation],
  build: (context) => {
    const { locale } = context
    const title = say(locale, name.zh, name.en)
    const period = latestMonth(context)
    if (!hasData(context, computeRacksBuilt.id, period))
      return absentFigure(
        context,
        ID,
        title,
        notReportedYet(context, computeRacksBuilt.id),
        nextDue(context),
      )
    const target = context.targets.find(({ subject }) => subject === RACK_SUBJECT)
    const centres = centresOf(context, period)
    if (centres.length === 0)
      return absentFigure(context, ID, title, nobodyReported(context, period), nextDue(context))
    const short = target ? centres.filter(({ planned }) => planned < target.value).length : 0
    const shown = ends(centres)
    return {
      ...reportedMeaning(context, computeRacksBuilt, period, {
        id: ID,
        title,
        unit: say(locale, '架', 'racks'),
        scope: coverageText(provinceReading(context, computeRacksBuilt.id, period), context),
        finding: say(
          locale,
          `${centres.length} 个数据中心中 ${centres.length - short} 个规划达到门槛，${short} 个未达。`,
          `${centres.length - short} of ${centres.length} centres plan to reach the threshold, ${short} do not.`,
        ),
      }),
      kind: 'bar',
      layout: 'nested',
      series: [
        { id: 'planned', name: say(locale, '规划', 'planned'), role: 'planned' },
        { id: 'built', name: say(locale, '建成', 'built'), role: 'built' },
        { id: 'inUse', name: say(locale, '在用', 'in use'), role: 'inUse' },
      ],
      columns: [say(locale, '建成', 'built'), say(locale, '上架率', 'in use')],
      rows: shown.map((centre) => centreRow(context, centre, target?.value ?? null)),
      breakAfter: shown.length < centres.length ? TOP : null,
      threshold: target ? { value: target.value, label: textOf(target.label, locale) } : null,
    }
  },
}

interface Centre {
  readonly id: string
  readonly planned: number
  readonly built: number
  readonly inUse: number
}

/** Brains with all three figures, largest first. */
function centresOf(context: FigureContext, period: string): Centre[] {
  const read = (indicator: string) =>
    new Map(
      groupReadings(context, indicator, period, 'brain').flatMap(({ id, reading }) =>
        'value' in reading ? [[id, reading.value] as const] : [],
      ),
    )
  const [planned, built, inUse] = [
    read(computeRacksPlanned.id),
    read(computeRacksBuilt.id),
    read(computeRacksInUse.id),
  ]
  return [...built]
    .map(([id, racks]) => ({
      id,
      planned: planned.get(id) ?? racks,
      built: racks,
      inUse: inUse.get(id) ?? 0,
    }))
    .sort((a, b) => b.built - a.built)
}

/** The first and the last few of a ranking. */
const ends = <T>(rows: readonly T[]): T[] =>
  rows.length <= TOP + BOTTOM + 1 ? [...rows] : [...rows.slice(0, TOP), ...rows.slice(-BOTTOM)]

function centreRow(context: FigureContext, centre: Centre, threshold: number | null): BarRow {
  const { locale } = context
  const brain = context.cube.brains.find(({ id }) => id === centre.id)
  const gap = threshold === null ? 0 : threshold - centre.planned
  const used = centre.built > 0 ? (centre.inUse / centre.built) * 100 : null
  return {
    id: centre.id,
    label: brain?.name ?? centre.id,
    tone: 'fact',
    values: [centre.planned, centre.built, centre.inUse],
    columns: [
      {
        text: quantityOf({ value: centre.built, covered: 1, expected: 1 }, 'racks', locale, {
          size: 0,
        }).text,
        below: false,
      },
      { text: used === null ? '—' : `${formatNumber(used)}%`, below: false },
    ],
    warning:
      gap > 0
        ? say(locale, `差 ${formatNumber(gap)} 架`, `${formatNumber(gap)} racks short`)
        : null,
  }
}
