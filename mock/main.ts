import { setTimeout as wait } from 'node:timers/promises'

import { Interrupted, makeClient, RequestFailed } from './client.ts'
import { readGrant } from './grant.ts'
import { readOptions, USAGE, UsageError } from './options.ts'
import { barProgress, plainProgress } from './progressLine.ts'
import { run } from './run.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) {
    say(USAGE)
    return
  }
  const grant = await readGrant(process.env['SIMULATOR_GRANT'], options.grantFile)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  await run(options, {
    client: makeClient({ base: options.url, signal: stop.signal }),
    grant,
    say,
    progress: () => (process.stdout.isTTY ? barProgress() : plainProgress(say)),
    now: () => performance.now(),
    pause: (ms) => wait(ms, undefined, { signal: stop.signal }).catch(() => undefined),
    signal: stop.signal,
  })
}

/** 2 for a command line that was not understood, 1 for everything else that went wrong. */
try {
  await main()
} catch (error) {
  if (![UsageError, RequestFailed, Interrupted].some((kind) => error instanceof kind)) throw error
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
