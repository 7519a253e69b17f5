import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { afterAll, describe, expect, it } from 'vitest'

import { openSqlite } from '../../server/store/openSqlite.ts'
import { APPEND_ONLY, SCHEMA, SCHEMA_VERSION } from '../../server/store/tables.ts'
import { draftWrite } from './drafts.contract.ts'
import { writeVersion1 } from './storeVersion1.ts'

const folder = mkdtempSync(join(tmpdir(), 'brain-migration-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = (): string => join(folder, `${++files}.sqlite`)

function version1(): string {
  const file = newFile()
  writeVersion1(file)
  return file
}

/** Names and columns of everything in a store file. */
function shapeOf(file: string): unknown {
  const database = new DatabaseSync(file)
  const names = database
    .prepare("select type, name from sqlite_schema where name not like 'sqlite_%' order by 1, 2")
    .all()
  const columns = names
    .filter(({ type }) => type === 'table')
    .map(({ name }) => database.prepare(`pragma table_info(${String(name)})`).all())
  const version = database.prepare('pragma user_version').get()
  database.close()
  return { names, columns, version }
}

describe('a store of version 1', () => {
  it('is brought up to date with every row it held', async () => {
    const store = await openSqlite(version1(), 'demo')
    expect(await store.counts()).toEqual({ observations: 3, lastKnownAt: 2000 })
    const query = { indicator: 'x.one', entity: 'a', period: null, asOf: null, limit: 10 }
    expect(await store.history(query)).toMatchObject([
      { value: 2.5, report: 'R2', place: null, file: null, undoes: null },
      { value: 1.5, report: 'R1', place: null },
    ])
    expect(await store.report('R1')).toMatchObject({ by: 'first', file: null, undoneBy: null })
    expect(await store.brainOfToken('h1')).toBe('a')
    expect((await store.registry(null)).events).toHaveLength(1)
    expect(await store.changesSince(0)).toHaveLength(3)
    await store.close()
  })

  it('begins the history of its registry with what it holds, known from the beginning', async () => {
    const store = await openSqlite(version1(), 'demo')
    const [entry] = (await store.registry(0)).brains
    expect(entry).toMatchObject({ id: 'a' })
    expect(await store.brainHistory('a')).toEqual([
      { version: 1, knownAt: 0, by: 'registry', reason: null, entry },
    ])
    await store.close()
  })

  it('then looks like a new one, and takes no step twice', async () => {
    const [old, fresh] = [version1(), newFile()]
    for (const file of [old, fresh, old]) await (await openSqlite(file, 'demo')).close()
    expect(shapeOf(old)).toEqual(shapeOf(fresh))
    expect(shapeOf(old)).toMatchObject({ version: { user_version: SCHEMA_VERSION } })
  })

  it('takes drafts and counter-reports', async () => {
    const store = await openSqlite(version1(), 'demo')
    const [outcome] = await store.saveDrafts([draftWrite({ brain: 'b' })])
    expect(outcome).toMatchObject({ kind: 'saved', draft: { id: 'D1', brain: 'b' } })
    const undo = { by: 'o', reason: 'r', receivedAt: 3000, knownAt: 3000, sha256: 'z' }
    expect((await store.undoReport({ report: 'R2', ...undo })).outcome).toMatchObject({
      kind: 'stored',
      restored: 1,
    })
    expect((await store.sliceCells('x.one', null)).map(({ value }) => value)).toEqual([1.5])
    await store.close()
  })

  it('stays as it was where the step fails', async () => {
    const file = version1()
    const database = new DatabaseSync(file)
    database.exec('create table draft (mine)')
    database.close()
    await expect(openSqlite(file, 'demo')).rejects.toThrow()
    const again = new DatabaseSync(file)
    expect(again.prepare('pragma user_version').get()).toEqual({ user_version: 1 })
    expect(() => again.exec('select file_sha256 from report')).toThrow(/no such column/)
    again.close()
  })
})

it('steps are numbered one after the other up to the version of the service', () => {
  expect(SCHEMA.map(({ version }) => version)).toEqual(SCHEMA.map((_, i) => i + 1))
  expect(SCHEMA.at(-1)?.version).toBe(SCHEMA_VERSION)
  expect(new Set(APPEND_ONLY).size).toBe(APPEND_ONLY.length)
})
