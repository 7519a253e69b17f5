import type { Hono } from 'hono'

import { attachment } from '../http/attachment.ts'
import { described } from '../http/openapi.ts'
import { keptFile } from '../intake/keptFile.ts'
import type { AppDeps } from './deps.ts'
import { contextOf } from './intakeRoutes.ts'
import { noteBy } from './noteBy.ts'

/** Files that drafts and reports came in. */
export function fileRoutes(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.get(
    '/api/:space/files/:sha256',
    described(
      {
        summary: 'The file that a draft or report came in',
        zh: '一份草稿或报送的原文件',
        group: 'reports',
        answers: { 200: null },
        problems: [404],
        access: ['report', 'review'],
      },
      async (c, asker) => {
        const context = contextOf(deps, asker)
        const sha256 = c.req.param('sha256') ?? ''
        const { bytes, name } = await keptFile(context, sha256)
        note(asker.principal, 'file.read', { space: context.space.id, subject: sha256 })
        return attachment(bytes, name, 'application/octet-stream')
      },
    ),
  )
}
