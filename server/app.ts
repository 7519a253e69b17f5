import { Hono } from 'hono'

import type { Gate } from './auth/gate.ts'
import { isOurHost } from './http/loopbackHost.ts'
import type { Bindings } from './http/openapi.ts'
import { HttpProblem, localeOf, problemResponse } from './http/problem.ts'
import { BROKEN_OFF } from './intake/readJson.ts'
import { makeAccess } from './makeAccess.ts'
import { accountRoutes } from './routes/accountRoutes.ts'
import { archiveRoute } from './routes/archiveRoute.ts'
import { auditRoutes } from './routes/auditRoutes.ts'
import { boardRoute } from './routes/boardRoute.ts'
import { changeRoute } from './routes/changeRoute.ts'
import type { AppDeps } from './routes/deps.ts'
import { fileRoutes } from './routes/fileRoutes.ts'
import { intakeRoutes } from './routes/intakeRoutes.ts'
import { openDataRoutes } from './routes/openDataRoutes.ts'
import { pageRoute } from './routes/pageRoute.ts'
import { programmeRoutes } from './routes/programmeRoutes.ts'
import { readRoutes } from './routes/readRoutes.ts'
import { registryRoutes } from './routes/registryRoutes.ts'
import { reviewRoutes } from './routes/reviewRoutes.ts'
import { ruleFileRoutes } from './routes/ruleFileRoutes.ts'
import { serviceRoutes } from './routes/serviceRoutes.ts'
import { writeRoutes } from './routes/writeRoutes.ts'

/** The service as a value: `app.request('/api/health')` needs no port. */
export function makeApp(deps: AppDeps): Hono {
  const app = new Hono()
  const { gate, ...accountDeps } = makeAccess(deps)
  serviceRoutes(app, deps)
  readRoutes(app, deps)
  boardRoute(app, deps)
  openDataRoutes(app, deps)
  changeRoute(app, deps)
  writeRoutes(app, deps)
  registryRoutes(app, deps)
  programmeRoutes(app, deps)
  ruleFileRoutes(app, deps)
  intakeRoutes(app, deps)
  reviewRoutes(app, deps)
  archiveRoute(app, deps)
  fileRoutes(app, deps)
  accountRoutes(app, accountDeps)
  auditRoutes(app, deps)
  pageRoute(app, deps)
  app.onError((error, c) => {
    const problem = error instanceof HttpProblem ? error : unexpected()
    if (problem.status >= 500)
      deps.log.error({ err: error, path: plainPath(c.req.path) }, 'request failed')
    else if (problem.code === BROKEN_OFF)
      deps.log.info({ path: c.req.path }, 'upload broken off by its sender')
    return problemResponse(problem, localeOf(c.req.header('accept-language')))
  })
  return behindGate(app, gate, deps.settings.publicOrigin)
}

/** A path as the log may hold it: without the secret that a link carries. */
const plainPath = (path: string): string => path.replace(/^(\/(?:wall-link|shared)\/).*/, '$1…')

/**
 * Refuses foreign Host headers before any route and gives every request the gate along, without a
 * middleware's cost for each.
 */
function behindGate(app: Hono, gate: Gate, publicOrigin: string | null): Hono {
  const { fetch } = app
  app.fetch = (request, env, context) =>
    isOurHost(request.headers.get('host') ?? new URL(request.url).host, publicOrigin)
      ? fetch(request, { ...(env as object | undefined), gate } satisfies Bindings, context)
      : problemResponse(
          foreignHost(publicOrigin),
          localeOf(request.headers.get('accept-language') ?? undefined),
        )
  return app
}

const unexpected = (): HttpProblem =>
  new HttpProblem(500, 'unexpected', {
    zh: '服务出错，未存入任何数据；详见服务日志。',
    en: 'The service failed and stored nothing; its log says more.',
  })

const foreignHost = (publicOrigin: string | null): HttpProblem => {
  const address = publicOrigin ?? 'http://127.0.0.1 / http://localhost'
  return new HttpProblem(
    421,
    'foreignHost',
    { zh: '本服务不在这个地址提供。', en: 'This service does not answer at this address.' },
    [
      {
        place: 'Host',
        rule: publicOrigin === null ? 'loopback' : 'publicOrigin',
        remedy: { zh: `用 ${address} 访问。`, en: `Use ${address}.` },
      },
    ],
  )
}
