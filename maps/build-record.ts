import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the last build read and wrote, so that the next one can skip and spare foreign files. */
export interface BuildRecord {
  /** Digest of the packages' files and of this step's own code. */
  inputs: string
  /** Digest of the province map from which the waterlines were drawn. */
  province: string
  /** Digest of each file as this step wrote it. */
  files: Record<string, string>
}

const NAME = '.built.json'

export const digest = (...contents: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex')
}

export function readRecord(folder: string): BuildRecord {
  const path = join(folder, NAME)
  if (!existsSync(path)) return { inputs: '', province: '', files: {} }
  return JSON.parse(readFileSync(path, 'utf8')) as BuildRecord
}

export const writeRecord = (folder: string, record: BuildRecord): void =>
  writeFileSync(join(folder, NAME), `${JSON.stringify(record, null, 1)}\n`)

export type FileState = 'missing' | 'ours' | 'foreign'

/** Whether a file is as this step wrote it, or was put there by somebody else (an operator). */
export function stateOf(folder: string, name: string, record: BuildRecord): FileState {
  const path = join(folder, name)
  if (!existsSync(path)) return 'missing'
  return digest(readFileSync(path)) === record.files[name] ? 'ours' : 'foreign'
}
