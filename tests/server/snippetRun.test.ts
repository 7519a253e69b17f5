import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

import { afterEach, describe, expect, it } from 'vitest'

import { dataPath, PLAIN_CHOICE } from '../../src/domain/dataLink.ts'
import { snippet } from '../../src/figures/snippets.ts'
import { brainEntry, reportOf, revenue } from './fixture.ts'
import { grantOf, spawnService, temporaryFolder } from './spawnService.ts'

const PYTHON = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0,
)
const run = promisify(execFile)
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Ten months of one brain in the demo, which everybody may read. */
async function reportMonths(url: string, grant: string): Promise<void> {
  const post = async (path: string, body: unknown, more: Record<string, string>) => {
    const headers = { 'content-type': 'application/json', 'x-simulator-grant': grant, ...more }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${url}/api/demo/${path}`, sent)
    expect(answer.ok).toBe(true)
    return (await answer.json()) as { tokens: { token: string }[] }
  }
  const { tokens } = await post('brains', { brains: [brainEntry('a')] }, {})
  const months = Array.from({ length: 10 }, (_, i) => `2025-${String(i + 2).padStart(2, '0')}`)
  const cells = months.map((month, i) => revenue(i + 1, month))
  const headers = { authorization: `Bearer ${tokens[0]?.token ?? ''}` }
  await post('reports', reportOf({}, cells), headers)
}

describe.skipIf(PYTHON === undefined)('the Python text', () => {
  it('runs as it is pasted and fetches every page from a started service', async () => {
    const folder = temporaryFolder()
    closing.push(folder.remove)
    const service = await spawnService({ DATA_DIR: folder.path })
    closing.push(() => service.end('SIGKILL'))
    await reportMonths(service.url, grantOf(folder.path))
    const path = dataPath(PLAIN_CHOICE, {
      ...{ space: 'demo', asOf: null, locale: 'zh-CN', format: 'csv', size: 7 },
    })
    const url = service.url + path
    const total = Number((await fetch(url)).headers.get('x-total-count'))
    expect(total).toBeGreaterThan(7)
    const text = snippet('python', { url, size: 7, locale: 'zh-CN' })
    const check = 'print(sum(isinstance(row["数值"], float) for row in rows))'
    const env = { ...process.env, NO_PROXY: '*', no_proxy: '*', PYTHONIOENCODING: 'utf-8' }
    const { stdout } = await run(PYTHON ?? '', ['-c', `${text}\n${check}`], { env })
    expect(stdout.trim().split(/\r?\n/)).toEqual([`${total} 行`, String(total)])
  })
})
