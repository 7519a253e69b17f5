import { on } from 'node:events'
import { Worker } from 'node:worker_threads'

import type { ArchiveBatch, ArchiveTask } from './archiveWorker.ts'

/** Batches that are read ahead: the thread works while the last batch is stored. */
const AHEAD = 2

/** The thread's own heap, in megabytes: one file that takes more ends the reading, not the service. */
const HEAP_MB = 1_024

/**
 * The files of an archive, read in a thread of its own so that the service answers meanwhile, batch by batch
 * and a few ahead. The archive's bytes move to the thread. Ends the thread with its reader. Throws what the thread
 * failed with.
 */
export async function* readInThread(task: ArchiveTask): AsyncGenerator<ArchiveBatch> {
  const worker = new Worker(new URL('./archiveWorker.ts', import.meta.url), {
    workerData: task,
    transferList: ownBuffer(task.archive),
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  try {
    for (let i = 0; i < AHEAD; i++) worker.postMessage(null)
    for await (const [batch] of on(worker, 'message') as AsyncIterable<[ArchiveBatch]>) {
      if (batch.length === 0) return
      worker.postMessage(null)
      yield batch
    }
  } finally {
    await worker.terminate()
  }
}

/** What can be moved: a buffer that holds nothing else. */
const ownBuffer = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
