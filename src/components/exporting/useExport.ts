import { computed, onScopeDispose, shallowRef } from 'vue'

import type { ExportAnswer, ExportFailure, ExportJob } from './exportJob.ts'

/** What is needed of a worker. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent<ExportAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(job: ExportJob): void
  terminate(): void
}

const openWorker = (): WorkerPort =>
  new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' })

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: ExportFailure }

/** Files made in a worker, one at a time; it is started for the first and ends with the component. */
export function useExport(open: () => WorkerPort = openWorker) {
  const state = shallowRef<State>({ kind: 'idle' })
  let worker: WorkerPort | null = null
  let settle: ((bytes: Uint8Array<ArrayBuffer> | null) => void) | null = null

  function end(next: State, bytes: Uint8Array<ArrayBuffer> | null): void {
    state.value = next
    settle?.(bytes)
    settle = null
  }
  function stop(): void {
    worker?.terminate()
    worker = null
  }
  function hear({ data }: MessageEvent<ExportAnswer>): void {
    if (data.kind === 'progress') state.value = { ...data, kind: 'running' }
    else if (data.kind === 'made') end({ kind: 'idle' }, data.bytes)
    else end(data, null)
  }
  function start(): WorkerPort {
    const port = open()
    port.onmessage = hear
    port.onerror = (event) => {
      stop()
      end({ kind: 'failed', failure: { code: 'worker', text: event.message || '' } }, null)
    }
    return port
  }

  /** The file; null where it failed, was cancelled, or another one is still being made. */
  function run(job: ExportJob): Promise<Uint8Array<ArrayBuffer> | null> {
    if (settle) return Promise.resolve(null)
    state.value = { kind: 'running', done: 0, of: 1 }
    return new Promise((resolve) => {
      settle = resolve
      try {
        worker ??= start()
        worker.postMessage(job)
      } catch (error) {
        stop()
        const text = error instanceof Error ? error.message : String(error)
        end({ kind: 'failed', failure: { code: 'worker', text } }, null)
      }
    })
  }

  /** Ends the file that is being made, at once. */
  function cancel(): void {
    stop()
    end({ kind: 'idle' }, null)
  }
  /** A failure is not told any more once something else is wanted. */
  function forget(): void {
    if (state.value.kind === 'failed') state.value = { kind: 'idle' }
  }
  onScopeDispose(cancel)

  return {
    run,
    cancel,
    forget,
    progress: computed(() => (state.value.kind === 'running' ? state.value : null)),
    failure: computed(() => (state.value.kind === 'failed' ? state.value.failure : null)),
  }
}
