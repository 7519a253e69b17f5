import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { BriefingError } from '../../server/briefing/briefingError.ts'
import { storeDocuments } from '../../server/briefing/documents.ts'
import { readOptions } from '../../server/briefing/options.ts'
import { makeRasterise } from '../../server/briefing/rasterise.ts'
import { readGeometry } from '../../server/briefing/readGeometry.ts'
import { run } from '../../server/briefing/run.ts'
import { writeWhole } from '../../server/briefing/writeWhole.ts'
import { closeSpaces, openSpaces } from '../../server/openSpaces.ts'
import { openSqlite } from '../../server/store/openSqlite.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { openedDocument, packageFaults, type OpenedDocument } from '../export/openedDocument.ts'
import { xmlFaults } from '../export/pictured.ts'
import { NOW } from './fixture.ts'
import { fillNight } from './nightStore.ts'
import { spawnService } from './spawnService.ts'

const ROOT = join(import.meta.dirname, '../..')
const INDICATORS = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
const clock = () => NOW
/** As on a machine without a Chinese face: what is written does not hang on the one that tests. */
const withoutFaces = makeRasterise({ chosen: null, folders: ['/no/fonts'] })

let data: string
let out: string
let said: string[]

beforeAll(async () => {
  // The command draws with the maps that the build makes.
  execFileSync(process.execPath, [join(ROOT, 'maps/build.ts')])
  data = mkdtempSync(join(tmpdir(), 'brain-night-'))
  const opened = await openSpaces({ dataDir: data, indicators: INDICATORS, clock })
  await fillNight(opened.spaces.get('demo')!)
  await closeSpaces(opened)
})
afterAll(() => rmSync(data, { recursive: true, force: true }))
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'brain-out-'))
  said = []
  return () => rmSync(out, { recursive: true, force: true })
})

const night = async (name: string, ...args: string[]): Promise<string> => {
  const file = join(out, name)
  const space = args.includes('--space') ? [] : ['--space', 'demo']
  const options = readOptions([...space, '--out', file, ...args])
  await run(options, {
    openDocuments: () => storeDocuments(data, options.space, clock),
    ...{ site: 'http://127.0.0.1:8787', clock, rasterise: withoutFaces },
    say: (line) => said.push(line),
  })
  return file
}

/** Copies of stores that runs of the command made. */
const copiesHere = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('brain-briefing-'))

const documentOf = (file: string): OpenedDocument => openedDocument(readFileSync(file))
const wordsOf = ({ blocks }: OpenedDocument): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.join())).join('\n')

describe('a night run', () => {
  it('writes the monthly briefing of the last month due and says what to do next', async () => {
    const document = documentOf(await night('简报-演示.docx'))
    expect(packageFaults(document, xmlFaults)).toEqual([])
    expect(document.paragraphs[0]?.text).toBe('【演示】2026年10月产业大脑运行简报')
    expect(wordsOf(document)).toContain('模拟数据（种子 3）')
    expect(said.join('\n')).toMatch(/简报已写出.*简报-演示\.docx/)
    expect(said.join('\n')).toMatch(/\d+ 幅图片只有矢量.*vectors \(SVG\) only/)
    expect(said.join('\n')).toMatch(/原因 why: \/no\/fonts 中没有.*安装 fonts-noto-cjk/)
    expect(said.at(-1)).toContain('下一步 next')
    expect(readdirSync(out)).toEqual(['简报-演示.docx'])
  })

  it('prints the numbers of the store', async () => {
    const document = documentOf(await night('demo-a.docx'))
    const documents = await storeDocuments(data, 'demo', clock)
    const slice = await documents.slice('cluster.revenue', null)
    await documents.close()
    const column = slice.periods.indexOf('2026-10')
    const total = slice.entities.reduce(
      (sum, _, row) => sum + (slice.values[row * slice.periods.length + column] ?? 0),
      0,
    )
    expect(document.tables[0]?.rows.find(([name]) => name === '集群营业收入')?.[1]).toBe(
      Math.round(total).toLocaleString('en-US'),
    )
  })

  it('gives the same bytes from the same store at the same time', async () => {
    const [first, second] = [await night('demo-a.docx'), await night('demo-b.docx')]
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  })

  it.each(['docx', 'pptx', 'xlsx'])('writes .%s as a package of Office', async (format) => {
    const bytes = readFileSync(await night(`demo-a.${format}`))
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(openedDocument(bytes).files['[Content_Types].xml']).toBeDefined()
  })

  it.each([
    ['rectification', '产业大脑整改专报', []],
    ['brain', '一脑一页', ['--brain', 'sim-001']],
  ] as const)('writes the template %s', async (template, title, more) => {
    const document = documentOf(await night('demo-a.docx', '--template', template, ...more))
    expect(document.paragraphs[0]?.text).toContain(title)
  })

  it('speaks English where it is asked to', async () => {
    const document = documentOf(await night('demo-a.docx', '--locale', 'en'))
    expect(document.paragraphs[0]?.text).toMatch(/^\[Demo\] Industry brains/)
  })

  it('shows an earlier month as its last one due, and what was known on a day', async () => {
    const before = documentOf(await night('demo-a.docx', '--period', '2026-08'))
    expect(before.paragraphs[0]?.text).toContain('2026年8月')
    const known = documentOf(await night('demo-b.docx', '--as-of', '2026-06-30'))
    expect(known.paragraphs[0]?.text).toContain('2026年5月')
    expect(known.paragraphs.find(({ style }) => style === 'Date')?.text).toBe('2026年6月30日')
    expect(wordsOf(known)).not.toContain('2026年10月')
  })

  it('of demonstration data leaves a marking out and says so', async () => {
    const document = documentOf(await night('demo-a.docx', '--marking', 'internal'))
    expect(document.text('word/header1.xml')).not.toContain('内部使用')
    expect(said.join('\n')).toContain('--marking was left out')
  })

  it('of main shows what is published and why the rest is missing', async () => {
    const document = documentOf(
      await night('demo-a.docx', '--space', 'main', '--marking', 'public'),
    )
    expect(wordsOf(document)).toContain('各产业大脑的运行数据尚未公开')
    expect(document.text('word/header1.xml')).toContain('公开')
    expect(wordsOf(document)).not.toContain('演示')
  })

  it('reads a store that is held and written, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'brain-held-'))
    copyFileSync(join(data, 'demo.sqlite'), join(folder, 'demo.sqlite'))
    const held = await openSqlite(join(folder, 'demo.sqlite'), 'demo')
    await held.setMeta('held', 'written since')
    const before = copiesHere()
    const documents = await storeDocuments(folder, 'demo', clock)
    expect((await documents.registry(null)).brains.length).toBeGreaterThanOrEqual(8)
    await documents.close()
    expect(copiesHere()).toEqual(before)
    await held.close()
    rmSync(folder, { recursive: true })
  })

  it('reads a store without writing to it', async () => {
    const before = readFileSync(join(data, 'demo.sqlite'))
    await night('demo-a.docx')
    expect(readFileSync(join(data, 'demo.sqlite')).equals(before)).toBe(true)
  })
})

