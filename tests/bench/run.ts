import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One measured value against its limit, as a bench prints it. */
interface Budget {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly better: 'lower' | 'higher'
  readonly ok: boolean
}

interface BenchResult {
  readonly bench: string
  readonly budgets: readonly Budget[]
}

const SUFFIX = '.bench.ts'

/** Runs one bench with its output shown; resolves to everything it printed. */
function runBench(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', (part: Buffer) => {
      printed += part.toString()
      process.stdout.write(part)
    })
    child.on('error', reject)
    child.on('close', () => {
      resolve(printed)
    })
  })
}

/** The result in a bench's last line; without one, a budget that is not kept. */
export function resultOf(bench: string, printed: string): BenchResult {
  const last = printed.trimEnd().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(last) as BenchResult
  } catch {
    const missing = { name: 'a result in the last line', value: 0, limit: 1, better: 'higher' }
    return { bench, budgets: [{ ...missing, better: 'higher', ok: false }] }
  }
}

const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString()

/** The results as a Markdown table, one row a budget. */
export function tableOf(results: readonly BenchResult[]): string {
  const rows = results.flatMap(({ bench, budgets }) =>
    budgets.map(({ name, value, limit, better, ok }) =>
      [bench, name, rounded(value), `${better === 'lower' ? '≤' : '≥'} ${rounded(limit)}`, ok]
        .map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'NO') : cell))
        .join(' | '),
    ),
  )
  const head = ['bench | measured | value | budget | kept', '--- | --- | ---: | ---: | ---']
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n')
}

async function main(): Promise<void> {
  const results: BenchResult[] = []
  for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith(SUFFIX))) {
    const bench = file.slice(0, -SUFFIX.length)
    console.log(`\n== ${bench}`)
    results.push(resultOf(bench, await runBench(file)))
  }
  const budgets = results.flatMap((result) =>
    result.budgets.map((budget) => ({ ...budget, name: `${result.bench}: ${budget.name}` })),
  )
  console.log(`\n${tableOf(results)}\n`)
  console.log(JSON.stringify({ bench: 'all', budgets }))
  process.exitCode = budgets.length > 0 && budgets.every(({ ok }) => ok) ? 0 : 1
}

if (import.meta.main) await main()
