import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

import { makeDocument } from '../http/servedDocument.ts'
import type { ServedDocument } from '../http/servedDocument.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Compressed by their own format already. */
const NOT_COMPRESSIBLE = new Set(['.png', '.woff2', '.ico'])

export interface PageFiles {
  /** The file at a path; null when there is none. */
  file(path: string): Promise<ServedDocument> | null
  /**
   * The answer to every path that the page routes itself: index.html, or wall.html, which asks for the
   * wall's chunks at once; null when the page is not built.
   */
  html(wall?: boolean): Promise<ServedDocument> | null
}

/**
 * The built page. Only files found under `folder` at start are given out, so no path leads outside.
 * Files named by their content hash (assets/) never change; all others are revalidated.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const paths = existsSync(folder) ? await listFiles(folder) : []
  const known = new Set(paths)
  const ready = new Map<string, Promise<ServedDocument>>()
  const file = (path: string): Promise<ServedDocument> | null => {
    if (!known.has(path) || path.endsWith('.br')) return null
    const document = ready.get(path) ?? load(folder, path, known.has(`${path}.br`))
    ready.set(path, document)
    return document
  }
  return { file, html: (wall) => (wall && file('/wall.html')) || file('/index.html') }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
}

async function load(folder: string, path: string, precompressed: boolean): Promise<ServedDocument> {
  const extension = extname(path)
  const place = join(folder, path)
  return makeDocument(await readFile(place), {
    type: TYPES[extension] ?? 'application/octet-stream',
    cacheControl: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    compressible: !NOT_COMPRESSIBLE.has(extension),
    ...(precompressed ? { precompressed: await readFile(`${place}.br`) } : {}),
  })
}
