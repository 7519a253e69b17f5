import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { StartError } from './startError.ts'

/** A folder of a network that is away can keep a probe waiting for good. */
const PROBE_LIMIT_MS = 10_000

/**
 * Makes the folder where it is missing and writes to it, in `limit` ms at most. Throws StartError
 * folderUnwritable.
 */
export async function requireWritable(
  folder: string,
  { limit = PROBE_LIMIT_MS, probe = writeProbe } = {},
): Promise<void> {
  const late = new AbortController()
  try {
    await Promise.race([probe(folder), rejectAfter(limit, late.signal)])
  } catch (error) {
    throw new StartError(
      'folderUnwritable',
      `The data folder ${folder} cannot be written (${error instanceof Error ? error.message : String(error)}). Give DATA_DIR a folder this user may write to.`,
      error,
    )
  } finally {
    late.abort()
  }
}

async function rejectAfter(ms: number, signal: AbortSignal): Promise<never> {
  await wait(ms, undefined, { signal })
  throw new Error(`no answer in ${ms} ms`)
}

async function writeProbe(folder: string): Promise<void> {
  await makeFolders(folder)
  const file = join(folder, `.probe-${randomUUID()}`)
  await writeFile(file, '')
  await rm(file)
}

/** What is made for the stores is for this user alone. */
const OWNER_ONLY = 0o700

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null

/** Step by step: Node's own recursive mkdir never ends below /proc (ENOENT although the parent is there). */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder, OWNER_ONLY)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolders(dirname(folder))
    await mkdir(folder, OWNER_ONLY)
  }
}
