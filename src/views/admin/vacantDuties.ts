import type { Role } from '../../domain/rights.ts'
import type { GivenGrantEntry, UserEntry } from '../../stores/admin.ts'

/** Security and audit duties that no open account holds: the ones an administrator may fill who gives no roles. */
export function vacantDuties(
  users: readonly UserEntry[],
  grants: readonly GivenGrantEntry[],
): readonly Role[] {
  const open = new Set(users.flatMap(({ id, state }) => (state === 'closed' ? [] : [id])))
  const held = new Set(grants.flatMap(({ role, user }) => (open.has(user) ? [role] : [])))
  return (['security', 'auditor'] as const).filter((duty) => !held.has(duty))
}
