import * as z from 'zod/mini'

import { BrainRegistrationReceipt, BrainToken, EventReceipt } from '../src/contract/registration.ts'
import { StoredReceipt } from '../src/contract/programme.ts'
import { ReportReceipt } from '../src/contract/report.ts'
import type { LifecycleEvent } from '../src/domain/event.ts'
import type { Client, Headers } from './client.ts'
import type { Simulation, SimulatedReport } from './generate.ts'
import { inFlight } from './inFlight.ts'
import { instantOf } from './instants.ts'

/** Reports on their way at once. */
export const IN_FLIGHT = 12

const BRAINS_A_REQUEST = 1_000

/** What is asked of the list of spaces. */
const Spaces = z.object({
  spaces: z.array(z.object({ id: z.string(), observations: z.number() })),
})

export interface FillSummary {
  readonly reports: number
  readonly observations: number
  readonly unchanged: number
}

export type Progress = (done: number, total: number, observations: number) => void

/** The header that the registry and `knownAt` ask for, and the same grant as a bearer token. */
export const grantHeaders = (grant: string): Headers => ({
  authorization: `Bearer ${grant}`,
  'x-simulator-grant': grant,
})

/** Headers of a brain's report; the grant beside the token permits `knownAt`. */
export const reportHeaders = (token: string, grant: string): Headers => ({
  authorization: `Bearer ${token}`,
  'x-simulator-grant': grant,
})

/** Observations that the demo space holds already; 0 for an empty one. */
export async function observationsHeld(client: Client, grant: string): Promise<number> {
  const { spaces } = await client.get('/api/spaces', Spaces, grantHeaders(grant))
  return spaces.find(({ id }) => id === 'demo')?.observations ?? 0
}

/** A new token of a brain; older ones end. */
export const newToken = async (client: Client, brain: string, grant: string): Promise<string> => {
  const path = `/api/demo/brains/${encodeURIComponent(brain)}/tokens`
  return (await client.post(path, {}, BrainToken, grantHeaders(grant))).token
}

/**
 * Registers the brains, known since the first thing that happened to one of them, and returns the token of each
 * that reports; known brains get a new one.
 */
export async function registerBrains(
  client: Client,
  { brains, events, reports }: Simulation,
  grant: string,
): Promise<ReadonlyMap<string, string>> {
  const since = [
    ...events.map(({ date }) => instantOf(date, 0)),
    ...reports.map((report) => report.knownAt),
  ]
  const knownAt = since.reduce((first, one) => (one < first ? one : first), since[0] ?? '')
  const tokens = new Map<string, string>()
  for (let i = 0; i < brains.length; i += BRAINS_A_REQUEST) {
    const page = brains.slice(i, i + BRAINS_A_REQUEST)
    const body = { brains: page, ...(knownAt && { knownAt }) }
    const headers = grantHeaders(grant)
    const receipt = await client.post('/api/demo/brains', body, BrainRegistrationReceipt, headers)
    for (const { brain, token } of receipt.tokens) tokens.set(brain, token)
  }
  const without = [...new Set(reports.map(({ brain }) => brain))].filter((id) => !tokens.has(id))
  for (const id of without) tokens.set(id, await newToken(client, id, grant))
  return tokens
}

/** Events of each day in turn, known on the evening of that day. */
function eventsByDay(events: readonly LifecycleEvent[]): ReadonlyMap<string, LifecycleEvent[]> {
  const days = new Map<string, LifecycleEvent[]>()
  for (const event of events) {
    const day = days.get(event.date)
    if (day) day.push(event)
    else days.set(event.date, [event])
  }
  return days
}

const EVENING = 18 * 60

async function sendEvents(client: Client, simulation: Simulation, grant: string): Promise<void> {
  for (const [day, events] of eventsByDay(simulation.events)) {
    const body = { events, knownAt: instantOf(day, EVENING) }
    await client.post('/api/demo/events', body, EventReceipt, grantHeaders(grant))
  }
}

const STATEMENTS_A_REQUEST = 20_000

async function sendStatements(
  client: Client,
  { statements }: Simulation,
  grant: string,
): Promise<void> {
  for (let i = 0; i < statements.length; i += STATEMENTS_A_REQUEST) {
    const body = { statements: statements.slice(i, i + STATEMENTS_A_REQUEST) }
    await client.post('/api/demo/statements', body, StoredReceipt, grantHeaders(grant))
  }
}

/**
 * Fills the demo space through the intake: brains, then events by day, then every report of every brain in
 * the order of arrival, then what is stated about their conditions. Throws RequestFailed at the first answer that is not a yes; what was acknowledged
 * before it is kept, and filling again adds only what is missing.
 */
export async function fill(
  client: Client,
  simulation: Simulation,
  grant: string,
  progress: Progress,
): Promise<FillSummary> {
  const tokens = await registerBrains(client, simulation, grant)
  await sendEvents(client, simulation, grant)
  let [reports, observations, unchanged] = [0, 0, 0]
  const report = async ({ brain, submission }: SimulatedReport): Promise<void> => {
    const headers = reportHeaders(tokens.get(brain) ?? '', grant)
    const receipt = await client.post('/api/demo/reports', submission(), ReportReceipt, headers)
    reports += 1
    observations += receipt.added + receipt.revised
    unchanged += receipt.unchanged
    progress(reports, simulation.reports.length, observations)
  }
  await inFlight(simulation.reports, IN_FLIGHT, ({ brain }) => brain, report)
  await sendStatements(client, simulation, grant)
  return { reports, observations, unchanged }
}
