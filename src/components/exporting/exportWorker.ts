import { ExportRefused } from '../../export/exported.ts'
import { paintMarks } from '../../export/paintMarks.ts'
import { drawnOf } from '../../export/picture/drawn.ts'
import type { ExportAnswer, ExportFailure, ExportJob } from './exportJob.ts'
import { makeFile, type PaintPng } from './makeFile.ts'
import { neededFaces } from './neededFaces.ts'
import type { Face } from './pageFaces.ts'

/** What is needed of a worker's own global. */
interface Scope {
  readonly fonts: { add(face: FontFace): unknown }
  onmessage: ((event: MessageEvent<ExportJob>) => void) | null
  postMessage(answer: ExportAnswer, transfer?: Transferable[]): void
}
const scope = self as unknown as Scope

/** Why a picture could not be painted, with what it was about. */
class PaintFailure extends Error {
  readonly code: ExportFailure['code']

  constructor(code: ExportFailure['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** By source, weight and range: each face is loaded once, however many pictures need it. */
const loading = new Map<string, Promise<unknown>>()

function load(face: Face): Promise<unknown> {
  const { family, src, ...descriptors } = face
  const key = [family, src, ...Object.values(descriptors)].join('|')
  const known = loading.get(key)
  if (known) return known
  const made = new FontFace(family, src, descriptors)
  const loaded = made.load().then(
    () => scope.fonts.add(made),
    (cause: unknown) => {
      loading.delete(key)
      throw new PaintFailure('font', family, cause)
    },
  )
  loading.set(key, loaded)
  return loaded
}

const painterWith =
  (faces: readonly Face[]): PaintPng =>
  async (marks, { width, height }, scale, ground = 'white') => {
    const words = drawnOf(marks).flatMap((drawn) => (drawn.kind === 'text' ? [drawn] : []))
    await Promise.all([...neededFaces(words, faces)].map(load))
    const size = [Math.round(width * scale), Math.round(height * scale)] as const
    const canvas = new OffscreenCanvas(...size)
    const context = canvas.getContext('2d')
    if (!context) throw new PaintFailure('canvas', size.join(' × '))
    if (ground === 'white') {
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, ...size)
    }
    paintMarks(context, marks, scale)
    const blob = await canvas.convertToBlob({ type: 'image/png' }).catch((cause: unknown) => {
      throw new PaintFailure('canvas', size.join(' × '), cause)
    })
    return new Uint8Array(await blob.arrayBuffer())
  }

function failureOf(error: unknown): ExportFailure {
  if (error instanceof ExportRefused) return { code: 'refused', text: error.message }
  if (error instanceof PaintFailure) return { code: error.code, text: error.message }
  return { code: 'other', text: error instanceof Error ? error.message : String(error) }
}

async function answer(job: ExportJob): Promise<void> {
  try {
    const tell = (done: number, of: number): void =>
      scope.postMessage({ kind: 'progress', done, of })
    const bytes = (await makeFile(job, painterWith(job.faces), tell)) as Uint8Array<ArrayBuffer>
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
    scope.postMessage({ kind: 'made', bytes: whole }, [whole.buffer])
  } catch (error) {
    console.error(error)
    scope.postMessage({ kind: 'failed', failure: failureOf(error) })
  }
}

scope.onmessage = ({ data }) => void answer(data)
