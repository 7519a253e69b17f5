import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { SIGNED_IN } from '../../src/stores/session.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A service in a process of its own, over a data folder that may outlive it. */
export interface SpawnedService {
  readonly url: string
  readonly pid: number
  readonly output: () => string
  /** Sends a signal and resolves to the exit code, null when the signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

export type Settings = Readonly<Record<string, string>>

/** A temporary data folder and how to remove it. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'brain-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The simulator's grant of a data folder whose service has started once. */
export function grantOf(dataDir: string): string {
  const kept = JSON.parse(readFileSync(join(dataDir, 'simulator.json'), 'utf8')) as {
    grant: string
  }
  return kept.grant
}

/** The session's cookie of a signed-in administrator. */
export interface SignedIn {
  readonly name: string
  readonly value: string
}

/** Makes an administrator by the one-time link that a first start printed. */
export async function makeAdministrator(url: string, printed: string): Promise<SignedIn> {
  const secret = /\/welcome#(welcome_[\w-]+)/.exec(printed)?.[1]
  if (secret === undefined) throw new Error(`no one-time link was printed: ${printed}`)
  const answer = await fetch(`${url}/api/welcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      secret,
      name: '测试管理员',
      password: 'gravel umbrella seventeen otters',
    }),
  })
  const [, name, value] = /^([\w-]+)=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
  if (name === undefined || value === undefined)
    throw new Error(`the one-time link was refused: ${answer.status} ${await answer.text()}`)
  return { name, value }
}

/** What a browser of Playwright holds that was signed in at `url`: the cookie, and the page's own note of the account. */
export async function browserState({ name, value }: SignedIn, url: string) {
  const answer = await fetch(`${url}/api/session`, { headers: { cookie: `${name}=${value}` } })
  const { user } = (await answer.json()) as { user: { id: string } }
  const cookie = {
    ...{ name, value, domain: new URL(url).hostname, path: '/', expires: -1 },
    ...{ httpOnly: true, secure: false, sameSite: 'Strict' as const },
  }
  const localStorage = [{ name: SIGNED_IN, value: user.id }]
  return { cookies: [cookie], origins: [{ origin: url, localStorage }] }
}

/** The state of a browser in which nobody is signed in. */
export const NOBODY: Awaited<ReturnType<typeof browserState>> = { cookies: [], origins: [] }

function launch(settings: Settings) {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', ...settings },
  })
  const printed: string[] = []
  child.stdout.on('data', (part: Buffer) => printed.push(part.toString()))
  child.stderr.on('data', (part: Buffer) => printed.push(part.toString()))
  return { child, output: () => printed.join('') }
}

/** Starts server/main.ts and waits until it listens; rejects with what it printed when it ends first. */
export async function spawnService(settings: Settings): Promise<SpawnedService> {
  const { child, output } = launch(settings)
  const exited = once(child, 'close')
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /"url":"(http[^"]+)"/.exec(output())?.[1]
      if (found !== undefined) resolve(found)
    })
    void exited.then(() => reject(new Error(`the service ended: ${output()}`)))
  })
  // What went to the other pipe before that line is read in the same turn.
  await new Promise((resolve) => setImmediate(resolve))
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return { url, pid: child.pid ?? 0, output, end }
}

/** Runs server/main.ts where it should not start: its exit code (null if it did start) and output. */
export async function refusedStart(
  settings: Settings,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(settings)
  child.stdout.on('data', () => {
    if (output().includes('service started')) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return { code: child.exitCode, output: output() }
}
