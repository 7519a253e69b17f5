import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Indicator } from '../src/domain/indicator.ts'
import { SPACES } from '../src/domain/space.ts'
import type { SpaceId } from '../src/domain/space.ts'
import type { Credentials } from './auth/rights.ts'
import { hashSecret, newSecret } from './auth/secrets.ts'
import { FACTS_FOLDER, importFacts, readFacts } from './facts.ts'
import type { Clock } from './space/clock.ts'
import { makeSpace } from './space/space.ts'
import type { Space } from './space/space.ts'
import { StartError } from './startError.ts'
import { openSqlite } from './store/openSqlite.ts'
import type { Store } from './store/store.ts'

export interface OpenedSpaces {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly credentials: Credentials
  /** At the first start and where a new one was asked for, to be printed once; else null. */
  readonly operatorToken: string | null
  readonly simulatorGrant: string
}

export interface OpenOptions {
  readonly dataDir: string
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly clock: Clock
  readonly newOperatorToken?: boolean
}

/** Opens both stores of a data folder, fills in the public facts, and makes what secrets are missing. */
export async function openSpaces({
  dataDir,
  indicators,
  clock,
  newOperatorToken = false,
}: OpenOptions): Promise<OpenedSpaces> {
  await requireWritable(dataDir)
  const facts = await readFacts(FACTS_FOLDER)
  const spaces = new Map<SpaceId, Space>()
  try {
    for (const id of SPACES) {
      const store = await openSqlite(join(dataDir, `${id}.sqlite`), id)
      const space = await makeSpace({ id, store, indicators, clock })
      spaces.set(id, space)
      await importFacts(space, facts, clock())
    }
    const { operatorHash, operatorToken } = await operatorOf(
      required(spaces, 'main').store,
      newOperatorToken,
    )
    const simulatorGrant = await grantOf(dataDir)
    const simulatorHash = hashSecret(simulatorGrant)
    return { spaces, credentials: { operatorHash, simulatorHash }, operatorToken, simulatorGrant }
  } catch (error) {
    await closeSpaces(spaces)
    throw error
  }
}

export async function closeSpaces(spaces: ReadonlyMap<SpaceId, Space>): Promise<void> {
  for (const space of spaces.values()) await space.close()
}

function required(spaces: ReadonlyMap<SpaceId, Space>, id: SpaceId): Space {
  const space = spaces.get(id)
  if (!space) throw new Error(`space ${id} is not open`)
  return space
}

async function requireWritable(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.probe-${randomUUID()}`)
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new StartError(
      'folderUnwritable',
      `The data folder ${dataDir} cannot be written (${error instanceof Error ? error.message : String(error)}). Give DATA_DIR a folder this user may write to.`,
      error,
    )
  }
}

/** Keeps only the hash of the operator's token, in the store of `main`. */
async function operatorOf(store: Store, renew: boolean) {
  const kept = await store.meta('operator.sha256')
  if (kept !== null && !renew) return { operatorHash: kept, operatorToken: null }
  const operatorToken = newSecret('operator')
  const operatorHash = hashSecret(operatorToken)
  await store.setMeta('operator.sha256', operatorHash)
  return { operatorHash, operatorToken }
}

/** The simulator's grant: in a file only this user may read, for `npm run mock`. */
async function grantOf(dataDir: string): Promise<string> {
  const file = join(dataDir, 'simulator.json')
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
