import { rename, rm, writeFile } from 'node:fs/promises'

import { BriefingError } from './briefingError.ts'

/** Writes a file whole or not at all: under a name of its own beside it, then renamed. Throws BriefingError. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${process.pid}.part`
  try {
    await writeFile(half, bytes)
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw new BriefingError(
      `${file} cannot be written (${error instanceof Error ? error.message : String(error)}). Name a folder that exists and that you may write to in --out.`,
      { cause: error },
    )
  }
}
