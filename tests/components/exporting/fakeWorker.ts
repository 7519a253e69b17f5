import type { ExportAnswer, ExportJob } from '../../../src/components/exporting/exportJob.ts'
import type { WorkerPort } from '../../../src/components/exporting/useExport.ts'

/** A worker that answers as the test says; jobs are copied as the browser does, so plain data only. */
export class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null
  onerror: WorkerPort['onerror'] = null
  readonly jobs: ExportJob[] = []
  ended = false

  postMessage(job: ExportJob): void {
    this.jobs.push(structuredClone(job))
  }
  terminate(): void {
    this.ended = true
  }
  answer(data: ExportAnswer): void {
    this.onmessage?.({ data } as MessageEvent<ExportAnswer>)
  }
}
