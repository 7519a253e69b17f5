import * as z from 'zod/mini'

import {
  GivenGrantEntry,
  GrantList,
  InvitationAnswer,
  UserEntry,
  UserList,
} from '../contract/accounts.ts'
import type { GrantEntry, NewGrant } from '../contract/accounts.ts'
import { AuditTrail, AuditVerdict } from '../contract/audit.ts'
import { TokenAnswer, TokenList, WallLinkAnswer, WallLinkList } from '../contract/links.ts'
import { type ClientOptions, makeGet, makeSend } from './request.ts'

/** An answer without a body. */
const NOTHING = z.unknown()

/** A token or link to be made: what it is called, and the days it lasts. */
export interface IssueOrder {
  readonly label: string
  readonly days: number
}

export type AdminClient = ReturnType<typeof makeAdminClient>

/** Accounts, roles, tokens, links and the audit trail. */
export function makeAdminClient(options: ClientOptions) {
  const [get, send] = [makeGet(options), makeSend(options)]
  return {
    users: () => get(UserList, ['users'], {}),
    invite: (body: { readonly name: string; readonly grants: readonly GrantEntry[] }) =>
      send('POST', ['users'], InvitationAnswer, { body }),
    inviteAgain: (id: string) => send('POST', ['users', id, 'invitation'], InvitationAnswer),
    setClosed: (id: string, closed: boolean) =>
      send('PATCH', ['users', id], UserEntry, { body: { closed } }),

    grants: () => get(GrantList, ['grants'], {}),
    give: (body: NewGrant) => send('POST', ['grants'], GivenGrantEntry, { body }),
    take: (id: string) => send('DELETE', ['grants', id], NOTHING),

    tokens: (space: string) => get(TokenList, [space, 'tokens'], {}),
    makeToken: (
      space: string,
      body: IssueOrder & { readonly brain: string; readonly may: 'draft' | 'publish' },
    ) => send('POST', [space, 'tokens'], TokenAnswer, { body }),
    revokeToken: (space: string, id: string) => send('DELETE', [space, 'tokens', id], NOTHING),

    wallLinks: (space: string) => get(WallLinkList, [space, 'wall-links'], {}),
    makeWallLink: (space: string, body: IssueOrder & { readonly city: string | null }) =>
      send('POST', [space, 'wall-links'], WallLinkAnswer, { body }),
    revokeWallLink: (space: string, id: string) =>
      send('DELETE', [space, 'wall-links', id], NOTHING),

    trail: (params: object) => get(AuditTrail, ['audit'], params),
    verdict: (head: string | null) =>
      get(AuditVerdict, ['audit', 'verdict'], head === null ? {} : { head }),
  }
}
