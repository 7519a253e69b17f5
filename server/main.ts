import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import pino from 'pino'

import { CATALOGUE } from '../src/domain/catalogue/index.ts'
import { makeApp } from './app.ts'
import { purgeDaily } from './audit/purgeDaily.ts'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { closeSpaces, openSpaces, showAdministratorLink, showOperatorToken } from './openSpaces.ts'
import type { OpenedSpaces } from './openSpaces.ts'
import { readPageFiles } from './page/pageFiles.ts'
import { StartError } from './startError.ts'

/** A running service. */
export interface Service extends OpenedSpaces {
  readonly url: string
  readonly log: pino.Logger
  /** Finishes requests, ends live streams, writes the stores back. */
  close(): Promise<void>
}

/** Folder of the built page. */
export const PAGE_FOLDER = fileURLToPath(new URL('../dist', import.meta.url))

/** Requests under way get this long to finish when the service stops. */
const GRACE_MS = 5_000

/** Bounds on slow or huge requests, in milliseconds and bytes. */
const LIMITS = { requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 }

/** Opens the stores and the port. Throws StartError with a message for a person. */
export async function startService(config: Config): Promise<Service> {
  const log = pino({ level: config.logLevel })
  const indicators = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
  const opened = await openSpaces({
    ...{ dataDir: config.dataDir, newOperatorToken: config.newOperatorToken },
    ...{ indicators, clock: Date.now, openDemo: config.openDemo },
    auditRetentionDays: config.auditRetentionDays,
  })
  try {
    const page = await readPageFiles(PAGE_FOLDER)
    const { spaces, credentials, accounts, audit, files } = opened
    const app = makeApp({
      ...{ spaces, credentials, accounts, audit, files, settings: config },
      ...{ clock: Date.now, log, page },
    })
    const server = createServer(LIMITS, listenerOf(app))
    const url = await listenOn(server, config)
    const endPurge = purgeDaily(audit, { clock: Date.now, log })
    const close = async () => {
      await endPurge()
      await stop(server, opened, log)
    }
    return { ...opened, url, log, close }
  } catch (error) {
    await closeSpaces(opened)
    throw error
  }
}

/** The app as a listener of node:http. */
export function listenerOf(app: Hono): RequestListener {
  const listener = getRequestListener(app.fetch)
  return (incoming, outgoing) => void listener(incoming, outgoing)
}

/** Binds a server to the configured address; resolves to its URL. Throws StartError portTaken. */
export function listenOn(server: Server, config: Config): Promise<string> {
  const { host, port } = config
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, host, port)))
    server.listen(port, host, () => resolve(urlOf(server, config)))
  })
}

function portError(error: Error, host: string, port: number): Error {
  if (!('code' in error) || !['EADDRINUSE', 'EACCES'].includes(String(error.code))) return error
  return new StartError(
    'portTaken',
    `Port ${port} on ${host} is taken or not allowed. Stop the other program or set PORT to another number.`,
    error,
  )
}

/** On all addresses means on this machine too: that is the one it is reached at from here. */
function urlOf(server: Server, config: Config): string {
  const { port } = server.address() as AddressInfo
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function stop(server: Server, opened: OpenedSpaces, log: pino.Logger): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const space of opened.spaces.values()) space.hub.close()
  server.closeIdleConnections()
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(grace)
  await closeSpaces(opened)
  log.info('service stopped')
}

/** Prints why the service cannot start and leaves with the code of the cause. */
export function exitWith(error: unknown): never {
  const known = error instanceof StartError
  process.stderr.write(
    known ? `${error.message}\n` : `${String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(known ? error.exitCode : 1)
}

/** Stops the service once on SIGTERM or SIGINT; the signal given back says that it is stopping. */
export function stopOnSignals(service: Service): AbortSignal {
  const stopping = new AbortController()
  const onSignal = () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    service.close().then(() => process.exit(0), exitWith)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal)
  return stopping.signal
}

/** The settings of this process; `quiet` logs warnings only unless LOG_LEVEL says otherwise. */
export const configOfProcess = ({ quiet = false } = {}): Config =>
  readConfig(quiet ? { LOG_LEVEL: 'warn', ...process.env } : process.env)

/** The environment for a process that this one starts. */
export const environmentWith = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...extra,
})

/** Shows a new operator token and the administrator's one-time link, where there are any to show. */
export async function showSecrets(
  opened: OpenedSpaces & { readonly url: string },
  { publicOrigin, newAdministratorLink }: Config,
  show: { readonly token: (token: string) => void; readonly link: (link: string) => void },
): Promise<void> {
  await showOperatorToken(opened, show.token)
  const origin = publicOrigin ?? opened.url
  const how = { origin, isAskedFor: newAdministratorLink, now: Date.now() }
  await showAdministratorLink(opened, how, show.link)
}

async function main(): Promise<void> {
  const config = configOfProcess()
  const service = await startService(config)
  stopOnSignals(service)
  await showSecrets(service, config, {
    token: (token) => process.stderr.write(`Operator token, shown this once: ${token}\n`),
    link: (link) =>
      process.stderr.write(`Make the administrator, once, within 24 hours: ${link}\n`),
  })
  service.log.info({ url: service.url }, 'service started')
}

if (import.meta.main) main().catch(exitWith)
