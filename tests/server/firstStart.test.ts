import { request } from 'node:http'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeAdministrator, spawnService, temporaryFolder } from './spawnService.ts'
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

describe('the first administrator', () => {
  it('comes by a link that each start prints until somebody used it', async () => {
    const first = await start()
    expect(first.output()).toMatch(/127\.0\.0\.1:\d+\/welcome#welcome_[\w-]{43}/)
    await stop(first, 'SIGTERM')
    const second = await start()
    await expect(makeAdministrator(second.url, first.output())).rejects.toThrow('404')
    const { name, value } = await makeAdministrator(second.url, second.output())
    const headers = { cookie: `${name}=${value}` }
    expect((await fetch(`${second.url}/api/main/registry`)).status).toBe(401)
    expect((await fetch(`${second.url}/api/main/registry`, { headers })).status).toBe(200)
    await stop(second, 'SIGTERM')
    const third = await start()
    expect(third.output()).not.toContain('welcome_')
    expect((await fetch(`${third.url}/api/main/registry`, { headers })).status).toBe(200)
  })

  it('that is lost gets a successor on request', async () => {
    const first = await start()
    await makeAdministrator(first.url, first.output())
    await stop(first, 'SIGTERM')
    expect((await start({ NEW_ADMINISTRATOR_LINK: '1' })).output()).toContain('/welcome#welcome_')
  })
})

describe('a service beyond this machine', () => {
  const PUBLIC = { HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://brain.example.cn' }

  /** Status of a request under a Host that fetch would not send. */
  const statusAs = (url: string, path: string, host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(url + path, { headers: { host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      asked.once('error', reject).end()
    })

  it('answers under its public name only, keeps demo shut, and binds its cookie to https', async () => {
    const service = await start(PUBLIC)
    expect(await statusAs(service.url, '/api/health', 'brain.example.cn')).toBe(200)
    expect(await statusAs(service.url, '/api/health', 'other.example.cn')).toBe(421)
    expect(await statusAs(service.url, '/api/demo/registry', 'brain.example.cn')).toBe(401)
    expect(service.output()).toContain('https://brain.example.cn/welcome#')
    expect((await makeAdministrator(service.url, service.output())).name).toBe('__Host-session')
  })

  it('opens demo to everybody where that is said', async () => {
    const { url } = await start({ ...PUBLIC, OPEN_DEMO: '1' })
    expect(await statusAs(url, '/api/demo/registry', 'brain.example.cn')).toBe(200)
  })

  it('on this machine keeps demo shut where that is said', async () => {
    const { url } = await start({ OPEN_DEMO: '0' })
    expect((await fetch(`${url}/api/demo/registry`)).status).toBe(401)
  })
})
