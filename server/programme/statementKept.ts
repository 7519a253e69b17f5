import type { StatementEntry, StatementWrite } from '../../src/contract/index.ts'
import type { StoredRecord } from '../store/record.ts'

/** As it is kept: its version is the record's. */
export type StoredStatement = Omit<StatementEntry, 'version'>

type Subject = Pick<StatementWrite, 'brain' | 'batch' | 'subject'>
export const statementKey = ({ brain, batch, subject }: Subject): string =>
  `${brain}|${batch}|${subject}`

/** The last version of each statement, by key. */
export type Standing = ReadonlyMap<string, StoredRecord>

type Said = Pick<StatementWrite, 'verdict' | 'document' | 'reason'>
const said = ({ verdict, document, reason }: Said): string =>
  JSON.stringify([verdict, document, reason])

/** Whether a statement says what stands already. */
export const isSame = (held: StoredRecord, statement: Said): boolean =>
  said(held.entry as StoredStatement) === said(statement)
