import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DamagedFile, openFileStore, sha256Of } from '../../server/files/fileStore.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brain-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = Buffer.from('指标,数值\n')
const pathOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256)
const store = () => openFileStore(join(folder, 'files'))

describe('the store of files', () => {
  it('keeps bytes under their hash and gives them back', async () => {
    const sha256 = await store().put(bytes)
    expect(sha256).toBe(sha256Of(bytes))
    expect(Buffer.from((await store().read(sha256)) ?? []).equals(bytes)).toBe(true)
    expect(statSync(pathOf(sha256)).mode & 0o777).toBe(0o600)
  })

  it('keeps the same bytes once, also when they come at once, and leaves no part', async () => {
    const files = store()
    const hashes = await Promise.all(Array.from({ length: 8 }, () => files.put(bytes)))
    expect(new Set(hashes).size).toBe(1)
    const sha256 = hashes[0] ?? ''
    expect(readdirSync(join(folder, 'files', sha256.slice(0, 2)))).toEqual([sha256])
  })

  it('never writes over what it keeps', async () => {
    const sha256 = await store().put(bytes)
    const before = statSync(pathOf(sha256)).ino
    await store().put(bytes)
    expect(statSync(pathOf(sha256)).ino).toBe(before)
  })

  it('does not give out a file that is no longer what it was', async () => {
    const sha256 = await store().put(bytes)
    writeFileSync(pathOf(sha256), 'other')
    await expect(store().read(sha256)).rejects.toBeInstanceOf(DamagedFile)
    expect(readFileSync(pathOf(sha256), 'utf8')).toBe('other')
  })

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
    'knows no file %j',
    async (name) => {
      expect(await store().read(name)).toBeNull()
    },
  )

  it('knows no file that was not kept', async () => {
    expect(await store().read(sha256Of(Buffer.from('x')))).toBeNull()
  })
})
