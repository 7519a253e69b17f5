import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')
const START_LIMIT_MS = 240_000
const STOP_LIMIT_MS = 10_000
/** What the start command prints last: the addresses to open. */
const ADDRESSES = /https?:\/\/\S*wall/i
/** What it prints when the simulated brains could not report everything. */
const INCOMPLETE = /not complete/

/** A real service with a filled demo space on a data folder of its own. */
export interface RunningService {
  readonly url: string
  readonly dataDir: string
  /** Everything it printed so far. */
  readonly log: () => string
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/ready`).catch(() => null)
  return response?.status === 200
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  child.kill('SIGTERM')
  await exited
  clearTimeout(limit)
}

/**
 * Starts the service as a person does, builds when needed, and waits until the demo space is
 * filled. Rejects with what it printed when it ends early or takes longer than four minutes.
 */
export async function startService(): Promise<RunningService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brain-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['server/start.ts'], { cwd: ROOT, env })
  const printed: string[] = []
  child.stdout.on('data', (part: Buffer) => printed.push(part.toString()))
  child.stderr.on('data', (part: Buffer) => printed.push(part.toString()))
  const log = (): string => printed.join('')
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(dataDir, { recursive: true, force: true })
  }
  const deadline = Date.now() + START_LIMIT_MS
  while (!(ADDRESSES.test(log()) && (await isReady(url)))) {
    if (child.exitCode !== null || INCOMPLETE.test(log()) || Date.now() > deadline) {
      await stop()
      throw new Error(`server/start.ts did not become ready on ${url}. It printed:\n${log()}`)
    }
    await pause(200)
  }
  return { url, dataDir, log, stop }
}
