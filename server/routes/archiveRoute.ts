import type { Hono } from 'hono'

import { ArchiveLine, INTAKE_LIMITS } from '../../src/contract/index.ts'
import { described } from '../http/openapi.ts'
import { SECURITY_HEADERS } from '../http/securityHeaders.ts'
import { importArchive } from '../intake/importArchive.ts'
import type { FileLine } from '../intake/importArchive.ts'
import { readBody } from '../intake/readJson.ts'
import { bodyOf } from './answer.ts'
import type { AppDeps } from './deps.ts'
import { ARCHIVE_QUERY } from './intakeParameters.ts'
import { reasonOf, statusOf } from './intakeQuery.ts'
import { contextOf } from './intakeRoutes.ts'
import { noteBy } from './noteBy.ts'

/** Many workbooks at once: a line of JSON for each as it is taken, and the sums at the end. */
export function archiveRoute(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.post(
    '/api/:space/intake/archive',
    described(
      {
        summary: 'A ZIP of reports, each whole or not at all; progress as lines of JSON',
        zh: '一个压缩包内的多份报送，每份要么全部存入，要么不存；逐行返回进度',
        group: 'reports',
        answers: { 200: ArchiveLine },
        problems: [400, 404, 413],
        query: ARCHIVE_QUERY,
        access: 'review',
      },
      async (c, asker) => {
        const context = contextOf(deps, asker)
        const request = { publish: statusOf(c.req, 'publish'), reason: reasonOf(c.req) }
        const bytes = await readBody(bodyOf(c), INTAKE_LIMITS.archiveBytes)
        const subject = context.space.id
        note(asker.principal, 'archive.import', { space: context.space.id, subject })
        return linesOf(summed(importArchive(context, bytes, request), deps))
      },
    ),
  )
}

const BROKEN_OFF = {
  zh: '服务出错，其余文件未存入；可重新上传，已存入的不会重复。',
  en: 'The service failed before the end: send the archive again, nothing is stored twice.',
}

/** The lines and their sums; what fails half-way is said there, for the status went out long before. */
async function* summed(
  lines: AsyncGenerator<FileLine>,
  { log }: AppDeps,
): AsyncGenerator<ArchiveLine> {
  const sums = { files: 0, observations: 0, rejected: 0 }
  let problem: typeof BROKEN_OFF | null = null
  try {
    for await (const line of lines) {
      sums.files++
      sums.observations += line.observations
      if (line.outcome === 'rejected') sums.rejected++
      yield line
    }
  } catch (error) {
    log.error({ err: error }, 'an archive was not taken to its end')
    problem = BROKEN_OFF
  }
  yield { kind: 'end', ...sums, problem }
}

const encoder = new TextEncoder()

/** Pulled: while the reader waits, no further file is taken. */
function linesOf(lines: AsyncGenerator<ArchiveLine>): Response {
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
    },
    cancel: async () => {
      await lines.return(undefined)
    },
  })
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  }
  return new Response(stream, { headers })
}
