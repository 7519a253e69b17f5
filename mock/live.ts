import { ReportReceipt, type ReportCell, type ReportSubmission } from '../src/contract/report.ts'
import type { Client } from './client.ts'
import { newToken } from './fill.ts'
import { creditOf, type SimulatedReport, type Simulation } from './generate.ts'
import { randomOf, type Random } from './random.ts'

/** Indicators that a live report may revise, with the ratio that follows from each. */
const REVISED = [
  'cluster.revenue',
  'service.firmsServed',
  'platforms.algorithms',
  'platforms.services',
] as const

const FOLLOWERS: Readonly<Record<string, readonly (readonly [ratio: string, top: string])[]>> = {
  'cluster.revenue': [
    ['cluster.revenueMargin', 'cluster.profit'],
    ['innovation.rdIntensity', 'innovation.rdExpense'],
  ],
}

const REASONS = ['漏报企业补报后更正', '企业财务数据核实后更正', '报表汇总差错更正'] as const

/** Figures of one brain's last period as it knows them now. */
export interface LiveBrain {
  readonly brain: string
  readonly period: string
  readonly cells: ReadonlyMap<string, ReportCell>
}

/** The brains that have reported the last month, with what they said. */
export function liveBrains({ reports, scenario }: Simulation): LiveBrain[] {
  const last = reports.filter(({ kind, period }) => kind === 'monthly' && period === scenario.last)
  return last.map(({ brain, period, submission }: SimulatedReport) => ({
    brain,
    period,
    cells: new Map(submission().cells.map((cell) => [cell.indicator, cell])),
  }))
}

const two = (value: number): number => Math.round(value * 100) / 100

/** A slightly higher figure: the next whole number at least, or 0.2 to 1.5 % more of an amount. */
const raised = (cell: ReportCell, random: Random): ReportCell => {
  const value = cell.value ?? 0
  const more = value * random.between(0.002, 0.015)
  const whole = cell.indicator !== 'cluster.revenue'
  return {
    ...cell,
    value: whole ? Math.round(value) + Math.max(1, Math.round(more)) : two(value + more),
  }
}

function followers(cells: ReadonlyMap<string, ReportCell>, changed: ReportCell): ReportCell[] {
  return (FOLLOWERS[changed.indicator] ?? []).flatMap(([ratio, top]) => {
    const [cell, above] = [cells.get(ratio), cells.get(top)?.value]
    if (!cell || above === undefined || !changed.value) return []
    return [{ ...cell, value: two((100 * above) / changed.value) }]
  })
}

/** One revised figure of the brain's last period, with a reason and without `knownAt`. */
export function liveReport(
  live: LiveBrain,
  random: Random,
  by: string,
): { readonly submission: ReportSubmission; readonly next: LiveBrain } {
  const old = live.cells.get(random.pick(REVISED))
  if (!old) throw new RangeError(`brain "${live.brain}" has no figure to revise`)
  const changed = raised(old, random)
  const cells = [changed, ...followers(live.cells, changed)]
  const known = new Map([...live.cells, ...cells.map((cell) => [cell.indicator, cell] as const)])
  return {
    submission: { brain: live.brain, period: live.period, reason: random.pick(REASONS), by, cells },
    next: { ...live, cells: known },
  }
}

export interface LiveOptions {
  readonly grant: string
  /** Seconds between two reports. */
  readonly interval: number
  readonly pause: (ms: number) => Promise<unknown>
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/**
 * Sends a revised figure of some brain every interval until the signal: each over a new token of that brain,
 * at the service's clock. Throws RequestFailed when the service says no.
 */
export async function trickle(
  client: Client,
  simulation: Simulation,
  { grant, interval, pause, say, signal }: LiveOptions,
): Promise<void> {
  const brains = liveBrains(simulation)
  const tokens = new Map<string, string>()
  const by = creditOf(simulation.scenario)
  const random = randomOf(simulation.scenario.seed, 'live')
  while (!signal.aborted && brains.length > 0) {
    const at = random.whole(0, brains.length - 1)
    const live = brains[at] as LiveBrain
    const token = tokens.get(live.brain) ?? (await newToken(client, live.brain, grant))
    tokens.set(live.brain, token)
    const { submission, next } = liveReport(live, random, by)
    brains[at] = next
    const headers = { authorization: `Bearer ${token}`, 'x-simulator-grant': grant }
    const receipt = await client.post('/api/demo/reports', submission, ReportReceipt, headers)
    say(
      `${receipt.knownAt}  ${live.brain}  ${submission.cells[0]?.indicator}  ${submission.cells[0]?.value}`,
    )
    await pause(interval * 1000)
  }
}
