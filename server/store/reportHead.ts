import type { Kysely } from 'kysely'

import { prepared } from './prepared.ts'
import type { ReportWrite } from './store.ts'
import type { ReportRow, Tables } from './tables.ts'

/** Next free numbers; one writer at a time, so they are counted within the transaction. */
export interface Numbers {
  report: number
  observation: number
}

/** The columns of a report that came without a file. */
export const NO_FILE = { file_sha256: null, file_name: null } as const

/** One writer at a time, so that the next numbers are those after the greatest. */
export async function nextNumbers(trx: Kysely<Tables>): Promise<Numbers> {
  const row = await trx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('report')
        .select((e) => e.fn.max('no').as('n'))
        .as('report'),
      eb
        .selectFrom('observation')
        .select((e) => e.fn.max('seq').as('n'))
        .as('observation'),
    ])
    .executeTakeFirstOrThrow()
  return { report: Number(row.report ?? 0) + 1, observation: Number(row.observation ?? 0) + 1 }
}

/** Writes the report's head; the same bytes again that change nothing keep their first head. */
export async function writeHead(
  trx: Kysely<Tables>,
  numbers: Numbers,
  report: ReportWrite,
  changesNothing: boolean,
): Promise<number> {
  const earlier = changesNothing ? await sameReport(trx, report) : null
  if (earlier !== null) return earlier
  const no = numbers.report++
  await addHead(trx, {
    ...{ no, brain: report.brain, period: report.period, sender: report.by },
    ...{ reason: report.reason, received_at: report.receivedAt, known_at: report.knownAt },
    ...{ sha256: report.sha256, cells: report.cells.length, source: report.source },
    ...{ origin: report.origin, undoes: null },
    file_sha256: report.file?.sha256 ?? null,
    file_name: report.file?.name ?? null,
  })
  return no
}

const addHead = prepared((db, row: ReportRow) =>
  db.insertInto('report').values({
    ...{ no: row.no, brain: row.brain, period: row.period, sender: row.sender },
    ...{ reason: row.reason, received_at: row.received_at, known_at: row.known_at },
    ...{ sha256: row.sha256, cells: row.cells, source: row.source, origin: row.origin },
    ...{ file_sha256: row.file_sha256, file_name: row.file_name, undoes: row.undoes },
  }),
)

async function sameReport(trx: Kysely<Tables>, report: ReportWrite): Promise<number | null> {
  const row = await trx
    .selectFrom('report')
    .select('no')
    .where('sha256', '=', report.sha256)
    .where('brain', report.brain === null ? 'is' : '=', report.brain)
    .orderBy('no')
    .limit(1)
    .executeTakeFirst()
  return row?.no ?? null
}
