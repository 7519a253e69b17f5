import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Hono } from 'hono'

import { makeApp } from '../../server/app.ts'
import type { Accounts } from '../../server/accounts/accounts.ts'
import { openAccounts } from '../../server/accounts/openAccounts.ts'
import type { AuditEntry } from '../../server/audit/audit.ts'
import { openAudit } from '../../server/audit/openAudit.ts'
import { hashSecret, newId, newSecret } from '../../server/auth/secrets.ts'
import type { AccessSettings } from '../../server/routes/deps.ts'
import { openFileStore } from '../../server/files/fileStore.ts'
import { makeSpace } from '../../server/space/space.ts'
import type { Space } from '../../server/space/space.ts'
import { openSqlite } from '../../server/store/openSqlite.ts'
import type { BrainEntry } from '../../src/contract/index.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { DUTIES } from '../../src/domain/rights.ts'
import type { Grant, Role } from '../../src/domain/rights.ts'
import { SPACES } from '../../src/domain/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'

export const OPERATOR = 'operator-of-the-test'
export const GRANT = 'grant-of-the-test'

/** The service's clock in tests: 22 November 2026, 16:00 in Shandong. */
export const NOW = Date.parse('2026-11-22T08:00:00Z')

const indicator = (
  id: string,
  unit: Indicator['unit'],
  rest: Partial<Indicator> = {},
): Indicator => ({
  id,
  group: 'compute',
  name: { zh: id, en: id },
  unit,
  definition: { zh: id, en: id },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'ours',
  sources: [],
  decimals: 0,
  min: 0,
  ...rest,
})

/** A small dictionary that has every kind of rule. */
export const INDICATORS = new Map(
  [
    indicator('cluster.revenue', 'yi', { decimals: 2, kind: 'flow' }),
    indicator('compute.racksPlanned', 'racks'),
    indicator('compute.racksBuilt', 'racks'),
    indicator('compute.racksInUse', 'racks'),
    indicator('compute.rackUtilisation', 'percent', { decimals: 1, max: 100, kind: 'rate' }),
    indicator('innovation.patents', 'items', { cadence: 'year' }),
    indicator('statistics.revenue', 'yi', { reportedFrom: 'region', decimals: 2 }),
  ].map((one) => [one.id, one]),
)

export const brainEntry = (id: string, rest: Partial<BrainEntry> = {}): BrainEntry => ({
  id,
  name: `示例·${id}`,
  subIndustry: '轴承',
  domain: 'machinery',
  city: '370100',
  county: null,
  place: '济南市',
  organiser: null,
  leadUnit: null,
  jointUnits: [],
  batch: 2024,
  honours: [],
  origin: 'registered',
  confidence: null,
  sources: [],
  ...rest,
})

export interface Cell {
  readonly indicator: string
  readonly unit: string
  readonly period?: string
  readonly value?: unknown
  readonly absent?: string
}

/** A report of brain `a` for October with one revenue. */
export const reportOf = (
  rest: Record<string, unknown> = {},
  cells: readonly Cell[] = [revenue(10)],
) => ({
  brain: 'a',
  period: '2026-10',
  by: '测试',
  cells,
  ...rest,
})

export const revenue = (value: unknown, period?: string): Cell => ({
  indicator: 'cluster.revenue',
  unit: '亿元',
  value,
  ...(period === undefined ? {} : { period }),
})

export const racks = (kind: 'Planned' | 'Built' | 'InUse', value: number): Cell => ({
  indicator: `compute.racks${kind}`,
  unit: '架',
  value,
})

export interface Fixture {
  readonly app: Hono
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly space: (id: SpaceId) => Space
  /** Token of a brain (a and b in demo, m in main). */
  readonly token: (brain: string) => string
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Headers of a person who holds these grants (a role alone: of all of main), signed in. */
  readonly signIn: (
    ...grants: readonly (Role | Partial<Grant>)[]
  ) => Promise<Record<string, string>>
  readonly accounts: Accounts
  /** Where its stores lie. */
  readonly folder: string
  readonly trail: readonly AuditEntry[]
  /** The service's clock, which a test may move. */
  readonly clock: { now: number }
  readonly close: () => Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown> & { readonly issues?: readonly Record<string, string>[] }
}

