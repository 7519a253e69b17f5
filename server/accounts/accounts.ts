import type { Grant } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'

/** An account of a person. Instants are milliseconds since 1970 (UTC) here and below. */
export interface Person {
  readonly id: string
  readonly name: string
  /** argon2id in PHC form; null until an invitation was accepted. Never leaves the service. */
  readonly password: string | null
  readonly createdAt: number
  readonly createdBy: string
  readonly closedAt: number | null
}

export interface StoredSession {
  readonly id: string
  readonly person: string
  readonly createdAt: number
  readonly seenAt: number
}

/** A one-time link; without a person it makes an administrator. */
export interface Invitation {
  readonly person: string | null
  readonly expiresAt: number
  readonly usedAt: number | null
}

/** A grant that stands, with who gave it. */
export interface GivenGrant extends Grant {
  readonly id: string
  readonly person: string
  readonly by: string
  readonly at: number
}

/** One step of the history of grants: nothing of it is ever changed. */
export interface GrantStep extends GivenGrant {
  readonly step: 'given' | 'taken'
}

/** What tokens and links share: a secret of which the hash is kept, an end, who made it. */
interface Issued {
  readonly id: string
  readonly label: string
  readonly createdAt: number
  readonly createdBy: string
  readonly expiresAt: number
  readonly revokedAt: number | null
}

export interface IssuedToken extends Issued {
  readonly space: SpaceId
  readonly brain: string
  readonly may: 'draft' | 'publish'
}

export interface WallLink extends Issued {
  readonly space: SpaceId
  readonly city: string | null
}

/** Leads to a page of ours; gives no right. */
export interface SharedLink extends Issued {
  readonly path: string
  readonly owner: string
}

export const SAVED_KINDS = ['views', 'briefings'] as const
export type SavedKind = (typeof SAVED_KINDS)[number]

/** A named view or briefing; `content` is JSON text that the page wrote. */
export interface Saved {
  readonly id: string
  readonly kind: SavedKind
  readonly owner: string
  readonly space: SpaceId
  readonly name: string
  readonly content: string
  readonly shared: boolean
  readonly changedAt: number
}

type Fresh<T extends Issued> = Omit<T, 'revokedAt'>

/** What an invitation comes to: a new person, or a password for the one it was made for. */
export type Accepted =
  | { readonly person: Person; readonly grants: readonly Grant[] }
  | { readonly id: string; readonly password: string }

export interface PersonStore {
  /** All or nothing; false where the name is taken. */
  add(person: Person, grants: readonly Grant[]): Promise<boolean>
  all(): Promise<readonly Person[]>
  byId(id: string): Promise<Person | null>
  /** However its letters are written (NFKC, lower case). */
  byName(name: string): Promise<Person | null>
  /** Ends the invitations that were made for the person. */
  setPassword(id: string, password: string): Promise<void>
  /** Closes (null: opens again) an account; its invitations end. */
  setClosed(id: string, closedAt: number | null): Promise<void>
  invite(hash: string, invitation: Omit<Invitation, 'usedAt'>, at: number): Promise<void>
  invitation(hash: string): Promise<Invitation | null>
  /**
   * Uses an invitation up and sets the password it was for, or adds the person it makes, in one step:
   * `gone` where it is used, expired or unknown, `taken` where another has the name.
   */
  accept(hash: string, at: number, made: Accepted): Promise<'accepted' | 'gone' | 'taken'>
}

export interface SessionStore {
  open(hash: string, session: StoredSession): Promise<void>
  find(hash: string): Promise<StoredSession | null>
  touch(hash: string, seenAt: number): Promise<void>
  end(hash: string): Promise<void>
  /** Ends all sessions of a person but the one named. */
  endOf(person: string, but?: string): Promise<void>
  /** Latest use of any session, by person. */
  lastSeen(): Promise<ReadonlyMap<string, number>>
  /** Forgets those that were opened or used last before these instants. */
  purge(openedBefore: number, seenBefore: number): Promise<void>
}

export interface GrantStore {
  give(person: string, grant: Grant, by: string, at: number): Promise<GivenGrant>
  /** False where it does not stand. */
  take(id: string, by: string, at: number): Promise<boolean>
  of(person: string): Promise<readonly GivenGrant[]>
  all(): Promise<readonly GivenGrant[]>
  history(): Promise<readonly GrantStep[]>
}

export interface IssuedStore<T extends Issued> {
  add(hash: string, entry: Fresh<T>): Promise<void>
  find(hash: string): Promise<T | null>
  all(): Promise<readonly T[]>
  /** False where there is none that stands. */
  revoke(id: string, at: number): Promise<boolean>
}

export interface SavedStore {
  put(entry: Saved): Promise<void>
  find(id: string): Promise<Saved | null>
  /** Without their content: one's own, and what others share. */
  list(kind: SavedKind, owner: string): Promise<readonly Omit<Saved, 'content'>[]>
  count(owner: string): Promise<number>
  remove(id: string): Promise<void>
}

/** Accounts, sessions, grants, tokens and links of a service; every write is durable when it resolves. */
export interface Accounts {
  readonly people: PersonStore
  readonly sessions: SessionStore
  readonly grants: GrantStore
  readonly tokens: IssuedStore<IssuedToken>
  readonly wallLinks: IssuedStore<WallLink>
  readonly sharedLinks: IssuedStore<SharedLink>
  readonly saved: SavedStore
  /** Tells of everything that may end or change what somebody may do. */
  onChange(listener: () => void): void
  close(): Promise<void>
}
