import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Indicator } from '../src/domain/indicator.ts'
import { SPACES } from '../src/domain/space.ts'
import type { SpaceId } from '../src/domain/space.ts'
import type { Accounts } from './accounts/accounts.ts'
import { openAccounts } from './accounts/openAccounts.ts'
import { activeAdministrators, makeInvitation } from './accounts/people.ts'
import type { Audit } from './audit/audit.ts'
import { openAudit } from './audit/openAudit.ts'
import { RETENTION_DAYS } from './audit/retention.ts'
import type { Credentials } from './auth/rights.ts'
import { hashSecret, newSecret } from './auth/secrets.ts'
import { FACTS_FOLDER, importFacts, readFacts } from './facts.ts'
import { openFileStore } from './files/fileStore.ts'
import type { FileStore } from './files/fileStore.ts'
import { requireWritable } from './requireWritable.ts'
import type { Clock } from './space/clock.ts'
import { makeSpace } from './space/space.ts'
import type { Space } from './space/space.ts'
import { StartError } from './startError.ts'
import { openSqlite } from './store/openSqlite.ts'
import type { Store } from './store/store.ts'

/** Name of the grant's file in the data folder. */
export const GRANT_FILE = 'simulator.json'

export interface OpenedSpaces {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly accounts: Accounts
  readonly audit: Audit
  readonly files: FileStore
  readonly credentials: Credentials
  /** At the first start and where a new one was asked for, to be shown once; else null. */
  readonly operatorToken: string | null
  /** Keeps the hash of `operatorToken`; until then the former token is the one that is kept. */
  readonly keepOperatorToken: () => Promise<void>
  readonly simulatorGrant: string
}

export interface OpenOptions {
  readonly dataDir: string
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly clock: Clock
  readonly newOperatorToken?: boolean
  /** Everybody may read demo. */
  readonly openDemo?: boolean
  /** Days that the audit trail is kept; as RETENTION_DAYS says where it is not given. */
  readonly auditRetentionDays?: number
}

/** Opens the stores of a data folder, fills in the public facts, and makes what secrets are missing. */
export async function openSpaces({
  dataDir,
  indicators,
  clock,
  newOperatorToken = false,
  openDemo = false,
  auditRetentionDays: retentionDays = RETENTION_DAYS.usual,
}: OpenOptions): Promise<OpenedSpaces> {
  await requireWritable(dataDir)
  const facts = await readFacts(FACTS_FOLDER)
  const spaces = new Map<SpaceId, Space>()
  const closing: Closing = { spaces }
  try {
    const accounts = (closing.accounts = openAccounts(join(dataDir, 'accounts.sqlite')))
    const audit = (closing.audit = openAudit(join(dataDir, 'audit.sqlite'), { retentionDays }))
    for (const id of SPACES) {
      const store = await openSqlite(join(dataDir, `${id}.sqlite`), id)
      const space = await makeSpace({
        ...{ id, store, indicators, clock },
        isOpen: openDemo && id === 'demo',
      })
      spaces.set(id, space)
      await importFacts(space, facts, clock())
    }
    const { operatorHash, ...operator } = await operatorOf(
      required(spaces, 'main').store,
      newOperatorToken,
    )
    const simulatorGrant = await grantOf(dataDir)
    const simulatorHash = hashSecret(simulatorGrant)
    const credentials = { operatorHash, simulatorHash }
    const files = openFileStore(join(dataDir, 'files'))
    return { spaces, accounts, audit, files, credentials, simulatorGrant, ...operator }
  } catch (error) {
    await closeSpaces(closing)
    throw error
  }
}

/** What was opened so far. */
interface Closing {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  accounts?: Pick<Accounts, 'close'>
  audit?: Pick<Audit, 'close'>
}

/** Closes every store; requests must have ended. */
export async function closeSpaces({ spaces, accounts, audit }: Closing): Promise<void> {
  for (const space of spaces.values()) await space.close()
  await accounts?.close()
  await audit?.close()
}

function required(spaces: ReadonlyMap<SpaceId, Space>, id: SpaceId): Space {
  const space = spaces.get(id)
  if (!space) throw new Error(`space ${id} is not open`)
  return space
}

/** The hash of the operator's token; a new one is kept, in the store of `main`, when it was shown. */
async function operatorOf(store: Store, renew: boolean) {
  const kept = await store.meta('operator.sha256')
  if (kept !== null && !renew)
    return { operatorHash: kept, operatorToken: null, keepOperatorToken: () => Promise.resolve() }
  const operatorToken = newSecret('operator')
  const operatorHash = hashSecret(operatorToken)
  const keepOperatorToken = () => store.setMeta('operator.sha256', operatorHash)
  return { operatorHash, operatorToken, keepOperatorToken }
}

/**
 * Shows a new operator token, then keeps its hash: a token that nobody saw (the port was taken, the
 * start was broken off) is forgotten, and the next start makes another one.
 */
export async function showOperatorToken(
  { operatorToken, keepOperatorToken }: OpenedSpaces,
  show: (token: string) => void,
): Promise<void> {
  if (operatorToken === null) return
  show(operatorToken)
  await keepOperatorToken()
}

/**
 * Shows a one-time link with which an administrator makes an account: where there is none who can sign in,
 * and where it was asked for. It opens nothing else, and earlier ones end.
 */
export async function showAdministratorLink(
  { accounts }: Pick<OpenedSpaces, 'accounts'>,
  { origin, isAskedFor, now }: { origin: string; isAskedFor: boolean; now: number },
  show: (link: string) => void,
): Promise<void> {
  if (!isAskedFor && (await activeAdministrators(accounts)).length > 0) return
  const { secret } = await makeInvitation(accounts, null, now)
  show(`${origin}/welcome#${secret}`)
}

/** The simulator's grant: in a file only this user may read, for `npm run mock`. */
async function grantOf(dataDir: string): Promise<string> {
  const file = join(dataDir, GRANT_FILE)
  const kept = await readFile(file, 'utf8').catch(() => null)
  const grant: unknown = kept === null ? null : grantIn(kept, file)
  if (typeof grant === 'string' && grant.length >= 32) return grant
  const fresh = newSecret('simulator')
  await writeFile(file, `${JSON.stringify({ grant: fresh })}\n`, { mode: 0o600 })
  return fresh
}

function grantIn(text: string, file: string): unknown {
  try {
    return (JSON.parse(text) as { grant?: unknown }).grant
  } catch (error) {
    throw new StartError(
      'storeCorrupted',
      `${file} is damaged. Delete it: a new one is made at the next start.`,
      error,
    )
  }
}
