import type { Kysely } from 'kysely'

import type { BrainEntry } from '../../src/contract/index.ts'
import { makeCellStatements } from './cellStatements.ts'
import { countCells, findCells } from './cellSearch.ts'
import type { CellStatements } from './cellStatements.ts'
import { readChanges } from './changes.ts'
import {
  readCounts,
  readHistory,
  readRegistry,
  readReport,
  readSimulatedBy,
  readSlice,
} from './reader.ts'
import { writeBrains, writeEvents, writeReference, writeToken } from './registryWriter.ts'
import { writeReports } from './reportWriter.ts'
import type {
  CellFilter,
  CellPage,
  EventWrite,
  HistoryQuery,
  ReferenceData,
  ReportWrite,
  Store,
} from './store.ts'
import type { Tables } from './tables.ts'

/** The store in SQL: every statement through the query builder, in the subset engines share. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>
  readonly #statements: CellStatements
  readonly #beforeClose: () => void

  /** `beforeClose` lets an engine tidy up (SQLite: write the WAL back). */
  constructor(db: Kysely<Tables>, beforeClose: () => void = () => undefined) {
    this.#db = db
    this.#statements = makeCellStatements(db)
    this.#beforeClose = beforeClose
  }

  appendReports(reports: readonly ReportWrite[]) {
    return writeReports(this.#db, this.#statements, reports)
  }

  registerBrains(
    brains: readonly BrainEntry[],
    tokenHashes: ReadonlyMap<string, string>,
    at: number,
  ) {
    return writeBrains(this.#db, brains, tokenHashes, at)
  }

  appendEvents(events: readonly EventWrite[]) {
    return writeEvents(this.#db, events)
  }

  putReference(data: ReferenceData) {
    return writeReference(this.#db, data)
  }

  issueToken(brain: string, hash: string, at: number) {
    return writeToken(this.#db, brain, hash, at)
  }

  async brainOfToken(hash: string) {
    const row = await this.#db
      .selectFrom('token')
      .select('brain')
      .where('hash', '=', hash)
      .where('revoked', 'is', null)
      .executeTakeFirst()
    return row?.brain ?? null
  }

  registry(asOf: number | null) {
    return readRegistry(this.#db, asOf)
  }

  sliceCells(indicator: string, asOf: number | null) {
    return readSlice(this.#db, indicator, asOf)
  }

  findCells(filter: CellFilter, page: CellPage) {
    return findCells(this.#db, filter, page)
  }

  countCells(filter: CellFilter) {
    return countCells(this.#db, filter)
  }

  history(cell: HistoryQuery) {
    return readHistory(this.#db, cell)
  }

  report(id: string) {
    return readReport(this.#db, id)
  }

  simulatedBy() {
    return readSimulatedBy(this.#db)
  }

  changesSince(version: number) {
    return readChanges(this.#db, version)
  }

  counts() {
    return readCounts(this.#db)
  }

  async meta(key: string) {
    const row = await this.#db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', key)
      .executeTakeFirst()
    return row?.value ?? null
  }

  async setMeta(key: string, value: string) {
    await this.#db
      .insertInto('meta')
      .values({ key, value })
      .onConflict((c) => c.column('key').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })))
      .execute()
  }

  async close() {
    this.#beforeClose()
    await this.#db.destroy()
  }
}
