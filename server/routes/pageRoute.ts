import type { Context, Hono } from 'hono'

import { HttpProblem, notFound } from '../http/problem.ts'
import { documentResponse } from '../http/servedDocument.ts'
import { isPagePath, isWallPath } from '../page/isPagePath.ts'
import type { PageFiles } from '../page/pageFiles.ts'
import type { AppDeps } from './deps.ts'

/**
 * What the app answers where no route of the API matches: a file of the page, index.html for a path
 * that the page routes itself, else a problem.
 */
export function pageRoute(app: Hono, { page }: Pick<AppDeps, 'page'>): void {
  app.notFound((c) => pageAnswer(c, page))
}

async function pageAnswer(c: Context, page: PageFiles | null): Promise<Response> {
  const { path, method } = c.req
  if (!page || path.startsWith('/api/') || !['GET', 'HEAD'].includes(method)) throw nothingHere()
  const document =
    page.file(decoded(path)) ?? (isPagePath(path) ? page.html(isWallPath(path)) : null)
  if (document) return documentResponse(c.req, await document)
  throw page.html() ? nothingHere() : notBuilt()
}

const nothingHere = (): HttpProblem =>
  notFound({ zh: '没有这个地址。', en: 'There is nothing at this address.' })

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
