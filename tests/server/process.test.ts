import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { shiftPeriod } from '../../src/domain/period.ts'
import { EXIT_CODES } from '../../server/startError.ts'
import { brainEntry } from './fixture.ts'
import { grantOf, refusedStart, spawnService, temporaryFolder } from './spawnService.ts'
import type { Settings, SpawnedService } from './spawnService.ts'

let folder: ReturnType<typeof temporaryFolder>
let running: SpawnedService[] = []
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await Promise.all(running.map((service) => service.end('SIGKILL')))
  running = []
  folder.remove()
})

async function start(more: Settings = {}): Promise<SpawnedService> {
  const service = await spawnService({ DATA_DIR: folder.path, ...more })
  running.push(service)
  return service
}

async function stop(service: SpawnedService, signal: NodeJS.Signals): Promise<number | null> {
  running = running.filter((one) => one !== service)
  return service.end(signal)
}

/** Registers brains in demo and gives the headers with which each reports. */
async function reporters(url: string, count: number): Promise<Map<string, Record<string, string>>> {
  const brains = Array.from({ length: count }, (_, i) => brainEntry(`b${i}`))
  const answer = await fetch(`${url}/api/demo/brains`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-simulator-grant': grantOf(folder.path) },
    body: JSON.stringify({ brains }),
  })
  const { tokens } = (await answer.json()) as { tokens: { brain: string; token: string }[] }
  return new Map(
    tokens.map(({ brain, token }) => [
      brain,
      { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ]),
  )
}

const monthOf = (i: number): string => shiftPeriod('2015-01', i)

/** Reports month after month until the service is gone; notes every acknowledged one. */
async function reportOn(
  url: string,
  brain: string,
  headers: Record<string, string>,
  acknowledged: Set<string>,
): Promise<void> {
  for (let i = 0; monthOf(i) < '2026-11'; i++) {
    const period = monthOf(i)
    const cells = [{ indicator: 'compute.racksPlanned', unit: '架', value: i }]
    const body = JSON.stringify({ brain, period, by: 't', cells })
    try {
      const answer = await fetch(`${url}/api/demo/reports`, { method: 'POST', headers, body })
      const { report } = (await answer.json()) as { report: string }
      if (answer.status === 201) acknowledged.add(`${brain} ${period} ${report}`)
    } catch {
      return
    }
  }
}

describe('a service that is killed while brains report', () => {
  it('has every acknowledged report after the next start, each whole', async () => {
    const service = await start()
    const acknowledged = new Set<string>()
    const brains = await reporters(service.url, 8)
    const reporting = [...brains].map(([brain, headers]) =>
      reportOn(service.url, brain, headers, acknowledged),
    )
    while (acknowledged.size < 200) await new Promise((resolve) => setImmediate(resolve))
    await stop(service, 'SIGKILL')
    await Promise.all(reporting)

    const { url } = await start()
    const answer = await fetch(`${url}/api/demo/slices/compute.racksPlanned`)
    const { entities, periods, values } = (await answer.json()) as {
      entities: string[]
      periods: string[]
      values: (number | null)[]
    }
    for (const one of acknowledged) {
      const [brain = '', period = '', report = ''] = one.split(' ')
      const value = values[entities.indexOf(brain) * periods.length + periods.indexOf(period)]
      expect(monthOf(value ?? -1)).toBe(period)
      const head = await fetch(`${url}/api/demo/reports/${report}`)
      expect(await head.json()).toMatchObject({ brain, period, cells: 1 })
    }
  })
})

