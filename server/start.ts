import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Config } from './config.ts'
import { fillDemo } from './demoFill.ts'
import type { Simulate } from './demoFill.ts'
import {
  configOfProcess,
  environmentWith,
  exitWith,
  showSecrets,
  startService,
  stopOnSignals,
} from './main.ts'
import type { Service } from './main.ts'
import { GRANT_FILE } from './openSpaces.ts'
import { areMapsStale, isPageStale } from './page/isStale.ts'
import { StartError } from './startError.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const VITE = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs a script with this Node, ended with `stopping`; resolves to its exit code. */
function run(
  script: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stopping?: AbortSignal,
): Promise<number> {
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    stdio: 'inherit',
    env: environmentWith(env),
  })
  stopping?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
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

/** Builds the maps and the page where they are missing or older than what they are built from. */
async function buildStale(): Promise<void> {
  if (areMapsStale(ROOT)) await build('地图 maps', ['maps/build.ts'])
  if (isPageStale(ROOT)) await build('页面 page', [VITE, 'build', '--logLevel', 'warn'])
}

/** The simulated brains as a process of their own: they report over HTTP like any brain. */
const simulator =
  ({ url, simulatorGrant }: Service, { dataDir }: Config, stopping: AbortSignal): Simulate =>
  async (seed, again) => {
    say(
      again ? '续填演示库 · filling the demo space goes on' : '填充演示库 · filling the demo space',
    )
    const script = ['mock/main.ts', '--url', url, '--seed', String(seed)]
    const file = ['--grant-file', join(dataDir, GRANT_FILE)]
    const force = again ? ['--force'] : []
    const env = { SIMULATOR_GRANT: simulatorGrant }
    return (await run([...script, ...file, ...force], env, stopping)) === 0
  }

function printToken(token: string): void {
  say('')
  say('运维令牌，仅显示这一次，请妥善保存 · operator token, shown this once, keep it safe:')
  say(`  ${token}`)
  say('')
}

function printLink(link: string): void {
  say('')
  say('设立管理员，链接仅用一次，24 小时内有效 · make the administrator, once, within 24 hours:')
  say(`  ${link}`)
  say('')
}

/** A space that is not open to everybody says so: its wall is behind the sign-in. */
function printAddresses(url: string, openDemo: boolean): void {
  const locked = '，须登录 · sign in first'
  say('')
  say('山东工业经济大脑')
  say(`  大屏 wall   ${url}/demo/wall   演示库 demo${openDemo ? '' : locked}`)
  say(`              ${url}/main/wall   正式库 main${locked}`)
  say(`  工作台 desk ${url}/demo/desk`)
  say(`  接口 API    ${url}/api/openapi.json`)
  say('')
}

/** The token comes first: what follows may take a while or be broken off. The addresses come last. */
async function start(): Promise<void> {
  const config = configOfProcess({ quiet: true })
  await buildStale()
  const service = await startService(config)
  const stopping = stopOnSignals(service)
  say(`服务已启动 · listening on ${service.url}`)
  await showSecrets(service, config, { token: printToken, link: printLink })
  const demo = service.spaces.get('demo')
  if (demo && !config.skipDemo) {
    const outcome = await fillDemo(demo, simulator(service, config, stopping))
    if (outcome === 'unfinished')
      say('演示库未填满，重新启动可续填 · the demo space is not complete; start again to go on')
  }
  if (!stopping.aborted) printAddresses(config.publicOrigin ?? service.url, config.openDemo)
}

if (import.meta.main) start().catch(exitWith)
