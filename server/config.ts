import { resolve } from 'node:path'

import { RETENTION_DAYS } from './audit/retention.ts'
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
  /** Whoever starts the service may make an administrator by a one-time link when the last one is lost. */
  readonly newAdministratorLink: boolean
  /** Everybody may read demo: on this machine unless OPEN_DEMO=0, elsewhere only with OPEN_DEMO=1. */
  readonly openDemo: boolean
  /** Administrator, security and auditor are different people without roles over data. */
  readonly separateDuties: boolean
  /** Pages and files of main carry the name of whoever is signed in. */
  readonly watermark: boolean
  /** `https://brain.example`: where people find the service; null on this machine only. */
  readonly publicOrigin: string | null
  /** Days that entries of the audit trail are kept; older ones are deleted. */
  readonly auditRetentionDays: number
  /** Typeface file for the pictures of `npm run briefing`; null looks in the system's folders. */
  readonly briefingFont: string | null
  /** Token with which `npm run briefing -- --url …` reads a space that is not open. */
  readonly briefingToken: string | null
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads PORT, HOST, PUBLIC_ORIGIN, DATA_DIR, LOG_LEVEL, SKIP_DEMO, OPEN_DEMO, SEPARATE_DUTIES, WATERMARK,
 * NEW_OPERATOR_TOKEN, NEW_ADMINISTRATOR_LINK, AUDIT_RETENTION_DAYS, BRIEFING_FONT and BRIEFING_TOKEN.
 * Throws StartError badSetting.
 */
export function readConfig(env: Env): Config {
  const publicOrigin = env['PUBLIC_ORIGIN'] ? originOf(env['PUBLIC_ORIGIN']) : null
  return {
    host: hostOf(env['HOST'] ?? '127.0.0.1', publicOrigin),
    publicOrigin,
    openDemo: env['OPEN_DEMO'] === '1' || (publicOrigin === null && env['OPEN_DEMO'] !== '0'),
    separateDuties: env['SEPARATE_DUTIES'] === '1',
    watermark: env['WATERMARK'] === '1',
    newAdministratorLink: env['NEW_ADMINISTRATOR_LINK'] === '1',
    port: portOf(env['PORT'] ?? '8787'),
    dataDir: resolve(env['DATA_DIR'] ?? 'data'),
    logLevel: levelOf(env['LOG_LEVEL'] ?? 'info'),
    skipDemo: env['SKIP_DEMO'] === '1',
    newOperatorToken: env['NEW_OPERATOR_TOKEN'] === '1',
    auditRetentionDays: retentionOf(env['AUDIT_RETENTION_DAYS'] ?? String(RETENTION_DAYS.usual)),
    briefingToken: env['BRIEFING_TOKEN'] || null,
    briefingFont: env['BRIEFING_FONT'] ? resolve(env['BRIEFING_FONT']) : null,
  }
}

/** An address or a name; beyond this machine only where passwords and cookies travel by https. */
function hostOf(host: string, publicOrigin: string | null): string {
  if (LOOPBACK_ADDRESSES.includes(host)) return host
  if (publicOrigin !== null && /^[\w.:-]{1,253}$/.test(host)) return host
  throw new StartError(
    'badSetting',
    `HOST=${host} is refused: beyond this machine the service answers behind https only. Set PUBLIC_ORIGIN=https://… (the address that people use), or use 127.0.0.1, ::1 or localhost.`,
  )
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' && text.replace(/\/$/, '') === url.origin) return url.origin
  throw new StartError(
    'badSetting',
    `PUBLIC_ORIGIN=${text} is no https origin: write it like https://brain.example.cn, without a path.`,
  )
}

function retentionOf(text: string): number {
  const { least, most } = RETENTION_DAYS
  const days = Number(text)
  if (/^\d+$/.test(text) && days >= least && days <= most) return days
  throw new StartError(
    'badSetting',
    `AUDIT_RETENTION_DAYS=${text} is refused: keep the audit trail for ${least} to ${most} days.`,
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
