import type { Hono } from 'hono'

import type { AccountDeps } from './accountDeps.ts'
import { grantRoutes } from './grantRoutes.ts'
import { savedRoutes } from './savedRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { sharedLinkRoutes } from './sharedLinkRoutes.ts'
import { tokenRoutes } from './tokenRoutes.ts'
import { userRoutes } from './userRoutes.ts'
import { wallLinkRoutes } from './wallLinkRoutes.ts'

/** Everything about who may come in: sessions, accounts, grants, tokens, links, and what people keep. */
export function accountRoutes(app: Hono, deps: AccountDeps): void {
  sessionRoutes(app, deps)
  userRoutes(app, deps)
  grantRoutes(app, deps)
  tokenRoutes(app, deps)
  wallLinkRoutes(app, deps)
  sharedLinkRoutes(app, deps)
  savedRoutes(app, deps)
}
