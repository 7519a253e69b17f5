import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { verifyTrail } from '../../server/audit.ts'
import type { Audit, AuditEntry, AuditFilter } from '../../server/audit/audit.ts'
import { headIn } from '../../server/audit/headIn.ts'
import { openAudit } from '../../server/audit/openAudit.ts'

const NOW = Date.parse('2026-11-22T08:00:00Z')
const DAY = 86_400_000
const NO_FILTER: AuditFilter = {
  ...{ actor: null, action: null, space: null, text: null, from: null, until: null },
}
const PAGE = { limit: 100, offset: 0 }

const entry = (subject: string, rest: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ at: NOW, actor: 'user:office', action: 'report.publish', space: 'main', subject },
  ...{ outcome: 'done', detail: { cells: 3 }, ...rest },
})

let folder: string
let file: string
let audit: Audit
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'))
  file = join(folder, 'audit.sqlite')
  audit = openAudit(file)
})
afterEach(async () => {
  await audit.close()
  rmSync(folder, { recursive: true })
})

/** What somebody with the file, a knife and knowledge of SQLite can do. */
async function tamper(...statements: string[]): Promise<void> {
  await audit.close()
  const database = new DatabaseSync(file)
  database.exec('drop trigger entry_no_update; drop trigger entry_no_delete')
  for (const statement of statements) database.exec(statement)
  database.close()
  audit = openAudit(file)
}

const noteAll = (subjects: readonly string[]) =>
  Promise.all(subjects.map((subject) => audit.note(entry(subject))))

it('keeps entries in the order of the calls, chained, also over a restart', async () => {
  await noteAll(['R1', 'R2', 'R3'])
  await audit.close()
  audit = openAudit(file)
  await audit.note(entry('R4'))
  const { entries, total, head } = await audit.search(NO_FILTER, PAGE)
  expect(entries.map(({ subject }) => subject)).toEqual(['R4', 'R3', 'R2', 'R1'])
  expect(total).toBe(4)
  expect(entries[0]?.prev).toBe(entries[1]?.hash)
  expect(await audit.verify()).toEqual({ kind: 'whole', entries: 4, head })
})

it('finds by actor, action, space, time and text; wildcards are letters', async () => {
  await audit.note(entry('100%', { actor: 'user:a' }))
  await audit.note(entry('1000', { space: 'demo', action: 'session.open', at: NOW + DAY }))
  const found = async (filter: Partial<AuditFilter>) =>
    (await audit.search({ ...NO_FILTER, ...filter }, PAGE)).entries.map(({ subject }) => subject)
  expect(await found({ actor: 'user:a' })).toEqual(['100%'])
  expect(await found({ action: 'session.open' })).toEqual(['1000'])
  expect(await found({ space: 'demo' })).toEqual(['1000'])
  expect(await found({ from: NOW, until: NOW + 1 })).toEqual(['100%'])
  expect(await found({ text: '00%' })).toEqual(['100%'])
  expect(await found({ text: "'; drop table entry; --" })).toEqual([])
})

it('refuses to change an entry, and to delete one before its retention ends', async () => {
  await noteAll(['R1'])
  const database = new DatabaseSync(file)
  expect(() => database.exec("update entry set actor = 'nobody'")).toThrow(/append-only/)
  expect(() => database.exec('delete from entry')).toThrow(/retention/)
  database.close()
})

it.each([
  ['a changed word', ["update entry set subject = 'R9' where seq = 2"], 2, 'changed'],
  ['a changed detail', ["update entry set detail = '[]' where seq = 3"], 3, 'changed'],
  ['an entry taken out', ['delete from entry where seq = 2'], 2, 'missing'],
  [
    'an entry taken out and the rest moved up',
    ['delete from entry where seq = 2', 'update entry set seq = 2 where seq = 3'],
    2,
    'changed',
  ],
  ['the first entry taken out', ['delete from entry where seq = 1'], 1, 'missing'],
])('names the place of %s', async (_, statements, seq, fault) => {
  await noteAll(['R1', 'R2', 'R3', 'R4'])
  await tamper(...statements)
  expect(await audit.verify()).toEqual({ kind: 'broken', seq, fault })
})

it('a cut tail and a chain written anew show against a head that was written down', async () => {
  await noteAll(['R1', 'R2', 'R3'])
  const { head } = await audit.search(NO_FILTER, PAGE)
  await tamper('delete from entry where seq = 3')
  expect((await audit.verify()).kind).toBe('whole')
  expect(await audit.verify(head)).toEqual({ kind: 'broken', seq: 3, fault: 'cut' })
  await audit.note(entry('other'))
  expect(await audit.verify(head)).toEqual({ kind: 'broken', seq: 3, fault: 'foreignHead' })
})

it('takes away what is older than its retention, says so, and still holds', async () => {
  await audit.close()
  audit = openAudit(file, { retentionDays: 200 })
  await audit.note(entry('old', { at: NOW - 201 * DAY }))
  await audit.note(entry('kept', { at: NOW - 199 * DAY }))
  expect(await audit.purge(NOW)).toBe(1)
  expect(await audit.purge(NOW)).toBe(0)
  const { entries } = await audit.search(NO_FILTER, PAGE)
  expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
    ['audit.purge', `before ${new Date(NOW - 200 * DAY).toISOString()}`],
    ['report.publish', 'kept'],
  ])
  expect((await audit.verify()).kind).toBe('whole')
})

it('any words and details are kept and verified', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  const details = fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(text, fc.integer()), {
    maxKeys: 4,
    noNullPrototype: true,
  })
  await fc.assert(
    fc.asyncProperty(text, text, details, async (actor, subject, detail) => {
      await audit.note(entry(subject, { actor, detail }))
    }),
    { numRuns: 60 },
  )
  await audit.close()
  audit = openAudit(file)
  expect(await audit.verify()).toMatchObject({ kind: 'whole', entries: 60 })
})

it('the command says that the trail holds, or where it breaks', async () => {
  await noteAll(['R1', 'R2'])
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  expect(await verifyTrail(file, undefined, say)).toBe(0)
  const head = headIn(/--head (\S+)/.exec(lines.join('\n'))?.[1] ?? '')
  expect(head).toMatchObject({ seq: 2 })
  await tamper("update entry set actor = 'user:other' where seq = 1")
  expect(await verifyTrail(file, head, say)).toBe(1)
  expect(lines.join('\n')).toMatch(/BROKEN at entry 1/)
  await expect(verifyTrail(join(folder, 'none.sqlite'), head, say)).rejects.toThrow(/npm start/)
  expect(headIn('2:nothing')).toBeUndefined()
})
