import type { Upload } from '../../../server/intake/upload.ts'

/** A file that a reporter may send, and what must be told about it. */
export interface OddFile {
  readonly name: string
  readonly file: () => { readonly bytes: Uint8Array; readonly fileName: string }
  readonly expect?: Upload['expect']
  /** Every finding as `rule place`, `rule` alone for the whole file; with `?` behind it where it only asks. */
  readonly told?: readonly string[]
  /** Every cell as `indicator value` or `indicator reason`, with its period where that is another one. */
  readonly cells?: readonly string[]
  /** A part of a note of some cell. */
  readonly note?: string
  readonly ignored?: readonly string[]
}
