import { readFileSync } from 'node:fs'

import { type Counts, countCheck, countPlaywright, countVitest, failedTests } from './counts.ts'

/** One part of the test run: a command of node_modules/.bin and how its result is counted. */
export interface Part {
  readonly name: string
  readonly title: string
  /** The command line, given the file for its JSON report. */
  readonly command: (report: string) => readonly string[]
  readonly count: (exitCode: number, report: string) => Counts
  /** Names of the tests that failed, as far as its report says. */
  readonly failed: (report: string) => readonly string[]
}

function readReport(file: string): never | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as never
  } catch {
    return null
  }
}

function check(name: string, title: string, ...command: string[]): Part {
  return { name, title, command: () => command, count: countCheck, failed: () => [] }
}

function vitest(name: string, title: string): Part {
  return {
    name,
    title,
    command: (report) => [
      ...['vitest', 'run', '--project', name],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    count: (exitCode, report) => countVitest(readReport(report), exitCode),
    failed: (report) => failedTests(readReport(report)),
  }
}

/** Every part in the order of a run: the cheapest first. */
export const PARTS: readonly Part[] = [
  check('format', 'Format', 'prettier', '--check', '.', '--ignore-path', '.prettierignore'),
  check('lint', 'Lint', 'eslint', '.', '--max-warnings', '0'),
  check('types', 'Types, templates too', 'vue-tsc', '--noEmit', '--project', '.'),
  check(
    ...(['architecture', 'Architecture', 'depcruise'] as const),
    ...['src', 'server', 'mock', 'maps', 'tests', '--output-type', 'err'],
  ),
  vitest('unit', 'Unit tests'),
  vitest('service', 'Service tests'),
  vitest('component', 'Component tests'),
  {
    name: 'e2e',
    title: 'Tests in a real browser',
    command: () => ['playwright', 'test', '--reporter=list,json'],
    count: (exitCode, report) => countPlaywright(readReport(report), exitCode),
    failed: () => [], // Playwright ends with them itself.
  },
]

/**
 * The parts named in `--only unit,e2e`, in their own order; all without it. Throws on a name that
 * no part has.
 */
export function partsOf(args: readonly string[]): readonly Part[] {
  const only = args[args.indexOf('--only') + 1]
  if (!args.includes('--only') || only === undefined) return PARTS
  const names = only.split(',')
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name))
  if (unknown.length > 0)
    throw new Error(
      `No part ${unknown.join(', ')}; there are ${PARTS.map((part) => part.name).join(', ')}.`,
    )
  return PARTS.filter((part) => names.includes(part.name))
}
