import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import {
  configOfProcess,
  environmentWith,
  exitWith,
  PAGE_FOLDER,
  startService,
  stopOnSignals,
} from './main.ts'
import type { Service } from './main.ts'
import { StartError } from './startError.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const VITE = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))
const MAPS = fileURLToPath(new URL('../public/maps', import.meta.url))

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs a script with this Node; resolves to its exit code. */
function run(
  script: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    stdio: 'inherit',
    env: environmentWith(env),
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function build(what: string, script: readonly string[]): Promise<void> {
  say(`构建${what} · building`)
  if ((await run(script)) !== 0)
    throw new StartError(
      'buildFailed',
      `Building failed: node ${script.join(' ')}. Its messages are above.`,
    )
}

/** Builds the maps and the page where they are missing; `npm run build` builds them anew. */
async function buildMissing(): Promise<void> {
  if (!existsSync(MAPS)) await build('地图 maps', ['maps/build.ts'])
  if (!existsSync(PAGE_FOLDER)) await build('页面 page', [VITE, 'build', '--logLevel', 'warn'])
}

/** Lets the simulated brains report to an empty demo space, over HTTP like any brain. */
async function fillDemo({ spaces, simulatorGrant, url }: Service): Promise<void> {
  const { observations } = spaces.get('demo')?.counts() ?? { observations: 0 }
  if (observations > 0) return
  say('填充演示库 · filling the demo space')
  const code = await run(['mock/main.ts', '--url', url], { SIMULATOR_GRANT: simulatorGrant })
  if (code !== 0)
    say('演示库未填满，重新启动可续填 · the demo space is not complete; start again to go on')
}

function printAddresses({ url, operatorToken }: Service): void {
  say('')
  say('山东工业经济大脑')
  say(`  大屏 wall   ${url}/demo/wall   演示库 demo`)
  say(`              ${url}/main/wall   正式库 main`)
  say(`  工作台 desk ${url}/demo/desk`)
  say(`  接口 API    ${url}/api/openapi.json`)
  if (operatorToken !== null) {
    say('')
    say('  运维令牌，仅显示这一次，请妥善保存 · operator token, shown this once, keep it safe:')
    say(`  ${operatorToken}`)
  }
  say('')
}

async function start(): Promise<void> {
  const config = configOfProcess({ quiet: true })
  await buildMissing()
  const service = await startService(config)
  stopOnSignals(service)
  if (!config.skipDemo) await fillDemo(service)
  printAddresses(service)
}

if (import.meta.main) start().catch(exitWith)
