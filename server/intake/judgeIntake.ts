import type { DryRunCell, IntakeFindingEntry } from '../../src/contract/index.ts'
import type { Space } from '../space/space.ts'
import type { FoundCell } from '../store/store.ts'
import { changeOf } from '../store/revision.ts'
import { dictionaryFindings } from './dictionaryFindings.ts'
import type { Unnamed } from './dictionaryFindings.ts'
import { NO_PLACE, placeText } from './intakeCell.ts'
import type { IntakeCell, IntakeFinding } from './intakeCell.ts'
import { otherReadings } from './otherReadings.ts'
import type { OthersOf } from './otherReadings.ts'
import { periodsAround, qualityFindings } from './qualityFindings.ts'

/** What was handed in for a brain and a period, as it was read. */
export interface Asked {
  readonly brain: string
  readonly period: string
  readonly status: 'preliminary' | 'final'
  /** Why earlier figures change; null while nothing was said. */
  readonly reason: string | null
  readonly cells: readonly IntakeCell[]
  readonly findings: readonly IntakeFinding[]
}

export interface JudgedIntake {
  readonly cells: readonly DryRunCell[]
  readonly findings: readonly IntakeFindingEntry[]
}

/** A report beside what stands of its brain. */
interface Opened {
  readonly asked: Asked
  readonly brain: string
  /** What the reader and the dictionary say. */
  readonly findings: readonly Unnamed[]
  /** Cells that nothing blocks so far. */
  readonly cells: readonly IntakeCell[]
  readonly standing: readonly FoundCell[]
}

/** Every cell of some reports beside what stands in the store, and everything that the rules say of them. */
export async function judgeIntake(
  space: Space,
  reports: readonly Asked[],
): Promise<readonly JudgedIntake[]> {
  const opened: Opened[] = []
  for (const asked of reports) opened.push(await openReport(space, asked))
  const others = await otherReadings(space, opened)
  return opened.map((report) => judged(space, report, others))
}

async function openReport(space: Space, asked: Asked): Promise<Opened> {
  const { brain, cells: all } = asked
  const findings = [
    ...atCells(asked.findings, all),
    ...dictionaryFindings(asked, { indicators: space.indicators, today: space.clock.today() }),
    ...(all.length === 0 && asked.findings.length === 0 ? [NO_CELLS] : []),
  ]
  const blocked = blockedCells(findings)
  const cells = all.filter((cell) => !blocked.has(keyOf(cell)))
  const standing = await space.store.standingCells({
    entities: [brain],
    indicators: cells.length === 0 ? [] : reportedIndicators(space),
    periods: periodsAround(new Set(cells.map(({ period }) => period))),
  })
  return { asked, brain, findings, cells, standing }
}

function judged(
  space: Space,
  { asked, brain, findings: found, cells: sound, standing }: Opened,
  others: OthersOf,
): JudgedIntake {
  const { period, status, reason, cells } = asked
  const report = { brain, period, status, reason, cells: sound, standing, others: others(brain) }
  const findings = named([...found, ...qualityFindings(space, report)])
  const rejected = blockedCells(findings)
  const held = new Map(standing.map((cell) => [keyOf(cell), cell]))
  return {
    findings,
    cells: cells.map((cell) =>
      compared(cell, held.get(keyOf(cell)) ?? null, {
        ...{ rejected: rejected.has(keyOf(cell)), status },
      }),
    ),
  }
}

/** Cells of a report are set against others of its brain: every indicator that brains report. */
const reportedIndicators = ({ indicators }: Space): string[] =>
  [...indicators.values()].flatMap(({ id, reportedFrom }) =>
    reportedFrom === 'region' ? [] : [id],
  )

const keyOf = ({ indicator, period }: { indicator: string; period: string }): string =>
  `${indicator}|${period}`

const NO_CELLS: Unnamed = {
  ...{ place: NO_PLACE, rule: 'noCells', severity: 'block', indicator: null, period: null },
  text: { zh: '文件中没有可以识别的数据。', en: 'The file holds no figure that could be read.' },
  remedy: {
    zh: '下载当期模板，填好后再上传。',
    en: 'Download the template of the period, fill it in and upload it.',
  },
}

/** The reader's findings, each with the cell that was read at its place, if one was. */
function atCells(
  findings: readonly IntakeFinding[],
  cells: readonly IntakeCell[],
): readonly Unnamed[] {
  const at = new Map(cells.map((cell) => [placeText(cell.place), cell]))
  return findings.map((finding) => {
    const cell = at.get(placeText(finding.place))
    return { ...finding, indicator: cell?.indicator ?? null, period: cell?.period ?? null }
  })
}

const blockedCells = (findings: readonly Unnamed[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ severity, indicator, period }) =>
      severity === 'block' && indicator !== null && period !== null
        ? [keyOf({ indicator, period })]
        : [],
    ),
  )

/** Ids by rule and cell, so that an answer still fits after the file was judged again. */
function named(findings: readonly Unnamed[]): readonly IntakeFindingEntry[] {
  const used = new Map<string, number>()
  return findings.map((finding) => {
    const { rule, indicator, period, place } = finding
    const at = indicator === null ? placeText(place) : `${indicator}:${period ?? ''}`
    const base = `${rule}:${at}`.slice(0, 180)
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    return { id: count === 1 ? base : `${base}:${count}`, ...finding }
  })
}

function compared(
  cell: IntakeCell,
  held: FoundCell | null,
  { rejected, status }: { readonly rejected: boolean; readonly status: Asked['status'] },
): DryRunCell {
  const { place, indicator, period, value, absent, note } = cell
  const write = { indicator, period, entity: '', value, absent, status }
  return {
    ...{ place, indicator, period, value, absent, note },
    change: rejected ? 'rejected' : changeOf(held, write),
    before: held && {
      value: held.value,
      absent: held.absent,
      status: held.status,
      report: held.report,
    },
  }
}
