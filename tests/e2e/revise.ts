import {
  BrainToken,
  ReportReceipt,
  SliceDocument as SliceSchema,
  type ReportSubmission,
} from '../../src/contract/index.ts'
import type { SliceDocument } from '../../src/domain/slice.ts'
import type { SmallService } from './smallService.ts'

const INDICATOR = 'cluster.revenue'

/** One reported figure: cumulative cluster revenue of one brain, 亿元. */
export interface Reported {
  readonly brain: string
  readonly period: string
  readonly value: number
}

async function json(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** Cluster revenue as the service knows it now, or knew it at an instant. */
export async function revenueSlice(url: string, asOf?: string): Promise<SliceDocument> {
  const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`
  return SliceSchema.parse(await json(await fetch(`${url}/api/demo/slices/${INDICATOR}${query}`)))
}

/** The value of one brain in one period. */
export function valueIn(slice: SliceDocument, { brain, period }: Omit<Reported, 'value'>): number {
  const at = slice.entities.indexOf(brain) * slice.periods.length + slice.periods.indexOf(period)
  return slice.values[at] ?? NaN
}

/** The largest figure of the last period. */
export async function largestReport(url: string): Promise<Reported> {
  const slice = await revenueSlice(url)
  const period = slice.periods.at(-1) ?? ''
  const [largest] = slice.entities
    .map((brain) => ({ brain, period, value: valueIn(slice, { brain, period }) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
  if (!largest) throw new Error('no brain has reported its revenue')
  return largest
}

/**
 * Sends a revised figure as the brain itself: asks for a token with the simulator's grant and posts a
 * report. Resolves to the receipt, whose `knownAt` is the instant from which the figure is known.
 */
export async function revise(
  { url, grant }: Pick<SmallService, 'url' | 'grant'>,
  { brain, period, value }: Reported,
): Promise<ReportReceipt> {
  const headers = { 'content-type': 'application/json', 'x-simulator-grant': grant }
  const asked = await fetch(`${url}/api/demo/brains/${brain}/tokens`, { method: 'POST', headers })
  const { token } = BrainToken.parse(await json(asked))
  const report: ReportSubmission = {
    brain,
    period,
    reason: '企业补报后更正',
    by: '示例报送员',
    cells: [{ indicator: INDICATOR, unit: '亿元', value }],
  }
  const sent = await fetch(`${url}/api/demo/reports`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify(report),
  })
  return ReportReceipt.parse(await json(sent))
}
