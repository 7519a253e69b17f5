import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'

import type { ExportJob } from '../../../src/components/exporting/exportJob.ts'
import { useExport } from '../../../src/components/exporting/useExport.ts'
import { FakeWorker } from './fakeWorker.ts'

const JOB = { format: 'csv', parts: [], faces: [] } as unknown as ExportJob

function started() {
  const workers: FakeWorker[] = []
  const scope = effectScope()
  const maker = scope.run(() =>
    useExport(() => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    }),
  )!
  return { workers, maker, scope }
}

describe('making a file', () => {
  it('starts a worker when the first is asked for, and keeps it', async () => {
    const { workers, maker } = started()
    expect(workers).toHaveLength(0)
    for (const byte of [1, 2]) {
      const file = maker.run(JOB)
      expect(maker.progress.value).toMatchObject({ done: 0, of: 1 })
      workers[0]!.answer({ kind: 'progress', done: 2, of: 5 })
      expect(maker.progress.value).toMatchObject({ done: 2, of: 5 })
      workers[0]!.answer({ kind: 'made', bytes: Uint8Array.of(byte) })
      expect(await file).toEqual(Uint8Array.of(byte))
      expect(maker.progress.value).toBeNull()
    }
    expect(workers).toHaveLength(1)
  })

  it('makes one at a time', async () => {
    const { workers, maker } = started()
    void maker.run(JOB)
    expect(await maker.run(JOB)).toBeNull()
    expect(workers[0]!.jobs).toHaveLength(1)
  })

  it('ends the worker where it is cancelled; the next starts anew', async () => {
    const { workers, maker } = started()
    const file = maker.run(JOB)
    maker.cancel()
    expect(await file).toBeNull()
    expect(workers[0]!.ended).toBe(true)
    expect([maker.progress.value, maker.failure.value]).toEqual([null, null])
    void maker.run(JOB)
    expect(workers).toHaveLength(2)
  })

  it('keeps the reason of a failure until the next, and makes no file', async () => {
    const { workers, maker } = started()
    const file = maker.run(JOB)
    workers[0]!.answer({ kind: 'failed', failure: { code: 'refused', text: '机架：未报送' } })
    expect(await file).toBeNull()
    expect(maker.failure.value).toEqual({ code: 'refused', text: '机架：未报送' })
    void maker.run(JOB)
    expect(maker.failure.value).toBeNull()
  })

  it('says so where the worker does not start, and tries again with a new one', async () => {
    const { workers, maker } = started()
    const file = maker.run(JOB)
    workers[0]!.onerror?.({ message: 'gone' } as ErrorEvent)
    expect(await file).toBeNull()
    expect(maker.failure.value).toEqual({ code: 'worker', text: 'gone' })
    void maker.run(JOB)
    expect(workers).toHaveLength(2)
  })

  it('ends with its component', async () => {
    const { workers, maker, scope } = started()
    const file = maker.run(JOB)
    scope.stop()
    expect(await file).toBeNull()
    expect(workers[0]!.ended).toBe(true)
  })
})
