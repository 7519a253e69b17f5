import { constants } from 'node:fs'
import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { BriefingError } from './briefingError.ts'

/** A copy of a store file in a folder that only this user may enter. */
export interface StoreCopy {
  readonly file: string
  readonly remove: () => Promise<void>
}

/** Bytes of the header of a WAL, whose salts are others after each time it begins anew (SQLite, «WAL Format»). */
const WAL_HEADER = 32
const ATTEMPTS = 5

/**
 * Copies a store, which a service may hold and write at the same time: file, then WAL. What a checkpoint writes
 * into the file in between is in the WAL too, and of the WAL SQLite takes what is committed: together they are one
 * state, as long as the WAL has not begun anew; then it is copied again. Nothing of the store is touched.
 * Throws BriefingError where the store is written too fast.
 */
export async function copyStore(file: string): Promise<StoreCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'brain-briefing-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const copy = join(folder, basename(file))
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await stateOf(file)
      await copyOne(file, copy)
      await copyOne(`${file}-wal`, `${copy}-wal`).catch(unlessMissing)
      if ((await stateOf(file)) === before) return { file: copy, remove }
      await rm(`${copy}-wal`, { force: true })
    }
    throw new BriefingError(`${file} is being written too fast to be read. Try again in a minute.`)
  } catch (error) {
    await remove()
    throw error
  }
}

const copyOne = (from: string, to: string): Promise<void> =>
  copyFile(from, to, constants.COPYFILE_FICLONE)

/** Which run of the WAL it is; without one, when the file was written. */
async function stateOf(file: string): Promise<string> {
  const header = await walHeader(`${file}-wal`)
  if (header !== '') return header
  const { mtimeNs, size } = await stat(file, { bigint: true })
  return `${mtimeNs} ${size}`
}

async function walHeader(file: string): Promise<string> {
  const handle = await open(file).catch(unlessMissing)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(WAL_HEADER), 0, WAL_HEADER, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
