import type { Sessions } from '../accounts/sessions.ts'
import type { People } from '../accounts/people.ts'
import type { Cookie } from '../auth/cookies.ts'
import type { AppDeps } from './deps.ts'
import type { Note } from './noteBy.ts'

/** What the routes of accounts need beside the app's own. */
export interface AccountDeps extends AppDeps {
  readonly sessions: Sessions
  readonly cookie: Cookie
  readonly wallCookie: Cookie
  readonly people: People
  readonly note: Note
  /** Changes of accounts and grants, one after the other. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>
}
