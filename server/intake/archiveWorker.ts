import { parentPort, workerData } from 'node:worker_threads'

import type { Indicator } from '../../src/domain/indicator.ts'
import { readArchive } from './readArchive.ts'
import type { ArchiveFile } from './readArchive.ts'
import { readHashed } from './readHashed.ts'
import type { HashedRead } from './readHashed.ts'

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
  readonly content: HashedRead | null
}

/** The next files; none after the last. */
export type ArchiveBatch = readonly ReadFile[]

const task = workerData as ArchiveTask

function fileOf(file: ArchiveFile): ReadFile {
  const { bytes, name } = file
  if (bytes === null) return { ...file, content: null }
  const { brains, indicators, today } = task
  const content = readHashed({
    ...{ bytes, fileName: name.split('/').at(-1) ?? name, contentType: '' },
    ...{ expect: { brain: null, period: null }, brains, indicators, today },
  })
  // A view would take the whole archive along when it is sent.
  return { ...file, bytes: new Uint8Array(bytes), content }
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

const send = (batch: ArchiveBatch): void =>
  parentPort?.postMessage(
    batch,
    batch.flatMap(({ bytes }) => (bytes ? [bytes.buffer as ArrayBuffer] : [])),
  )

let turn: Promise<void> = Promise.resolve()

/** Each message asks for one batch more; they are answered one after the other. */
parentPort?.on('message', () => {
  turn = turn.then(async () => send(await nextBatch()))
})
