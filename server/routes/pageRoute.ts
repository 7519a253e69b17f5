import type { Hono } from 'hono'

import { HttpProblem, notFound } from '../http/problem.ts'
import { documentResponse } from '../http/servedDocument.ts'
import type { AppDeps } from './deps.ts'

/** The page: its files, and index.html for every path that the page routes itself. */
export function pageRoute(app: Hono, { page }: AppDeps): void {
  if (!page) return
  app.get('*', async (c) => {
    if (c.req.path.startsWith('/api/')) throw notFound(NO_SUCH_ROUTE)
    const document = page.file(decoded(c.req.path)) ?? (isRoute(c.req.path) ? page.index() : null)
    if (document) return documentResponse(c.req, await document)
    throw page.index() ? notFound(NO_SUCH_ROUTE) : notBuilt()
  })
}

export const NO_SUCH_ROUTE = { zh: '没有这个地址。', en: 'There is nothing at this address.' }

/** A path without a file extension belongs to the page's router. */
const isRoute = (path: string): boolean => !/\.[a-z0-9]+$/i.test(path)

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const notBuilt = (): HttpProblem =>
  new HttpProblem(503, 'notBuilt', {
    zh: '页面尚未构建：请运行 npm start。',
    en: 'The page is not built yet: run npm start.',
  })
