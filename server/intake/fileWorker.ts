import { parentPort, workerData } from 'node:worker_threads'

import type { Locale } from '../../src/domain/text.ts'
import { annotateWorkbook } from './annotateWorkbook.ts'
import type { IntakeFinding } from './intakeCell.ts'
import { readHashed } from './readHashed.ts'
import type { HashedRead } from './readHashed.ts'
import type { Upload } from './upload.ts'

/** What the thread is started with: something to do with one file that takes long where the file is large. */
export type FileTask =
  | { readonly kind: 'read'; readonly upload: Upload }
  | {
      readonly kind: 'annotate'
      readonly bytes: Uint8Array
      readonly findings: readonly IntakeFinding[]
      readonly locale: Locale
    }

/** What comes of each kind of task. */
export interface FileTaskResult {
  readonly read: HashedRead
  readonly annotate: Uint8Array
}

const run = (task: FileTask): HashedRead | Promise<Uint8Array> =>
  task.kind === 'read'
    ? readHashed(task.upload)
    : annotateWorkbook(task.bytes, task.findings, task.locale)

parentPort?.postMessage(await run(workerData as FileTask))
