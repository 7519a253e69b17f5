import type { DocumentHead } from '../../export/document.ts'
import type { Part } from '../../export/part.ts'
import type { PictureSize, Scale } from '../../export/sizes.ts'
import type { Face } from './pageFaces.ts'

/** Files that the worker makes. */
export const FILE_FORMATS = ['png', 'svg', 'pptx', 'xlsx', 'csv', 'docx'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** What a page asks of the worker: plain data, so that it can be sent. */
export interface ExportJob {
  readonly format: FileFormat
  /** PNG, SVG and CSV hold one figure: the first. */
  readonly parts: readonly Part[]
  readonly head: DocumentHead
  /** Of a single picture; the pages of a document have sizes of their own. */
  readonly size: PictureSize
  /** Pixels of a PNG for one CSS pixel. */
  readonly scale: Scale
  /** Faces of the page: a worker has none of its own. */
  readonly faces: readonly Face[]
}

/** Why there is no file: a figure must not leave the screen, or what makes it is missing. */
export interface ExportFailure {
  readonly code: 'refused' | 'font' | 'canvas' | 'worker' | 'copy' | 'other'
  /** Of a refusal the whole reason in the reader's language; else a name or message to go with it. */
  readonly text: string
}

export type ExportAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly failure: ExportFailure }
