import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'

/** Modules of `src/data` as one script for a bare page: without types, imports and exports. */
export async function pageModule(...names: readonly string[]): Promise<string> {
  const read = (name: string) =>
    readFile(new URL(`../../src/data/${name}.ts`, import.meta.url), 'utf8')
  return stripTypeScriptTypes((await Promise.all(names.map(read))).join('\n'))
    .replaceAll(/^import .*$/gm, '')
    .replaceAll('export ', '')
}
