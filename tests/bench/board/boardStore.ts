import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openSqlite } from '../../../server/store/openSqlite.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import type { BoardInput } from '../../../src/domain/board/boardOf.ts'

const DAY = 86_400_000

/** A store that holds the reports of a board, written past the intake; the cells of incomplete ones too. */
export async function boardStore({ brains, months, reports }: BoardInput) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-board-'))
  const file = join(folder, 'demo.sqlite')
  await (await openSqlite(file, 'demo')).close()
  const db = new DatabaseSync(file)
  db.exec('begin')
  const brain = db.prepare('insert into brain values (?, ?, ?, 0)')
  for (const [i, id] of brains.entries()) brain.run(id, i, '{}')
  const report = db.prepare(
    `insert into report (no, brain, period, sender, received_at, known_at, sha256, cells, origin)
     values (?, ?, ?, 'x', ?, ?, 'x', ?, 'simulated')`,
  )
  const cell = db.prepare(
    `insert into current (indicator, period, entity, value, status, origin, known_at, report)
     values (?, ?, ?, 1, 'final', 'simulated', ?, ?)`,
  )
  for (const [i, { brain: id, period, day, cells }] of reports.entries()) {
    report.run(i + 1, id, period, day * DAY, day * DAY, cells)
    if (cells < REPORTED_INDICATORS.length)
      for (const indicator of REPORTED_INDICATORS.slice(0, cells))
        cell.run(indicator.id, period, id, day * DAY, i + 1)
  }
  db.exec('commit')
  db.close()
  const store = await openSqlite(file, 'demo')
  const indicators = REPORTED_INDICATORS.map(({ id }) => id)
  const [from = '', to = ''] = [months.at(0), months.at(-1)]
  return {
    heads: () => store.boardHeads({ from, to, indicators, asOf: null }),
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
