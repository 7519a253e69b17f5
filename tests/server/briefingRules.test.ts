import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { storeDocuments } from '../../server/briefing/documents.ts'
import { readOptions } from '../../server/briefing/options.ts'
import { makeRasterise } from '../../server/briefing/rasterise.ts'
import { run } from '../../server/briefing/run.ts'
import { closeSpaces, openSpaces } from '../../server/openSpaces.ts'
import type { RecordWrite } from '../../server/store/record.ts'
import { openSqlite } from '../../server/store/openSqlite.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { NOTICE_2025 } from '../../src/domain/eligibility/notices/notice2025.ts'
import type { ReadingNeed, RuleSet } from '../../src/domain/eligibility/ruleSet.ts'
import { openedDocument } from '../export/openedDocument.ts'
import { NOW } from './fixture.ts'
import { fillNight } from './nightStore.ts'

const INDICATORS = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
const clock = () => NOW
const BRAIN = 'sim-001'
const BEFORE = '2026-09-15'
const WITH_RULES = '2026-10-31'

let data: string
/** The page of the day before anything was imported, written on that day. */
let early: Buffer

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'brain-rules-'))
  const opened = await openSpaces({ dataDir: data, indicators: INDICATORS, clock })
  await fillNight(opened.spaces.get('demo')!)
  await closeSpaces(opened)
  early = await page('--as-of', BEFORE)
  await imported()
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** The rule set of 2025 that asks for 987 654 亿元, since October; a statement on its data, since November. */
async function imported(): Promise<void> {
  const store = await openSqlite(join(data, 'demo.sqlite'), 'demo')
  const statement = { brain: BRAIN, batch: 2025, subject: 'dataBase', verdict: 'met', ...SAID }
  const records: RecordWrite[] = [
    record('ruleSet', '2025', STRICTER, '2026-10-01'),
    record('statement', `${BRAIN}|2025|dataBase`, statement, '2026-11-10'),
  ]
  await store.appendProgramme({ records, events: [], holidays: [], holidayYears: [] })
  await store.close()
}

const SAID = { document: '数据资源清单', reason: null, by: 'user:li', date: '2026-11-10' }

const record = (
  kind: RecordWrite['kind'],
  key: string,
  entry: unknown,
  day: string,
): RecordWrite => ({
  ...{ kind, key, n: 1, brain: kind === 'statement' ? BRAIN : null, entry, reason: null },
  ...{ knownAt: Date.parse(`${day}T08:00:00Z`), actor: 'user:li' },
})

const [OUTPUT, ...REST] = NOTICE_2025.clauses
const STRICTER: RuleSet = {
  ...NOTICE_2025,
  clauses: [
    { ...OUTPUT!, need: { ...(OUTPUT!.need as ReadingNeed), soft: false, least: 987_654 } },
    ...REST,
  ],
}

async function page(...args: string[]): Promise<Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'brain-page-'))
  const given = ['--space', 'demo', '--template', 'brain', '--brain', BRAIN, ...args]
  const options = readOptions([...given, '--out', join(out, 'demo.docx')])
  await run(options, {
    openDocuments: () => storeDocuments(data, 'demo', clock),
    rasterise: makeRasterise({ chosen: null, folders: ['/no/fonts'] }),
    ...{ site: 'http://127.0.0.1:8787', clock, say: () => undefined },
  })
  const bytes = readFileSync(options.out)
  rmSync(out, { recursive: true })
  return bytes
}

/** The clauses of the page with what was found, and its words. */
function readPage(bytes: Buffer) {
  const { blocks, tables } = openedDocument(bytes)
  const rows = tables.find((table) => table.rows[0]?.includes('条款'))?.rows ?? []
  const clause = (name: string): string => rows.find(([head]) => head === name)?.join(' ') ?? ''
  return { clause, words: JSON.stringify(blocks) }
}

describe('a one-brain page of the night', () => {
  it('judges by the imported rule set and by what was stated', async () => {
    const { clause, words } = readPage(await page())
    expect(clause('集群产值')).toMatch(/未通过.*≥ 987,654 亿元/)
    expect(clause('数据基础')).toContain('通过')
    expect(words).not.toContain('未读取说明材料')
  })

  it('knows of a day what was imported and stated by then', async () => {
    const { clause, words } = readPage(await page('--as-of', WITH_RULES))
    expect(clause('集群产值')).toContain('987,654')
    expect(clause('数据基础')).toContain('待补')
    expect(words).not.toContain('未读取说明材料')
  })

  it('is of an earlier day what it was on that day', async () => {
    expect(readPage(early).clause('集群产值')).toContain('≥ 100 亿元')
    expect((await page('--as-of', BEFORE)).equals(early)).toBe(true)
  })
})
