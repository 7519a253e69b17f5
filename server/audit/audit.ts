import type { SpaceId } from '../../src/domain/space.ts'

/** Something that was done, or refused. Instants are milliseconds since 1970 (UTC). */
export interface AuditEntry {
  readonly at: number
  /** As `actorOf` names a principal. */
  readonly actor: string
  /** `session.open`, `report.publish`, `slice.read` …: subject and verb. */
  readonly action: string
  readonly space: SpaceId | null
  /** What it was done to: an id, a name; never a secret and never a reading. */
  readonly subject: string
  readonly outcome: 'done' | 'refused'
  readonly detail: Readonly<Record<string, string | number>>
}

/** An entry in its place of the chain; `hash` covers it and, through `prev`, everything before it. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number
  readonly prev: string
  readonly hash: string
}

/** Each part that is given must fit; `text` is looked for in actor, action and subject. */
export interface AuditFilter {
  readonly actor: string | null
  readonly action: string | null
  readonly space: SpaceId | null
  readonly text: string | null
  /** From this instant, and up to but without that one. */
  readonly from: number | null
  readonly until: number | null
}

/** The end of the chain: written down elsewhere, it also betrays a cut tail. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** Whether the chain holds; else the first place where it does not, and what is wrong there. */
export type Verdict =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: ChainHead }
  | {
      readonly kind: 'broken'
      readonly seq: number
      readonly fault: 'changed' | 'missing' | 'cut' | 'foreignHead'
    }

export interface AuditPage {
  readonly entries: readonly ChainedEntry[]
  readonly total: number
  readonly head: ChainHead
}

/** The trail of a service: only ever appended to. */
export interface Audit {
  /** Durable when it resolves; entries that wait together share a commit. */
  note(entry: AuditEntry): Promise<void>
  /** Newest first. */
  search(filter: AuditFilter, page: { limit: number; offset: number }): Promise<AuditPage>
  /** `expected` is a head that was written down earlier. */
  verify(expected?: ChainHead): Promise<Verdict>
  /** Takes away what is older than the retention allows, and says so in the trail. */
  purge(now: number): Promise<number>
  close(): Promise<void>
}
