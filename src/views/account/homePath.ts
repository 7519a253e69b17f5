import type { Action } from '../../domain/rights.ts'
import type { SpaceId } from '../../domain/space.ts'

/** What a session tells of rights. */
interface Rights {
  readonly mayIn: (action: Action, space: SpaceId) => boolean
  readonly may: (action: Action) => boolean
}

/** The page where somebody's work begins: the desk of main, their duty, else what their account may open. */
export function homePath({ mayIn, may }: Rights): string {
  if (mayIn('read', 'main')) return '/main/desk'
  if (may('users') || may('grants')) return '/admin/users'
  return may('audit') ? '/admin/audit' : '/account'
}
