import { parentPort, workerData } from 'node:worker_threads'

import type { Indicator } from '../../src/domain/indicator.ts'
import { sha256Of } from '../files/fileStore.ts'
import { readArchive } from './readArchive.ts'
import type { ArchiveFile } from './readArchive.ts'
import type { ReadIntake } from './intakeCell.ts'
import { readUpload } from './readUpload.ts'

/** What the thread is started with. */
export interface ArchiveTask {
  readonly archive: Uint8Array
  readonly brains: ReadonlyMap<string, string>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly today: string
  /** Files of one message. */
  readonly batch: number
}

/** A file of an archive that was read; without bytes it could not be. */
export interface ReadFile extends ArchiveFile {
  readonly content: { readonly read: ReadIntake; readonly sha256: string } | null
}

/** The next files; none after the last. */
export type ArchiveBatch = readonly ReadFile[]

const task = workerData as ArchiveTask

function fileOf(file: ArchiveFile): ReadFile {
  const { bytes, name } = file
  if (bytes === null) return { ...file, content: null }
  const { brains, indicators, today } = task
  const read = readUpload({
    ...{ bytes, fileName: name.split('/').at(-1) ?? name, contentType: '' },
    ...{ expect: { brain: null, period: null }, brains, indicators, today },
  })
  return { ...file, content: { read, sha256: sha256Of(bytes) } }
}

const files = readArchive(task.archive)

async function nextBatch(): Promise<ArchiveBatch> {
  const batch: ReadFile[] = []
  while (batch.length < task.batch) {
    const next = await files.next()
    if (next.done === true) break
    batch.push(fileOf(next.value))
  }
  return batch
}

let turn: Promise<void> = Promise.resolve()

/** Each message asks for one batch more; they are answered one after the other. */
parentPort?.on('message', () => {
  turn = turn.then(async () => parentPort?.postMessage((await nextBatch()) satisfies ArchiveBatch))
})
