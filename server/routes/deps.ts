import type { Logger } from 'pino'

import { parseInstant } from '../http/parseInstant.ts'
import { noSuchSpace } from '../auth/rights.ts'
import type { Credentials } from '../auth/rights.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Audit } from '../audit/audit.ts'
import type { FileStore } from '../files/fileStore.ts'
import type { Clock } from '../space/clock.ts'
import type { Space } from '../space/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import type { PageFiles } from '../page/pageFiles.ts'

/** Who may come in at all. */
export interface AccessSettings {
  /** Everybody may read demo. */
  readonly openDemo: boolean
  /** Administrator, security and auditor are different people without roles over data. */
  readonly separateDuties: boolean
  /** Pages and files of main carry the name of whoever is signed in. */
  readonly watermark?: boolean
  /** `https://brain.example`: where people find the service; null on this machine only. */
  readonly publicOrigin: string | null
}

/** Everything the app needs; tests hand in their own. */
export interface AppDeps {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly credentials: Credentials
  readonly accounts: Accounts
  readonly audit: Pick<Audit, 'note' | 'search' | 'verify'>
  readonly files: FileStore
  readonly settings: AccessSettings
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
  throw noSuchSpace(id)
}

/** `?asOf=INSTANT` in milliseconds, or null for now; throws 400. */
export const asOfOf = (request: Request): number | null =>
  parseInstant('asOf', request.query('asOf'))
