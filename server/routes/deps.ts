import type { Logger } from 'pino'

import { parseInstant } from '../http/parseInstant.ts'
import { notFound } from '../http/problem.ts'
import type { Credentials } from '../auth/rights.ts'
import type { Clock } from '../space/clock.ts'
import type { Space } from '../space/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import type { PageFiles } from '../page/pageFiles.ts'

/** Everything the app needs; tests hand in their own. */
export interface AppDeps {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly credentials: Credentials
  readonly clock: Clock
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** The built page, or null where another server gives it out. */
  readonly page: PageFiles | null
}

interface Request {
  param(name: string): string | undefined
  query(name: string): string | undefined
}

/** The space a path names; throws 404. */
export function spaceOf({ spaces }: AppDeps, request: Request): Space {
  const id = request.param('space') ?? ''
  for (const space of spaces.values()) if (space.id === id) return space
  throw notFound({
    zh: `没有库“${id}”，只有 main 与 demo。`,
    en: `There is no space "${id}", only main and demo.`,
  })
}

/** `?asOf=INSTANT` in milliseconds, or null for now; throws 400. */
export const asOfOf = (request: Request): number | null =>
  parseInstant('asOf', request.query('asOf'))
