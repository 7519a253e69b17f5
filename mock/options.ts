import { isAbsolute, join, relative } from 'node:path'
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

/** Settings of the service that the simulator reads too. */
type Settings = Readonly<Partial<Record<'PORT' | 'HOST' | 'DATA_DIR', string | undefined>>>

/** The command line was not understood: what, and how to write it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const USAGE = `node mock/main.ts [--url http://127.0.0.1:8787] [--seed 20261122] [--brains 54]
                  [--live] [--interval 5] [--grant-file data/simulator.json] [--force]

  --url         where the service listens; else HOST and PORT, as the service reads them
  --seed        another seed makes another demo
  --brains      brains in 试点 or later, 1 to 5000
  --live        afterwards, send a revised figure every --interval seconds
  --grant-file  JSON {"grant": "…"}, else simulator.json of DATA_DIR; the variable SIMULATOR_GRANT
                comes first
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

const DEFAULT_URL = 'http://127.0.0.1:8787'
const DEFAULT_GRANT_FILE = 'data/simulator.json'

/** Where a service with the same settings listens. */
function ownAddress({ HOST = '127.0.0.1', PORT = '8787' }: Settings): string {
  const host = HOST.includes(':') ? `[${HOST}]` : HOST
  const url = `http://${host}:${PORT}`
  if (/^\d+$/.test(PORT) && Number(PORT) > 0 && URL.canParse(url)) return url
  throw new UsageError(`HOST=${HOST} PORT=${PORT} names no address: give --url.`)
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        seed: { type: 'string', default: String(SCENARIOS.default.seed) },
        brains: { type: 'string', default: String(SCENARIOS.default.counted) },
        live: { type: 'boolean', default: false },
        interval: { type: 'string', default: '5' },
        'grant-file': { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/**
 * Reads the command line and, where it says nothing, the settings of the service. Throws UsageError with
 * the option and what it takes.
 */
export function readOptions(args: readonly string[], settings: Settings = {}): Options {
  const values = parsed(args)
  return {
    url: address(values.url ?? ownAddress(settings)),
    seed: whole('seed', values.seed, 0, 2 ** 32 - 1),
    brains: whole('brains', values.brains, 1, SCENARIOS.scale.counted),
    live: values.live,
    interval: whole('interval', values.interval, 1, 3600),
    grantFile: values['grant-file'] ?? join(settings.DATA_DIR ?? 'data', 'simulator.json'),
    force: values.force,
    help: values.help,
  }
}

/** Quoted for a shell where it holds more than plain characters. */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A path as short as it can be typed in the working folder; outside of it as it is. */
function typed(path: string): string {
  const inside = isAbsolute(path) ? relative(process.cwd(), path) : path
  return inside.startsWith('..') ? path : inside
}

/** The command that reports live to the same service with the same demo, whatever the settings there. */
export function liveCommand({ url, seed, brains, grantFile }: Options): string {
  const said = [
    ['url', url, DEFAULT_URL],
    ['grant-file', typed(grantFile), DEFAULT_GRANT_FILE],
    ['seed', String(seed), String(SCENARIOS.default.seed)],
    ['brains', String(brains), String(SCENARIOS.default.counted)],
  ].filter(([, value, usual]) => value !== usual)
  const options = said.map(([name, value = '']) => ` --${name} ${quoted(value)}`)
  return `npm run mock -- --live${options.join('')}`
}
