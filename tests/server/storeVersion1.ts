import { DatabaseSync } from 'node:sqlite'

import { APPLICATION_ID } from '../../server/store/openSqlite.ts'

/** The tables as version 1 of the service made them: stores of that version are still about. Never changed. */
const STATEMENTS = [
  `create table brain (id text primary key, position integer not null, entry text not null,
    registered_at bigint not null)`,
  `create table token (hash text primary key, brain text not null references brain (id),
    created bigint not null, revoked bigint)`,
  `create table event (seq integer primary key, id text not null unique,
    brain text not null references brain (id), entry text not null, known_at bigint not null)`,
  `create table report (no integer primary key, brain text references brain (id), period text,
    sender text not null, reason text, received_at bigint not null, known_at bigint not null,
    sha256 text not null, cells integer not null, source text, origin text not null)`,
  `create index report_sha256 on report (sha256)`,
  `create table observation (seq integer primary key, indicator text not null,
    period text not null, entity text not null, value double precision, absent text,
    status text not null, origin text not null, known_at bigint not null,
    report integer not null references report (no),
    check ((value is null) <> (absent is null)))`,
  `create index observation_cell on observation (indicator, entity, period, known_at)`,
  `create table current (indicator text not null, period text not null, entity text not null,
    value double precision, absent text, status text not null, origin text not null,
    known_at bigint not null, report integer not null,
    primary key (indicator, period, entity))`,
  `create table change (subject text primary key, seq integer not null unique)`,
  `create table target (id text primary key, entry text not null)`,
  `create table source (id text primary key, entry text not null)`,
  `create table cited (id text primary key, entry text not null)`,
  `create table gap (id text primary key, entry text not null)`,
  `create table holiday (date text primary key, kind text not null)`,
  `create table meta (key text primary key, value text not null)`,
]

const APPEND_ONLY = ['observation', 'report', 'event']

/** Writes a store file of version 1 with two brains, two reports, a revision and an event. */
export function writeVersion1(file: string): void {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal')
  for (const statement of STATEMENTS)
    database.exec(
      statement.startsWith('create table current') ? `${statement} without rowid` : statement,
    )
  for (const table of APPEND_ONLY)
    for (const verb of ['update', 'delete'])
      database.exec(
        `create trigger ${table}_no_${verb} before ${verb} on ${table}
         begin select raise(abort, '${table} is append-only'); end`,
      )
  database.exec(`pragma application_id = ${APPLICATION_ID}`)
  database.exec('pragma user_version = 1')
  database.exec(ROWS)
  database.close()
}

const ROWS = `
  insert into meta values ('space', 'demo');
  insert into brain values ('a', 0, '{"id":"a","name":"A","city":"370100"}', 0),
    ('b', 1, '{"id":"b","name":"B","city":"370200"}', 0);
  insert into token values ('h1', 'a', 0, null);
  insert into event values (1, 'e', 'a', '{"id":"e","brain":"a","kind":"piloted","date":"2024-01-01","document":null}', 0);
  insert into report values
    (1, 'a', '2026-01', 'first', null, 1000, 1000, 'x', 2, null, 'reported'),
    (2, 'a', '2026-01', 'second', 'wrong', 2000, 2000, 'y', 1, null, 'reported');
  insert into observation values
    (1, 'x.one', '2026-01', 'a', 1.5, null, 'final', 'reported', 1000, 1),
    (2, 'x.two', '2026-01', 'a', null, 'withheld', 'final', 'reported', 1000, 1),
    (3, 'x.one', '2026-01', 'a', 2.5, null, 'revised', 'reported', 2000, 2);
  insert into current values
    ('x.one', '2026-01', 'a', 2.5, null, 'revised', 'reported', 2000, 2),
    ('x.two', '2026-01', 'a', null, 'withheld', 'final', 'reported', 1000, 1);
  insert into change values ('registry', 1), ('x.two', 2), ('x.one', 3);
`
