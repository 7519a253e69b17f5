/** The tables as Kysely sees them. */
export interface AuditTables {
  entry: {
    seq: number
    at: number
    actor: string
    action: string
    space: string | null
    subject: string
    outcome: string
    detail: string
    prev: string
    hash: string
  }
  /** `keepFrom`: entries before this instant may be deleted. `anchor`: the last deleted entry, as JSON. */
  setting: { key: string; value: string }
}

export const AUDIT_VERSION = 1

export const TABLES: readonly string[] = [
  `create table entry (seq integer primary key, at bigint not null, actor text not null,
    action text not null, space text, subject text not null, outcome text not null,
    detail text not null, prev text not null, hash text not null)`,
  'create index entry_at on entry (at)',
  'create table setting (key text primary key, value text not null)',
  `create trigger entry_no_update before update on entry
   begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger entry_no_delete before delete on entry
   when old.at >= coalesce((select cast(value as integer) from setting where key = 'keepFrom'), 0)
   begin select raise(abort, 'the trail is kept until its retention ends'); end`,
]
