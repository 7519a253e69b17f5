import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const SRC = join(import.meta.dirname, '../../src')

/** The sources of the page by their path under src, for rules that hold for every file. */
export const sourcesOf = (
  folders: readonly string[],
  endings: readonly string[],
): ReadonlyMap<string, string> =>
  new Map(
    folders
      .flatMap((folder) => readdirSync(join(SRC, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(SRC, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  )