describe('a service that is asked to stop', () => {
  it('ends live streams, writes its stores back and leaves with 0', async () => {
    const service = await start()
    const live = await fetch(`${service.url}/api/demo/changes`)
    const reader = (live.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    const code = stop(service, 'SIGTERM')
    while (!(await reader.read()).done);
    expect(await code).toBe(0)
    expect(existsSync(join(folder.path, 'demo.sqlite'))).toBe(true)
    expect(existsSync(join(folder.path, 'demo.sqlite-wal'))).toBe(false)
    expect(service.output()).toContain('service stopped')
  })
})

describe('an upload that its sender breaks off', () => {
  it('is a line of the log without a stack, and stores nothing', async () => {
    const service = await start()
    const headers = (await reporters(service.url, 1)).get('b0') ?? {}
    const { port, hostname } = new URL(service.url)
    const socket = connect(Number(port), hostname)
    const head = Object.entries({
      host: `${hostname}:${port}`,
      'content-length': '900',
      ...headers,
    })
    const lines = ['POST /api/demo/reports HTTP/1.1', ...head.map((pair) => pair.join(': '))]
    socket.write(`${lines.join('\r\n')}\r\n\r\n{"brain":`, () => socket.destroy())
    while (!service.output().includes('broken off')) await new Promise((done) => setImmediate(done))
    expect(service.output()).not.toMatch(/"level":[45]0|"stack"/)
  })
})

describe('secrets', () => {
  it('the operator token is printed at the first start only and kept as a hash', async () => {
    const first = await start()
    await stop(first, 'SIGTERM')
    const token = /operator_[\w-]+/.exec(first.output())?.[0] ?? ''
    expect(token.length).toBeGreaterThan(40)
    expect(readFileSync(join(folder.path, 'main.sqlite')).includes(token)).toBe(false)
    const second = await start()
    const answer = await fetch(`${second.url}/api/main/brains/none/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(404)
    await stop(second, 'SIGTERM')
    expect(second.output()).not.toContain('operator_')
  })

  it('an operator token that a refused start never showed is forgotten', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { output } = await refusedStart({ DATA_DIR: folder.path, PORT: String(port) })
    other.close()
    expect(output).not.toContain('operator_')
    expect((await start()).output()).toMatch(/operator_[\w-]{40,}/)
  })

  it('the simulator’s grant is readable by its owner only', async () => {
    await start()
    expect(statSync(join(folder.path, 'simulator.json')).mode & 0o077).toBe(0)
  })
})

describe('a start is refused with a message and a code of its own', () => {
  const DATA = () => ({ DATA_DIR: folder.path })

  it('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, output } = await refusedStart({ ...DATA(), PORT: String(port) })
    other.close()
    expect(code).toBe(EXIT_CODES.portTaken)
    expect(output).toContain(`Port ${port}`)
  })

  it('when the data folder cannot be made, also where the system keeps none', async () => {
    const { code, output } = await refusedStart({ DATA_DIR: '/proc/x' })
    expect(code).toBe(EXIT_CODES.folderUnwritable)
    expect(output).toContain('/proc/x')
  })

  it('when the data folder cannot be written', async () => {
    const file = join(folder.path, 'file')
    writeFileSync(file, '')
    const { code, output } = await refusedStart({ DATA_DIR: file })
    expect(code).toBe(EXIT_CODES.folderUnwritable)
    expect(output).toContain('DATA_DIR')
  })

  it('when a store file is foreign', async () => {
    writeFileSync(join(folder.path, 'demo.sqlite'), 'not a store'.repeat(500))
    const { code, output } = await refusedStart(DATA())
    expect(code).toBe(EXIT_CODES.storeForeign)
    expect(output).toContain('demo.sqlite')
  })

  it('when a store file is damaged', async () => {
    await stop(await start(), 'SIGTERM')
    const file = join(folder.path, 'main.sqlite')
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 8_192, bytes.length - 4_096)
    writeFileSync(file, bytes)
    const { code, output } = await refusedStart(DATA())
    expect(code).toBe(EXIT_CODES.storeCorrupted)
    expect(output).toContain('backup')
  })

  it('when another service has the folder', async () => {
    await start()
    expect((await refusedStart(DATA())).code).toBe(EXIT_CODES.storeInUse)
  })

  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '192.168.1.5' },
    { PUBLIC_ORIGIN: 'http://brain.example.cn' },
    { PUBLIC_ORIGIN: 'https://brain.example.cn/path' },
    { PORT: '70000' },
    { PORT: 'http' },
    { LOG_LEVEL: 'loud' },
  ])('when a setting is wrong: %o', async (setting) => {
    const { code, output } = await refusedStart({
      ...DATA(),
      ...(setting as Record<string, string>),
    })
    expect(code).toBe(EXIT_CODES.badSetting)
    expect(output).toContain(Object.keys(setting)[0])
  })
})

describe('a lost operator token', () => {
  const printed = ({ output }: SpawnedService): string | undefined =>
    /operator_[\w-]{40,}/.exec(output())?.[0]
  /** Status of registering a brain in main with a token. */
  const register = async ({ url }: SpawnedService, token = ''): Promise<number> => {
    const { status } = await fetch(`${url}/api/main/brains`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ brains: [brainEntry('b1')] }),
    })
    return status
  }

  it('is replaced on request, and opens nothing any more', async () => {
    const first = await start()
    const lost = printed(first)
    expect(lost).toBeDefined()
    await stop(first, 'SIGTERM')
    const second = await start({ NEW_OPERATOR_TOKEN: '1' })
    expect(await register(second, lost)).toBe(401)
    expect(await register(second, printed(second))).toBeLessThan(300)
  })
})