export const asOperator = { authorization: `Bearer ${OPERATOR}` }
export const asSimulator = { 'x-simulator-grant': GRANT }

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const body = text === '' ? {} : (JSON.parse(text) as Answer['body'])
  return { status: response.status, headers: response.headers, body }
}

const OPEN: AccessSettings = { openDemo: true, separateDuties: false, publicOrigin: null }

/** What a browser says of a page of ours, as `app.request` names the host. */
export const OURS = { origin: 'http://localhost' }

/** A grant from its role alone, or from what differs from a role over all of main. */
const grantFrom = (given: Role | Partial<Grant>): Grant => {
  const role = typeof given === 'string' ? given : (given.role ?? 'viewer')
  const space = (DUTIES as readonly Role[]).includes(role) ? null : 'main'
  return { role, space, city: null, brain: null, ...(typeof given === 'string' ? {} : given) }
}

/**
 * The app over empty stores in a temporary folder, with brains a and b in demo and m in main. Demo is open to
 * everybody; for main a test signs in.
 */
export async function openFixture(
  settings: Partial<AccessSettings> = {},
  now = NOW,
): Promise<Fixture> {
  const folder = mkdtempSync(join(tmpdir(), 'brain-app-'))
  const access = { ...OPEN, ...settings }
  const time = { now }
  const clock = () => time.now
  const spaces = new Map<SpaceId, Space>()
  for (const id of SPACES) {
    const store = await openSqlite(join(folder, `${id}.sqlite`), id)
    const hub = { gatherMs: 0, heartbeatMs: 20 }
    const isOpen = access.openDemo && id === 'demo'
    const options = { id, indicators: INDICATORS, clock, hub, isOpen }
    spaces.set(id, await makeSpace({ ...options, store }))
  }
  const credentials = { operatorHash: hashSecret(OPERATOR), simulatorHash: hashSecret(GRANT) }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const accounts = openAccounts(join(folder, 'accounts.sqlite'))
  const trail: AuditEntry[] = []
  const kept = openAudit(':memory:')
  const note = (entry: AuditEntry) => {
    trail.push(entry)
    return kept.note(entry)
  }
  const audit = { ...kept, note }
  const app = makeApp({
    ...{ spaces, credentials, accounts, audit, settings: access, clock, log, page: null },
    files: openFileStore(join(folder, 'files')),
  })
  const signIn: Fixture['signIn'] = async (...grants) => {
    const id = newId('u')
    const made = { id, name: id, password: null, createdBy: 'test', createdAt: time.now }
    await accounts.people.add({ ...made, closedAt: null }, grants.map(grantFrom))
    const secret = newSecret('session')
    const session = { id: newId('s'), person: id, createdAt: time.now, seenAt: time.now }
    await accounts.sessions.open(hashSecret(secret), session)
    return { cookie: `session=${secret}`, ...OURS }
  }
  const post: Fixture['post'] = async (path, body, headers = {}) =>
    answerOf(
      await app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  const get: Fixture['get'] = async (path, headers = {}) =>
    answerOf(await app.request(path, { headers }))
  const tokens = new Map<string, string>()
  const register = async (space: SpaceId, ids: readonly string[]) => {
    const brains = ids.map((id) => brainEntry(id))
    const { body } = await post(`/api/${space}/brains`, { brains }, asOperator)
    for (const { brain, token } of body['tokens'] as { brain: string; token: string }[])
      tokens.set(brain, token)
  }
  await register('demo', ['a', 'b'])
  await register('main', ['m'])
  return {
    app,
    spaces,
    space: (id) => spaces.get(id) as Space,
    token: (brain) => tokens.get(brain) ?? '',
    post,
    get,
    signIn,
    accounts,
    folder,
    trail,
    clock: time,
    close: async () => {
      await accounts.close()
      await kept.close()
      for (const space of spaces.values()) await space.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Headers of a brain's own report. */
export const as = (fixture: Fixture, brain: string): Record<string, string> => ({
  authorization: `Bearer ${fixture.token(brain)}`,
})

/** Headers of a simulated brain's report. */
export const simulated = (fixture: Fixture, brain: string): Record<string, string> => ({
  ...as(fixture, brain),
  ...asSimulator,
})
