import { Worker } from 'node:worker_threads'

import { oneAtATime } from '../accounts/oneAtATime.ts'
import { sha256Of } from '../files/fileStore.ts'
import { annotateWorkbook } from './annotateWorkbook.ts'
import type { FileTask, FileTaskResult } from './fileWorker.ts'
import { readHashed } from './readHashed.ts'
import type { HashedRead } from './readHashed.ts'
import type { Upload } from './upload.ts'
import { FileRefused } from './workbook/fileRefused.ts'
import { isQuick } from './workbook/isQuick.ts'

/** Of the thread that reads a large file: heap in megabytes, and time in milliseconds. */
const HEAP_MB = 1_024
const MOST_MS = 60_000

/** Large files are read one after the other: memory stays that of one. */
const inTurn = oneAtATime()

/** Reads an uploaded file; a large one in a thread of its own, so that the service answers meanwhile. */
export async function readApart(upload: Upload): Promise<HashedRead> {
  if (isQuick(upload.bytes)) return readHashed(upload)
  const read = await inTurn(() => inThread({ kind: 'read', upload }))
  if (!(read instanceof FileRefused)) return read
  return {
    read: {
      ...{ brain: null, period: null, status: null, cells: [], ignored: [] },
      findings: [read.finding],
    },
    sha256: sha256Of(upload.bytes),
  }
}

/** An uploaded file with its findings, as annotateWorkbook makes it; a large one in a thread of its own. */
export async function annotateApart(
  ...[bytes, findings, locale]: Parameters<typeof annotateWorkbook>
): Promise<Uint8Array> {
  if (isQuick(bytes)) return annotateWorkbook(bytes, findings, locale)
  const made = await inTurn(() => inThread({ kind: 'annotate', bytes, findings, locale }))
  if (!(made instanceof FileRefused)) return made
  return annotateWorkbook(bytes, [made.finding, ...findings], locale)
}

/** Runs a task in a thread; refuses the file where that takes too much memory or time. */
function inThread<Task extends FileTask>(
  task: Task,
): Promise<FileTaskResult[Task['kind']] | FileRefused> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fileWorker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    const timer = setTimeout(() => {
      resolve(new FileRefused('tooMuch'))
      void worker.terminate()
    }, MOST_MS)
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(new FileRefused('tooMuch'))
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the thread that reads a file ended early'))
    })
  })
}
