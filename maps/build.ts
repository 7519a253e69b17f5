import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { buildMaps, type BuiltFile } from './build-maps.ts'
import { digest } from './build-record.ts'
import { sourceFiles } from './source.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = fileURLToPath(new URL('../public/maps', import.meta.url))

/** Everything that shapes the result: the packages' files and the code beside this one. */
function inputsDigest(): string {
  const code = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(here, name))
  return digest(...[...code, ...sourceFiles()].map((file) => readFileSync(file)))
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

function lineOf({ name, action, bytes }: BuiltFile): string {
  const packed = brotliCompressSync(readFileSync(join(folder, name))).length
  const note = action === 'kept' ? "the operator's own, kept" : action
  return `${name.padEnd(18)} ${kilobytes(bytes).padStart(9)} ${kilobytes(packed).padStart(9)} br  ${note}`
}

try {
  const files = buildMaps({
    folder,
    inputs: inputsDigest(),
    force: process.argv.includes('--force'),
  })
  const changed = files.filter(({ action }) => action !== 'fresh')
  for (const file of changed) console.log(lineOf(file))
  console.log(`maps: ${files.length - changed.length} of ${files.length} up to date in public/maps`)
} catch (error) {
  console.error(`maps: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
