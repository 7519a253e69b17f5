import { DatabaseSync } from 'node:sqlite'

import { openSqlite } from '../../server/store/openSqlite.ts'
import { prepareConnection } from '../../server/store/sqliteFile.ts'
import type { ReportSubmission } from '../../src/contract/report.ts'

const OBSERVATION = `insert into observation
  (seq, indicator, period, entity, value, absent, status, origin, known_at, report)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const CURRENT = `insert into current
  (indicator, period, entity, value, absent, status, origin, known_at, report)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (indicator, period, entity) do update set value = excluded.value,
  absent = excluded.absent, status = excluded.status, origin = excluded.origin,
  known_at = excluded.known_at, report = excluded.report`

/**
 * The yardstick of the intake: the same rows into the same tables of a fresh store file with the same
 * settings, by prepared statements, one durable transaction a report, nothing checked. Returns seconds.
 */
export async function writeDirectly(
  file: string,
  reports: readonly ReportSubmission[],
): Promise<number> {
  await (await openSqlite(file, 'demo')).close()
  const database = new DatabaseSync(file)
  prepareConnection(database)
  const head = database.prepare(
    `insert into report (no, sender, received_at, known_at, sha256, cells, origin)
     values (?, ?, 0, ?, '', ?, 'simulated')`,
  )
  const observation = database.prepare(OBSERVATION)
  const current = database.prepare(CURRENT)
  let seq = 0
  const start = performance.now()
  reports.forEach(({ brain, period, by, knownAt, cells, status = 'final' }, i) => {
    const known = Date.parse(knownAt ?? '')
    database.exec('begin')
    head.run(i + 1, by, known, cells.length)
    for (const cell of cells) {
      const row = [cell.indicator, cell.period ?? period, brain, cell.value ?? null]
      const rest = [cell.absent ?? null, status, 'simulated', known, i + 1]
      observation.run(++seq, ...row, ...rest)
      current.run(...row, ...rest)
    }
    database.exec('commit')
  })
  const seconds = (performance.now() - start) / 1000
  database.close()
  return seconds
}
