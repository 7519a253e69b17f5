import type { Role } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import type { SavedKind } from './accounts.ts'

interface IssuedRow {
  hash: string
  id: string
  label: string
  created_at: number
  created_by: string
  expires_at: number
  revoked_at: number | null
}

/** The tables as Kysely sees them; of every secret only the hash is kept. */
export interface AccountTables {
  person: {
    id: string
    name: string
    name_key: string
    password: string | null
    created_at: number
    created_by: string
    closed_at: number | null
  }
  session: { hash: string; id: string; person: string; created_at: number; seen_at: number }
  invitation: {
    hash: string
    person: string | null
    created_at: number
    expires_at: number
    used_at: number | null
  }
  grant_step: GrantStepRow
  token: IssuedRow & { space: SpaceId; brain: string; may: 'draft' | 'publish' }
  wall_link: IssuedRow & { space: SpaceId; city: string | null }
  shared_link: IssuedRow & { path: string; owner: string }
  saved: {
    id: string
    kind: SavedKind
    owner: string
    space: SpaceId
    name: string
    content: string
    shared: number
    changed_at: number
  }
}

export interface GrantStepRow {
  seq: number
  grant_id: string
  step: 'given' | 'taken'
  person: string
  role: Role
  space: SpaceId | null
  city: string | null
  brain: string | null
  by: string
  at: number
}

export const ACCOUNTS_VERSION = 1

const ISSUED = `hash text primary key, id text not null unique, label text not null,
  created_at bigint not null, created_by text not null, expires_at bigint not null,
  revoked_at bigint`

export const ACCOUNT_TABLES: readonly string[] = [
  `create table person (id text primary key, name text not null, name_key text not null unique,
    password text, created_at bigint not null, created_by text not null, closed_at bigint)`,
  `create table session (hash text primary key, id text not null unique,
    person text not null references person (id), created_at bigint not null,
    seen_at bigint not null)`,
  'create index session_person on session (person)',
  `create table invitation (hash text primary key, person text references person (id),
    created_at bigint not null, expires_at bigint not null, used_at bigint)`,
  `create table grant_step (seq integer primary key, grant_id text not null,
    step text not null check (step in ('given', 'taken')),
    person text not null references person (id), role text not null, space text, city text,
    brain text, by text not null, at bigint not null, unique (grant_id, step))`,
  'create index grant_step_person on grant_step (person)',
  `create table token (${ISSUED}, space text not null, brain text not null, may text not null)`,
  `create table wall_link (${ISSUED}, space text not null, city text)`,
  `create table shared_link (${ISSUED}, path text not null, owner text not null)`,
  `create table saved (id text primary key, kind text not null,
    owner text not null references person (id), space text not null, name text not null,
    content text not null, shared integer not null, changed_at bigint not null)`,
  'create index saved_owner on saved (owner, kind)',
]
