import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A temporary source tree for planted violations. */
export interface Garden {
  readonly root: string
  /** Writes one file, with its folders. */
  readonly plant: (path: string, text: string) => void
  readonly clear: () => void
}

/** An empty temporary tree; the caller clears it. */
export function makeGarden(): Garden {
  const root = mkdtempSync(join(tmpdir(), 'arch-'))
  return {
    root,
    plant(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    clear: () => rmSync(root, { recursive: true, force: true }),
  }
}
