import { sha256Of } from '../files/fileStore.ts'
import type { ReadIntake } from './intakeCell.ts'
import { readUpload } from './readUpload.ts'
import type { Upload } from './upload.ts'

/** A file that was read, and the hash of its bytes. */
export interface HashedRead {
  readonly read: ReadIntake
  readonly sha256: string
}

/** Reads a file where it is called; see readUpload. */
export const readHashed = (upload: Upload): HashedRead => ({
  read: readUpload(upload),
  sha256: sha256Of(upload.bytes),
})
