import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the page and the map files are built from, relative to the repository. */
const PAGE_SOURCES = ['src', 'maps', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
const MAP_SOURCES = ['maps', 'package-lock.json']

/** Latest change of a file, or of any file of a folder, in milliseconds; 0 where there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function isStale(root: string, built: string, sources: readonly string[]): boolean {
  const at = newest(join(root, built))
  return at === 0 || sources.some((source) => newest(join(root, source)) > at)
}

/** Whether the page of a repository is not built or a source of it is newer. */
export const isPageStale = (root: string): boolean => isStale(root, 'dist/index.html', PAGE_SOURCES)

/** Whether the map files of a repository are not built or what they are built from is newer. */
export const areMapsStale = (root: string): boolean => isStale(root, 'public/maps', MAP_SOURCES)
