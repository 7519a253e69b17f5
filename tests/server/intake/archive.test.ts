import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { readArchive } from '../../../server/intake/readArchive.ts'
import { readInThread } from '../../../server/intake/readInThread.ts'
import { report, REVENUE } from './corpusReport.ts'

const filesIn = async (bytes: Uint8Array) => {
  const files: { name: string; size: number | null; rules: string[] }[] = []
  for await (const { name, bytes: content, findings } of readArchive(bytes))
    files.push({ name, size: content?.length ?? null, rules: findings.map(({ rule }) => rule) })
  return files
}

/** The archive with a name in GBK in place of one of the same length. */
function renamed(bytes: Uint8Array, from: string, to: Buffer): Uint8Array {
  const changed = Buffer.from(bytes)
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1))
    to.copy(changed, at)
  return changed
}

describe('an archive of reports', () => {
  it('gives its files one by one, without folders and what systems add', async () => {
    const workbook = report([[...REVENUE, 100]]).bytes
    const archive = zipSync({
      '2026-10/': new Uint8Array(),
      '2026-10/轮胎.xlsx': workbook,
      '2026-10/~$轮胎.xlsx': strToU8('lock'),
      '__MACOSX/2026-10/._轮胎.xlsx': strToU8('x'),
      '.DS_Store': strToU8('x'),
      'b.csv': strToU8('指标,本期值\n'),
    })
    expect(await filesIn(archive)).toEqual([
      { name: '2026-10/轮胎.xlsx', size: workbook.length, rules: [] },
      { name: 'b.csv', size: 17, rules: [] },
    ])
  })

  it('names files as Chinese Windows does', async () => {
    const archive = renamed(
      zipSync({ 'xxxx.csv': strToU8('1') }),
      'xxxx',
      Buffer.from('c2d6cca5', 'hex'),
    )
    expect((await filesIn(archive))[0]?.name).toBe('轮胎.csv')
  })

  it('tells of a file that is too large or damaged and goes on', async () => {
    const archive = Buffer.from(
      zipSync(
        {
          'large.csv': new Uint8Array(11_000_000),
          'bad.csv': strToU8('damaged'),
          'good.csv': strToU8('1'),
        },
        { level: 1 },
      ),
    )
    const at = archive.indexOf('bad.csv') + 'bad.csv'.length
    archive.fill(0xff, at, at + 5)
    expect(await filesIn(archive)).toEqual([
      { name: 'large.csv', size: null, rules: ['tooLarge'] },
      { name: 'bad.csv', size: null, rules: ['corrupt'] },
      { name: 'good.csv', size: 1, rules: [] },
    ])
  })

  it('is one file without bytes where it cannot be opened', async () => {
    expect(await filesIn(strToU8('PK no archive'))).toEqual([
      { name: '', size: null, rules: ['truncated'] },
    ])
  })

  it('is read in a thread that sends each file alone, not the archive with it', async () => {
    const { bytes } = report([[...REVENUE, 100]])
    const archive = zipSync({ 'a.xlsx': [bytes, { level: 0 }], 'b.xlsx': [bytes, { level: 9 }] })
    const task = { brains: new Map(), indicators: new Map(), today: '2026-11-15', batch: 1 }
    const sent: (number | undefined)[] = []
    for await (const batch of readInThread({ archive, ...task }))
      for (const file of batch) sent.push(file.bytes?.buffer.byteLength)
    expect(sent).toEqual([bytes.length, bytes.length])
  })
})
