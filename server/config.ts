import { resolve } from 'node:path'

import { LOOPBACK_ADDRESSES } from './http/loopbackHost.ts'
import { StartError } from './startError.ts'

/** Settings of the service; every one has a default. */
export interface Config {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly dataDir: string
  readonly logLevel: string
  /** `npm start` leaves demo as it is. */
  readonly skipDemo: boolean
  /** Whoever starts the service may replace a lost operator token: the former one ends. */
  readonly newOperatorToken: boolean
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

type Env = Readonly<Record<string, string | undefined>>

/** Reads PORT, HOST, DATA_DIR, LOG_LEVEL, SKIP_DEMO and NEW_OPERATOR_TOKEN. Throws StartError badSetting. */
export function readConfig(env: Env): Config {
  return {
    host: hostOf(env['HOST'] ?? '127.0.0.1'),
    port: portOf(env['PORT'] ?? '8787'),
    dataDir: resolve(env['DATA_DIR'] ?? 'data'),
    logLevel: levelOf(env['LOG_LEVEL'] ?? 'info'),
    skipDemo: env['SKIP_DEMO'] === '1',
    newOperatorToken: env['NEW_OPERATOR_TOKEN'] === '1',
  }
}

function hostOf(host: string): string {
  if (LOOPBACK_ADDRESSES.includes(host)) return host
  throw new StartError(
    'badSetting',
    `HOST=${host} is refused: without accounts the service answers on this machine only. Use 127.0.0.1, ::1 or localhost.`,
  )
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new StartError('badSetting', `PORT=${text} is not a port: use 0 to 65535.`)
}

function levelOf(level: string): string {
  if (LOG_LEVELS.includes(level)) return level
  throw new StartError('badSetting', `LOG_LEVEL=${level} is unknown: use ${LOG_LEVELS.join(', ')}.`)
}
