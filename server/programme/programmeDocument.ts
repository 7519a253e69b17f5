import type {
  CaseStepEntry,
  ListEntry,
  ProgrammeDocument,
  RecordKind,
  RuleSetEntry,
  ScoreCardEntry,
  ScoreRecordEntry,
  StatementEntry,
} from '../../src/contract/index.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { scopeKey } from '../auth/reach.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import type { Space } from '../space/space.ts'
import { REGISTRY } from '../store/changes.ts'
import type { StoredRecord } from '../store/record.ts'
import type { StoredStatement } from './statementKept.ts'

/** Which rows a reader reaches. */
export interface ProgrammeScopes {
  readonly read: Scope
  /** Of these brains scores that are not published, too. */
  readonly judge: Scope
}

/**
 * The programme's rules and files within a reader's scopes. It has the version of the registry: whoever follows that
 * one hears of both.
 */
export function programmeDocument(
  space: Space,
  asOf: number | null,
  { read, judge }: ProgrammeScopes,
): ServedDocument | Promise<ServedDocument> {
  const version = space.versionOf(REGISTRY)
  return space.cachedDocument(
    `programme@${version}@${asOf ?? ''}@${scopeKey(read)}@${scopeKey(judge)}`,
    async (): Promise<ProgrammeDocument> => {
      const [holds, judges] = [await space.rows(read), await space.rows(judge)]
      const all = await space.store.records(asOf)
      const seen = all.filter(({ brain }) => brain === null || holds(brain))
      return {
        version,
        ruleSets: latest<RuleSetEntry>(seen, 'ruleSet'),
        scoreCards: latest<ScoreCardEntry>(seen, 'scoreCard'),
        lists: latest<ListEntry>(seen, 'list'),
        statements: latest<StoredStatement>(seen, 'statement').map(
          ({ version: n, entry }): StatementEntry => ({ ...entry, version: n }),
        ),
        scores: entriesOf<ScoreRecordEntry>(seen, 'score').filter(
          ({ brain, published }) => published || judges(brain),
        ),
        caseSteps: entriesOf<CaseStepEntry>(seen, 'caseStep'),
      }
    },
  )
}

const ofKind = (records: readonly StoredRecord[], kind: RecordKind): readonly StoredRecord[] =>
  records.filter((record) => record.kind === kind)

/** Every version of a kind. Entries were written by this service from checked values. */
export const entriesOf = <T>(records: readonly StoredRecord[], kind: RecordKind): T[] =>
  ofKind(records, kind).map(({ entry }) => entry as T)

/** The last version of each record of a kind. */
export function latest<T>(
  records: readonly StoredRecord[],
  kind: RecordKind,
): { readonly version: number; readonly entry: T }[] {
  const last = new Map(ofKind(records, kind).map((record) => [record.key, record]))
  return [...last.values()].map(({ n, entry }) => ({ version: n, entry: entry as T }))
}
