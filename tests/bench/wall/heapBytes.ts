import type { CDPSession } from '@playwright/test'

/** The parts of V8's heap snapshot that are read: one flat array of numbers, `node_fields` each. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  readonly nodes: readonly number[]
}

/** Not the page's own: machine code, which the compiler goes on writing for minutes, and the browser's caches. */
const NOT_COUNTED: readonly string[] = ['code', 'native']

/** Bytes of the page's JavaScript objects after a forced collection. */
export async function heapBytes(cdp: CDPSession): Promise<number> {
  const parts: string[] = []
  const take = ({ chunk }: { readonly chunk: string }): void => void parts.push(chunk)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take)
  return sizeOf(JSON.parse(parts.join('')) as Snapshot)
}

function sizeOf({ snapshot: { meta }, nodes }: Snapshot): number {
  const { node_fields: fields, node_types: types } = meta
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    const name = types[0][nodes[at + type] ?? 0] ?? ''
    if (!NOT_COUNTED.includes(name)) bytes += nodes[at + size] ?? 0
  }
  return bytes
}
