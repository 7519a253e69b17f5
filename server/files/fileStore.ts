import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Uploaded files by their SHA-256: kept once, never changed. */
export interface FileStore {
  /** Keeps the bytes, on disk when it resolves; the same bytes again are kept once. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes of a hash, null where there are none; throws DamagedFile where they are not what was kept. */
  read(sha256: string): Promise<Uint8Array | null>
}

/** A kept file that no longer has its hash: the disk lost or changed it. */
export class DamagedFile extends Error {
  constructor(sha256: string) {
    super(`the kept file ${sha256} is damaged: put the last backup in its place`)
    this.name = 'DamagedFile'
  }
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

const SHA256 = /^[0-9a-f]{64}$/

/** Files under `folder/ab/abcdef…`, readable by this user only. */
export function openFileStore(folder: string): FileStore {
  const made = new Set<string>()
  const makeFolder = async (path: string): Promise<void> => {
    if (made.has(path)) return
    await mkdir(path, { recursive: true, mode: 0o700 })
    made.add(path)
  }
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes)
      await makeFolder(dirname(pathOf(sha256)))
      await keep(pathOf(sha256), bytes)
      return sha256
    },
    read: async (sha256) => {
      if (!SHA256.test(sha256)) return null
      const bytes = await readFile(pathOf(sha256)).catch(nullWhereMissing)
      if (bytes !== null && sha256Of(bytes) !== sha256) throw new DamagedFile(sha256)
      return bytes
    },
  }
}

function nullWhereMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Written beside its place and then given its name: whoever sees the name sees the whole file. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.part`
  try {
    await writeDurably(half, bytes)
    await link(half, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  } finally {
    await rm(half, { force: true })
  }
  await syncFolder(dirname(path))
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is on disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
