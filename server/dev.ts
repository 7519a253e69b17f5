import { createServer } from 'node:http'

import pino from 'pino'
import { createServer as createVite } from 'vite'
import type { ViteDevServer } from 'vite'

import { CATALOGUE } from '../src/domain/catalogue/index.ts'
import type { makeApp } from './app.ts'
import { purgeDaily } from './audit/purgeDaily.ts'
import { closeSpaces, openSpaces } from './openSpaces.ts'
import { configOfProcess, exitWith, listenerOf, listenOn, showSecrets } from './main.ts'
import type { AppDeps } from './routes/deps.ts'

interface AppModule {
  readonly makeApp: typeof makeApp
}

/** What the app answers; everything else is the page's. */
const SERVICE_PATH = /^\/(api|wall-link|shared)\//

/**
 * Page and service in one process with hot reload: Vite gives out the page, and every request under
 * /api goes to the app as it is on disk now. The stores stay open across reloads.
 */
async function dev(): Promise<void> {
  const config = configOfProcess()
  const log = pino({ level: config.logLevel })
  const indicators = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
  const { dataDir, openDemo } = config
  const { auditRetentionDays } = config
  const opened = await openSpaces({
    ...{ dataDir, indicators, clock: Date.now, openDemo, auditRetentionDays },
  })
  const deps: AppDeps = { ...opened, settings: config, clock: Date.now, log, page: null }
  const server = createServer()
  const vite = await createVite({
    server: { middlewareMode: true, hmr: { server } },
    appType: 'spa',
  })
  server.on('request', (incoming, outgoing) => {
    if (!SERVICE_PATH.test(incoming.url ?? '')) vite.middlewares(incoming, outgoing)
    else void api(vite, deps).then((listener) => listener(incoming, outgoing))
  })
  const url = await listenOn(server, config)
  process.stdout.write(`${url}/demo/wall  ${url}/demo/desk  ${url}/main/wall (sign in first)\n`)
  await showSecrets({ ...opened, url }, config, {
    token: (token) => process.stdout.write(`operator token: ${token}\n`),
    link: (link) => process.stdout.write(`make the administrator: ${link}\n`),
  })
  const endPurge = purgeDaily(opened.audit, { clock: Date.now, log })
  const close = async (): Promise<void> => {
    await endPurge()
    await Promise.all([vite.close(), closeSpaces(opened)])
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      server.closeAllConnections()
      void close().then(() => process.exit(0))
    })
}

let current: { readonly make: AppModule['makeApp']; readonly listener: Listener } | null = null
type Listener = ReturnType<typeof listenerOf>

/** The app of the module as it is now; made anew only after a change. */
async function api(vite: ViteDevServer, deps: AppDeps): Promise<Listener> {
  const { makeApp: make } = (await vite.ssrLoadModule('/server/app.ts')) as AppModule
  if (current?.make !== make) current = { make, listener: listenerOf(make(deps)) }
  return current.listener
}

if (import.meta.main) dev().catch(exitWith)
