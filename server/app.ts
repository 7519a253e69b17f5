import { Hono } from 'hono'

import { isLoopbackHost } from './http/loopbackHost.ts'
import { HttpProblem, localeOf, problemResponse } from './http/problem.ts'
import { BROKEN_OFF } from './intake/readJson.ts'
import { changeRoute } from './routes/changeRoute.ts'
import type { AppDeps } from './routes/deps.ts'
import { openDataRoutes } from './routes/openDataRoutes.ts'
import { pageRoute } from './routes/pageRoute.ts'
import { readRoutes } from './routes/readRoutes.ts'
import { serviceRoutes } from './routes/serviceRoutes.ts'
import { writeRoutes } from './routes/writeRoutes.ts'

/** The service as a value: `app.request('/api/health')` needs no port. */
export function makeApp(deps: AppDeps): Hono {
  const app = new Hono()
  serviceRoutes(app, deps)
  readRoutes(app, deps)
  openDataRoutes(app, deps)
  changeRoute(app, deps)
  writeRoutes(app, deps)
  pageRoute(app, deps)
  app.onError((error, c) => {
    const problem = error instanceof HttpProblem ? error : unexpected()
    if (problem.status >= 500) deps.log.error({ err: error, path: c.req.path }, 'request failed')
    else if (problem.code === BROKEN_OFF)
      deps.log.info({ path: c.req.path }, 'upload broken off by its sender')
    return problemResponse(problem, localeOf(c.req.header('accept-language')))
  })
  return onLoopbackOnly(app)
}

/** Refuses foreign Host headers before any route, without a middleware's cost for each request. */
function onLoopbackOnly(app: Hono): Hono {
  const { fetch } = app
  app.fetch = (request, ...rest) =>
    isLoopbackHost(request.headers.get('host') ?? new URL(request.url).host)
      ? fetch(request, ...rest)
      : problemResponse(
          foreignHost(),
          localeOf(request.headers.get('accept-language') ?? undefined),
        )
  return app
}

const unexpected = (): HttpProblem =>
  new HttpProblem(500, 'unexpected', {
    zh: '服务出错，未存入任何数据；详见服务日志。',
    en: 'The service failed and stored nothing; its log says more.',
  })

const foreignHost = (): HttpProblem =>
  new HttpProblem(
    421,
    'foreignHost',
    { zh: '本服务只在本机提供。', en: 'This service answers on this machine only.' },
    [
      {
        place: 'Host',
        rule: 'loopback',
        remedy: {
          zh: '用 http://127.0.0.1 或 http://localhost 访问。',
          en: 'Use http://127.0.0.1 or http://localhost.',
        },
      },
    ],
  )
