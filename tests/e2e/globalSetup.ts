import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { browserState, makeAdministrator } from '../server/spawnService.ts'
import { buildWhenStale } from './buildWhenStale.ts'
import { startService } from './service.ts'

/**
 * Builds the page when needed, starts one filled service for the whole run and hands its address
 * to the workers in E2E_BASE_URL, its data folder in E2E_DATA_DIR and what it printed (the
 * operator token among it) in E2E_SERVICE_LOG. Every browser is signed in as an administrator with
 * the office of both spaces: its state lies in E2E_STORAGE_STATE. A service that already runs can be
 * given in E2E_BASE_URL instead, with a state. Playwright wants a default export here.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_BASE_URL']) return undefined
  buildWhenStale()
  const service = await startService()
  process.env['E2E_BASE_URL'] = service.url
  process.env['E2E_DATA_DIR'] = service.dataDir
  process.env['E2E_SERVICE_LOG'] = service.log()
  const state = await browserState(await makeAdministrator(service.url, service.log()), service.url)
  const file = join(service.dataDir, 'signedIn.json')
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 })
  process.env['E2E_STORAGE_STATE'] = file
  return service.stop
}