describe('a night run that cannot be made', () => {
  const refused = async (part: RegExp, ...args: string[]) => {
    const failed = night('demo-a.docx', ...args)
    await expect(failed).rejects.toThrow(BriefingError)
    await expect(failed).rejects.toThrow(part)
    expect(readdirSync(out)).toEqual([])
  }

  it('names a month that is not due', () =>
    refused(
      /2026-12 is not due before 2027-01-15: on 2026-11-22 the last month is 2026-10/,
      ...[...['--period', '2026-12']],
    ))
  it('names a day ahead', () => refused(/--as-of 2027-01-01 lies ahead/, '--as-of', '2027-01-01'))
  it('names an unknown brain and a close one', () =>
    refused(/sim-0001.*Did you mean sim-001/, '--template', 'brain', '--brain', 'sim-0001'))

  it('says of a space without anything what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'brain-empty-'))
    const opened = await openSpaces({ dataDir: folder, indicators: INDICATORS, clock })
    await closeSpaces(opened)
    const options = readOptions(['--space', 'demo', '--out', join(out, 'a.docx')])
    const failed = run(options, {
      openDocuments: () => storeDocuments(folder, 'demo', clock),
      ...{ site: '', clock, rasterise: withoutFaces, say: () => undefined },
    })
    await expect(failed).rejects.toThrow(/--space demo：.*没有可报的内容.*npm run mock/)
    expect(readdirSync(out)).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('says of a folder without a store, and of a file that is none', async () => {
    await expect(storeDocuments(out, 'demo', clock)).rejects.toThrow(
      /There is no store .*npm start/,
    )
    expect(readdirSync(out)).toEqual([])
    writeFileSync(join(out, 'demo.sqlite'), 'no database at all, but long enough to be read as one')
    await expect(storeDocuments(out, 'demo', clock)).rejects.toThrow(
      /cannot be read|not written by/,
    )
  })

  it('names the first day and the first month that would work', async () => {
    await refused(
      /--as-of 2020-01-01：那时演示库还没有可报的内容，最早从 20\d\d-\d\d-\d\d 起有/,
      ...['--as-of', '2020-01-01'],
    )
    await refused(
      /--period 2014-01: the first data of demo are of 20\d\d-\d\d\. Give that month/,
      ...['--period', '2014-01', '--locale', 'en'],
    )
  })

  it('leaves no half file where the target cannot be written', async () => {
    await expect(writeWhole(join(out, 'none', 'a.docx'), new Uint8Array(3))).rejects.toThrow(
      /cannot be written.*--out/,
    )
    expect(readdirSync(out)).toEqual([])
  })

  it('keeps the former file where the new one cannot be made', async () => {
    const file = join(out, 'demo-a.docx')
    writeFileSync(file, 'former')
    await expect(night('demo-a.docx', '--period', '2026-12')).rejects.toThrow(BriefingError)
    expect(readFileSync(file, 'utf8')).toBe('former')
  })

  it('names a map that is not built', () =>
    expect(readGeometry('999999', out)).rejects.toThrow(/999999\.json.*node maps\/build\.ts/))
})

describe('options', () => {
  it.each([
    [[], /--out is missing.*briefing\.docx/],
    [['--out', 'a.pdf'], /a\.pdf has no format.*\.docx, \.pptx, \.xlsx/],
    [['--out', 'a'], /has no format/],
    [['--out', 'a.docx', '--space', 'other'], /--space takes main, demo, not "other"/],
    [['--out', 'a.docx', '--period', '2026-13'], /--period takes a month such as 2026-10/],
    [['--out', 'a.docx', '--period', '2026'], /--period/],
    [['--out', 'a.docx', '--as-of', '2026-02-30'], /--as-of takes a day/],
    [['--out', 'a.docx', '--template', 'weekly'], /--template takes monthly/],
    [['--out', 'a.docx', '--template', 'brain'], /--brain ID/],
    [['--out', 'a.docx', '--brain', 'b'], /--template brain/],
    [['--out', 'a.docx', '--locale', 'fr'], /--locale takes zh-CN, en/],
    [['--out', 'a.docx', '--marking', '机密'], /--marking takes public/],
    [['--out', 'a.docx', '--url', 'ftp://x'], /--url takes an address/],
    [['--out', 'a.docx', '--nothing'], /--nothing.*npm run briefing/s],
    [['--out', 'a.docx', '--period', '2026-10', '--period', '2026-09'], /^--period is given more/],
  ])('%j are refused', (args, message) => {
    expect(() => readOptions(args)).toThrow(BriefingError)
    expect(() => readOptions(args)).toThrow(message)
  })

  it.each([
    ['demo', 'a.docx', '演示_a.docx'],
    ['demo', '演示a.docx', '演示a.docx'],
    ['demo', 'Demo.pptx', 'Demo.pptx'],
    ['main', 'a.docx', 'a.docx'],
  ])('put 演示 into the name of a file of %s: %s', (space, given, name) => {
    const { out: file } = readOptions(['--space', space, '--out', `/演示/${given}`])
    expect(file).toBe(`/演示/${name}`)
  })

  it('read a whole command line', () => {
    expect(readOptions(['--out', '/x/A.DOCX', '--period', '2026-10', '--space', 'demo'])).toEqual({
      ...{ out: '/x/演示_A.DOCX', format: 'docx', period: '2026-10', space: 'demo', asOf: null },
      ...{ template: 'monthly', brain: null, locale: 'zh-CN', marking: null, watermark: '' },
      ...{ url: null, help: false },
    })
  })
})

describe('the command', () => {
  const command = async (...args: string[]) => {
    const child = spawn(process.execPath, ['server/briefing.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: data },
    })
    const printed: string[] = []
    child.stdout.on('data', (part: Buffer) => printed.push(part.toString()))
    child.stderr.on('data', (part: Buffer) => printed.push(part.toString()))
    await once(child, 'close')
    return { code: child.exitCode, printed: printed.join('') }
  }

  it('ends with 0 and a file, or with 1 and a sentence without a stack', async () => {
    const file = join(out, 'demo.docx')
    expect(await command('--space', 'demo', '--out', file)).toMatchObject({ code: 0 })
    expect(documentOf(file).tables.length).toBeGreaterThan(5)
    const { code, printed } = await command('--out', 'x.pdf')
    expect(code).toBe(1)
    expect(printed).toMatch(/^--out x\.pdf has no format[^\n]*\n$/)
  })

  it('reads beside a running service that writes, and from one', async () => {
    const service = await spawnService({ DATA_DIR: data })
    try {
      const file = join(out, 'demo.docx')
      expect(await command('--space', 'demo', '--out', file)).toMatchObject({ code: 0 })
      expect(documentOf(file).tables.length).toBeGreaterThan(5)
      const read = await command('--space', 'demo', '--out', file, '--url', service.url)
      expect(read).toMatchObject({ code: 0 })
      expect(documentOf(file).text('docProps/custom.xml')).toContain(service.url)
    } finally {
      await service.end('SIGTERM')
    }
  })

  it('makes its file where nobody reads what it says to the end', async () => {
    const file = join(out, 'demo.docx')
    const script = `"${process.execPath}" server/briefing.ts --space demo --out "${file}" | true`
    const child = spawn('sh', ['-c', script], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: data },
    })
    const printed: string[] = []
    child.stderr.on('data', (part: Buffer) => printed.push(part.toString()))
    await once(child, 'close')
    expect(printed.join('')).toBe('')
    expect(readdirSync(out)).toEqual(['demo.docx'])
  })

  it('says that a service does not answer', async () => {
    const file = join(out, 'demo.docx')
    const answer = await command('--space', 'demo', '--out', file, '--url', 'http://127.0.0.1:9')
    expect(answer).toMatchObject({ code: 1, printed: expect.stringContaining('does not answer') })
    expect(readdirSync(out)).toEqual([])
  })
})
