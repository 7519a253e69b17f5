import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { type Counts, lastLine, total } from './run/counts.ts'
import { installChromium } from './run/installChromium.ts'
import { type Part, partsOf } from './run/parts.ts'

const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
/** A busy machine takes its time; what hangs ends nevertheless. */
const LIMIT_MS = 20 * 60_000

interface Result {
  readonly part: Part
  readonly counts: Counts
  readonly seconds: number
  readonly failed: readonly string[]
}

/** Runs one command of node_modules/.bin with its output shown; resolves to its exit code. */
function execute(command: readonly string[], report: string): Promise<number> {
  const [program = '', ...args] = command
  const env = {
    ...process.env,
    PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  return new Promise((resolve) => {
    const child = spawn(join(BIN, program), args, {
      ...{ cwd: ROOT, env, stdio: 'inherit', timeout: LIMIT_MS },
    })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function runPart(part: Part, folder: string): Promise<Result> {
  console.log(`\n== ${part.title} (${part.name})`)
  const began = performance.now()
  const report = join(folder, `${part.name}.json`)
  if (part.name === 'e2e' && !installChromium())
    console.error('No Chromium: install it, or name it in CHROMIUM_PATH.')
  const counts = part.count(await execute(part.command(report), report), report)
  const seconds = (performance.now() - began) / 1000
  console.log(`== ${part.title}: ${lastLine(counts)}, ${seconds.toFixed(1)} s`)
  return { part, counts, seconds, failed: part.failed(report) }
}

function printSummary(results: readonly Result[]): void {
  console.log('')
  for (const { part, counts, seconds, failed } of results) {
    console.log(
      `${counts.failed > 0 ? 'FAIL' : 'ok  '} ${part.name.padEnd(13)}` +
        `${seconds.toFixed(1).padStart(7)} s  ${lastLine(counts)}`,
    )
    for (const name of failed) console.log(`       ${name}`)
  }
}

/** Runs every part, or those of `--only`, goes on after a failure, and ends with one line. */
async function main(): Promise<number> {
  const parts = partsOf(process.argv.slice(2))
  const folder = mkdtempSync(join(tmpdir(), 'brain-test-'))
  const results: Result[] = []
  for (const part of parts) results.push(await runPart(part, folder))
  rmSync(folder, { recursive: true, force: true })
  const sum = total(results.map(({ counts }) => counts))
  printSummary(results)
  console.log(lastLine(sum))
  return sum.failed > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
