import type { Kysely } from 'kysely'

import type { BrainEntry, RecordKind } from '../../src/contract/index.ts'
import { readBoardHeads, readFirstReported, readLastDraftStep } from './boardReader.ts'
import type { BoardQuery, EarlierQuery } from './boardReader.ts'
import { readBrainHistory, readBrainVersions, readRegisteredSince } from './brainReader.ts'
import { writeBrains, writeBrainsEdit } from './brainWriter.ts'
import { makeCellStatements } from './cellStatements.ts'
import { countCells, findCells } from './cellSearch.ts'
import type { CellStatements } from './cellStatements.ts'
import { readChanges } from './changes.ts'
import {
  countDrafts,
  findDrafts,
  readDraft,
  readDraftOfFile,
  readDraftQueue,
  readHandedIn,
  readOwnersOfFile,
} from './draftReader.ts'
import type {
  DraftFilter,
  DraftMove,
  DraftWrite,
  EqualQuery,
  QueuePage,
  StandingQuery,
  UndoWrite,
} from './draft.ts'
import { writeDrafts, writeMove } from './draftWriter.ts'
import {
  readCounts,
  readHistory,
  readRegistry,
  readReport,
  readSimulatedBy,
  readSlice,
} from './reader.ts'
import type { ProgrammeWrite } from './record.ts'
import { readRecords, readRecordVersions } from './recordReader.ts'
import { writeProgramme } from './recordWriter.ts'
import { writeEvents, writeReference, writeToken } from './registryWriter.ts'
import { writeReports } from './reportWriter.ts'
import { readEntitiesWith, readStandingCells } from './standingReader.ts'
import type {
  BrainsEdit,
  BrainsTold,
  CellFilter,
  CellPage,
  EventWrite,
  HistoryQuery,
  ReferenceData,
  ReportWrite,
  Store,
} from './store.ts'
import type { Tables } from './tables.ts'
import { readUndo, writeUndo } from './undoWriter.ts'

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
    told?: BrainsTold,
  ) {
    return writeBrains(this.#db, brains, tokenHashes, at, told)
  }

  editBrains(edit: BrainsEdit) {
    return writeBrainsEdit(this.#db, edit)
  }

  brainHistory(brain: string) {
    return readBrainHistory(this.#db, brain)
  }

  registeredSince() {
    return readRegisteredSince(this.#db)
  }

  brainVersions() {
    return readBrainVersions(this.#db)
  }

  appendEvents(events: readonly EventWrite[]) {
    return writeEvents(this.#db, events)
  }

  putReference(data: ReferenceData) {
    return writeReference(this.#db, data)
  }

  appendProgramme(write: ProgrammeWrite) {
    return writeProgramme(this.#db, write)
  }

  records(asOf: number | null) {
    return readRecords(this.#db, asOf)
  }

  recordVersions(kind: RecordKind, key: string) {
    return readRecordVersions(this.#db, kind, key)
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

  boardHeads(query: BoardQuery) {
    return readBoardHeads(this.#db, query)
  }

  firstReported(query: EarlierQuery) {
    return readFirstReported(this.#db, query)
  }

  lastDraftStep() {
    return readLastDraftStep(this.#db)
  }

  simulatedBy() {
    return readSimulatedBy(this.#db)
  }

  standingCells(query: StandingQuery) {
    return readStandingCells(this.#db, query)
  }

  entitiesWith(query: EqualQuery) {
    return readEntitiesWith(this.#db, query)
  }

  saveDrafts(drafts: readonly DraftWrite[]) {
    return writeDrafts(this.#db, drafts)
  }

  moveDraft(move: DraftMove) {
    return writeMove(this.#db, move)
  }

  draft(id: string) {
    return readDraft(this.#db, id)
  }

  findDrafts(filter: DraftFilter, page: CellPage) {
    return findDrafts(this.#db, filter, page)
  }

  draftQueue(filter: DraftFilter, page: QueuePage) {
    return readDraftQueue(this.#db, filter, page)
  }

  countDrafts(filter: DraftFilter) {
    return countDrafts(this.#db, filter)
  }

  draftOfFile(brain: string, period: string, sha256: string) {
    return readDraftOfFile(this.#db, brain, period, sha256)
  }

  handedIn(brain: string, period: string) {
    return readHandedIn(this.#db, brain, period)
  }

  ownersOfFile(sha256: string) {
    return readOwnersOfFile(this.#db, sha256)
  }

  undoPreview(report: string) {
    return readUndo(this.#db, report)
  }

  undoReport(undo: UndoWrite) {
    return writeUndo(this.#db, this.#statements, undo)
  }

  changesSince(version: number) {
    return readChanges(this.#db, version)
  }

  counts(entities?: readonly string[]) {
    return readCounts(this.#db, entities ?? null)
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
