import { graphic, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

import type { ExportAnswer, ExportJob } from '../../../../src/components/exporting/exportJob.ts'
import { replaceMarks } from '../../../../src/components/replaceMarks.ts'
import type { Exported } from '../../../../src/export/exported.ts'
import { pictureMarks } from '../../../../src/export/pictureMarks.ts'
import { SIZES } from '../../../../src/export/sizes.ts'

use([CanvasRenderer])

/** Pictures one after the other: milliseconds on the clock, and the width and height of each in pixels. */
export interface Painted {
  readonly ms: number
  readonly sizes: readonly (readonly [number, number])[]
}

declare global {
  interface Window {
    /** From figures to the bytes of files, in the page's own worker. */
    paintInWorker?: (items: readonly Exported[]) => Promise<Painted>
    /** The same marks, laid out before, through ECharts' drawing layer to `getDataURL`. */
    paintBare?: (items: readonly Exported[]) => Promise<Painted>
  }
}

const SIZE = SIZES.slideFull
const SCALE = 2

const worker = new Worker(
  new URL('../../../../src/components/exporting/exportWorker.ts', import.meta.url),
  { type: 'module' },
)

const made = (job: ExportJob): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => {
      if (data.kind === 'made') resolve(data.bytes)
      if (data.kind === 'failed') reject(new Error(data.failure.text))
    }
    worker.postMessage(job)
  })

const jobOf = (item: Exported): ExportJob => ({
  ...{ format: 'png', parts: [{ kind: 'figure', item }], size: SIZE, scale: SCALE, faces: [] },
  head: { title: '', locale: 'zh-CN', origin: item.origin, simulated: true },
})

/** Width and height of a PNG. */
function sizeOf(bytes: Uint8Array): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

const bytesOf = (url: string): Uint8Array =>
  Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (one) => one.charCodeAt(0))

async function timed<T>(
  all: readonly T[],
  paint: (one: T) => Promise<Uint8Array> | string,
): Promise<Painted> {
  const files: (Uint8Array | string)[] = []
  const start = performance.now()
  for (const one of all) files.push(await paint(one))
  const ms = performance.now() - start
  return { ms, sizes: files.map((file) => sizeOf(typeof file === 'string' ? bytesOf(file) : file)) }
}

window.paintInWorker = (items) => timed(items.map(jobOf), made)

window.paintBare = async (items) => {
  const pages = items.map((item) => pictureMarks(item, SIZE).marks)
  const [box, group] = [document.createElement('div'), new graphic.Group()]
  const chart = init(box, null, { width: SIZE.width, height: SIZE.height, devicePixelRatio: 1 })
  chart.getZr().add(group)
  const painted = await timed(pages, (marks) => {
    group.removeAll()
    replaceMarks(group, [], marks)
    return chart.getDataURL({ type: 'png', pixelRatio: SCALE, backgroundColor: '#ffffff' })
  })
  chart.dispose()
  return painted
}
