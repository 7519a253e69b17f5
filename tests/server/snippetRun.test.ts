import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

import { afterEach, describe, expect, it } from 'vitest'

import { dataPath, PLAIN_CHOICE } from '../../src/domain/dataLink.ts'
import { snippet } from '../../src/figures/snippets.ts'
import { spawnService, temporaryFolder } from './spawnService.ts'

const PYTHON = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0,
)
const run = promisify(execFile)
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe.skipIf(PYTHON === undefined)('the Python text', () => {
  it('runs as it is pasted and fetches every page from a started service', async () => {
    const folder = temporaryFolder()
    closing.push(folder.remove)
    const service = await spawnService({ DATA_DIR: folder.path })
    closing.push(() => service.end('SIGKILL'))
    const path = dataPath(PLAIN_CHOICE, {
      ...{ space: 'main', asOf: null, locale: 'zh-CN', format: 'csv', size: 7 },
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
