import { setImmediate } from 'node:timers/promises'

import type { IntakeFinding } from './intakeCell.ts'
import { FileRefused, orRefused } from './workbook/fileRefused.ts'
import { ARCHIVE_LIMITS, FILE_LIMITS } from './workbook/limits.ts'
import { openZip, type ZipEntry } from './workbook/openZip.ts'

/** One file of an archive; `bytes` is null where it could not be read, and the findings say why. */
export interface ArchiveFile {
  /** As the archive names it, its folders included. */
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly findings: readonly IntakeFinding[]
}

/**
 * The reports of a ZIP archive, one at a time and giving way to other work between them: only one is in memory.
 * Folders and what systems and programs add (`__MACOSX/`, `.DS_Store`, `~$…`) are passed over. Never throws for what
 * it holds: an archive that cannot be opened is one file without bytes, of no name.
 */
export async function* readArchive(bytes: Uint8Array): AsyncGenerator<ArchiveFile> {
  const zip = orRefused(() => {
    if (bytes.length > ARCHIVE_LIMITS.bytes) throw new FileRefused('tooLarge')
    return openZip(bytes, ARCHIVE_LIMITS)
  })
  if (zip instanceof FileRefused) {
    yield { name: '', bytes: null, findings: [zip.finding] }
    return
  }
  for (const entry of zip.entries.values()) {
    if (isAside(entry.name)) continue
    const content = orRefused(() => {
      if (entry.size > FILE_LIMITS.bytes) throw new FileRefused('tooLarge')
      return zip.read(entry)
    })
    yield fileOf(entry, content)
    await setImmediate()
  }
}

const fileOf = ({ name }: ZipEntry, content: Uint8Array | FileRefused): ArchiveFile =>
  content instanceof FileRefused
    ? { name, bytes: null, findings: [content.finding] }
    : { name, bytes: content, findings: [] }

const isAside = (name: string): boolean =>
  name.endsWith('/') || /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$)/.test(name)
