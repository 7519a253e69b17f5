import { parseArgs } from 'node:util'

import { SCENARIOS } from './scenarios.ts'

export interface Options {
  readonly url: string
  readonly seed: number
  readonly brains: number
  readonly live: boolean
  /** Seconds between two live reports. */
  readonly interval: number
  readonly grantFile: string
  readonly force: boolean
  readonly help: boolean
}

/** The command line was not understood: what, and how to write it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const USAGE = `node mock/main.ts [--url http://127.0.0.1:8787] [--seed 20261122] [--brains 54]
                  [--live] [--interval 5] [--grant-file data/simulator.json] [--force]

  --url         where the service listens
  --seed        another seed makes another demo
  --brains      brains in 试点 or later, 1 to 5000
  --live        afterwards, send a revised figure every --interval seconds
  --grant-file  JSON {"grant": "…"}; the variable SIMULATOR_GRANT comes first
  --force       send everything again; what is known already stays as it is`

const whole = (name: string, text: string, low: number, high: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new UsageError(`--${name} takes a whole number from ${low} to ${high}, not "${text}".`)
}

const address = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`--url takes an address such as http://127.0.0.1:8787, not "${text}".`)
  }
  return text.replace(/\/+$/, '')
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:8787' },
        seed: { type: 'string', default: String(SCENARIOS.default.seed) },
        brains: { type: 'string', default: String(SCENARIOS.default.counted) },
        live: { type: 'boolean', default: false },
        interval: { type: 'string', default: '5' },
        'grant-file': { type: 'string', default: 'data/simulator.json' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Reads the command line; throws UsageError with the option and what it takes. */
export function readOptions(args: readonly string[]): Options {
  const values = parsed(args)
  return {
    url: address(values.url),
    seed: whole('seed', values.seed, 0, 2 ** 32 - 1),
    brains: whole('brains', values.brains, 1, SCENARIOS.scale.counted),
    live: values.live,
    interval: whole('interval', values.interval, 1, 3600),
    grantFile: values['grant-file'],
    force: values.force,
    help: values.help,
  }
}
