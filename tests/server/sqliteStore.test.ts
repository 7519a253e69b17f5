import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { afterAll, describe, expect, it } from 'vitest'

import { openSqlite } from '../../server/store/openSqlite.ts'
import { APPEND_ONLY } from '../../server/store/tables.ts'
import { brainEntry } from './fixture.ts'
import { draftContract, draftWrite } from './drafts.contract.ts'
import { recordsContract } from './records.contract.ts'
import { storeContract } from './store.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'brain-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = (): string => join(folder, `${++files}.sqlite`)

storeContract('SQLite', () => openSqlite(newFile(), 'demo'))
draftContract('SQLite', () => openSqlite(newFile(), 'demo'))
recordsContract('SQLite', () => openSqlite(newFile(), 'demo'))

/** A closed store file with one report, one event and one draft. */
async function written(): Promise<string> {
  const file = newFile()
  const store = await openSqlite(file, 'demo')
  await store.registerBrains([brainEntry('a')], new Map(), 0)
  const entry = {
    id: 'e',
    brain: 'a',
    kind: 'piloted',
    date: '2024-01-01',
    document: null,
  } as const
  await store.appendEvents([{ entry, knownAt: 0 }])
  const cells = Array.from({ length: 400 }, (_, i) => ({
    ...{ indicator: 'x.one', period: '2026-01', entity: `e${i}`, value: i },
    ...{
      absent: null,
      status: 'final' as const,
      place: i === 0 ? { sheet: null, cell: 'B1' } : null,
    },
  }))
  const head = { brain: 'a', period: '2026-01', by: 'b', reason: null, source: null }
  const rest = { receivedAt: 1, knownAt: 1, sha256: '', origin: 'reported' as const, cells }
  const place = { sheet: null, cell: null, pointer: null }
  const text = { zh: '突增', en: 'A jump' }
  const finding = { rule: 'jump', indicator: 'x.one', period: '2026-01', place, text, answer: null }
  await store.appendReports([{ ...head, ...rest, findings: [finding] }])
  await store.saveDrafts([draftWrite()])
  const record = { kind: 'list', key: '2024', n: 1, brain: null, entry: {} } as const
  await store.appendProgramme({
    records: [{ ...record, knownAt: 1, actor: 'o', reason: null }],
    ...{ events: [], holidays: [], holidayYears: [] },
  })
  await store.close()
  return file
}

describe('a store file', () => {
  it('holds after it was opened again what was in it before', async () => {
    const store = await openSqlite(await written(), 'demo')
    expect(await store.counts()).toEqual({ observations: 400, lastKnownAt: 1 })
    await store.close()
  })

  it.each(APPEND_ONLY)('lets nobody change or delete a row of %s', async (table) => {
    const database = new DatabaseSync(await written())
    const column = {
      event: 'entry',
      brain_entry: 'entry',
      cell_origin: 'cell',
      draft: 'content',
      draft_step: 'note',
      record: 'entry',
      report_finding: 'entry',
    }
    const changed = Object.entries(column).find(([name]) => name === table)?.[1] ?? 'origin'
    expect(() => database.exec(`update ${table} set ${changed} = 'x'`)).toThrow('append-only')
    expect(() => database.exec(`delete from ${table}`)).toThrow('append-only')
    database.close()
  })

  it('of another space is refused', async () => {
    await expect(openSqlite(await written(), 'main')).rejects.toMatchObject({
      code: 'storeForeign',
    })
  })

  it('of another program is refused and left as it was', async () => {
    const file = newFile()
    const other = new DatabaseSync(file)
    other.exec('create table theirs (x)')
    other.close()
    const before = readFileSync(file)
    await expect(openSqlite(file, 'demo')).rejects.toMatchObject({ code: 'storeForeign' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('that is no database is refused', async () => {
    const file = newFile()
    writeFileSync(file, 'these are not the rows you are looking for\n'.repeat(200))
    await expect(openSqlite(file, 'demo')).rejects.toMatchObject({ code: 'storeForeign' })
  })

  it('of a newer version is refused', async () => {
    const file = await written()
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99')
    database.close()
    await expect(openSqlite(file, 'demo')).rejects.toThrow(/newer version/)
  })

  it('with damaged pages is refused', async () => {
    const file = await written()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 8_192, bytes.length - 4_096)
    writeFileSync(file, bytes)
    await expect(openSqlite(file, 'demo')).rejects.toMatchObject({ code: 'storeCorrupted' })
  })

  it('that a service has open is refused to a second one', async () => {
    const file = newFile()
    const first = await openSqlite(file, 'demo')
    await expect(openSqlite(file, 'demo')).rejects.toMatchObject({ code: 'storeInUse' })
    await first.close()
  })
})
