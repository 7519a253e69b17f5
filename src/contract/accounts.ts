import * as z from 'zod/mini'

import { ROLES } from '../domain/rights.ts'
import { Id, Instant, SpaceId } from './common.ts'

const Adcode = z.string().check(z.regex(/^37\d{4}$/))

/** Name with which a person signs in: 李明, li.ming. */
export const PersonName = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u))

/** Bounded before it is hashed; the rules of a new password are the service's. */
export const Password = z.string().check(z.minLength(1), z.maxLength(1024))

/** A secret as the service makes them: `welcome_…`. */
const Secret = z.string().check(z.regex(/^[\w-]{20,128}$/))

/** A role for a space, a city of it or one brain; a duty (administrator, security, auditor) has no space. */
export const GrantEntry = z.strictObject({
  role: z.enum(ROLES),
  space: z.nullable(SpaceId),
  city: z.nullable(Adcode),
  brain: z.nullable(Id),
})
export type GrantEntry = z.infer<typeof GrantEntry>

/** Who asks, as the service knows them; what they may do follows from the grants. */
export const SessionAnswer = z.object({
  kind: z.enum(['anonymous', 'user', 'brain', 'wallLink', 'operator', 'simulator']),
  /** Of a person; null for everybody else. */
  user: z.nullable(z.object({ id: z.string(), name: z.string() })),
  grants: z.array(GrantEntry),
  /** Administrator, security and auditor must be different people. */
  separateDuties: z.boolean(),
  /** Pages and files of main carry the name of whoever is signed in; not given for no. */
  watermark: z.optional(z.boolean()),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

export const SignIn = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  password: Password,
})
export const PasswordChange = z.strictObject({ current: Password, password: Password })

/** Takes up an invitation. The first administrator chooses a name; others have theirs. */
export const Welcome = z.strictObject({
  secret: Secret,
  name: z.optional(PersonName),
  password: Password,
})

export const PERSON_STATES = ['invited', 'active', 'closed'] as const
export const UserEntry = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(PERSON_STATES),
  createdAt: Instant,
  createdBy: z.string(),
  /** Latest request of a session that is remembered. */
  seenAt: z.nullable(Instant),
})
export type UserEntry = z.infer<typeof UserEntry>
export const UserList = z.object({ users: z.array(UserEntry) })

/** A new account with its first grants; giving any takes the right to give. */
export const NewUser = z.strictObject({
  name: PersonName,
  grants: z._default(z.array(GrantEntry).check(z.maxLength(50)), []),
})
export const UserChange = z.strictObject({ closed: z.boolean() })

/** A one-time link to the welcome page, shown this once. */
export const InvitationAnswer = z.object({
  user: UserEntry,
  path: z.string(),
  expiresAt: Instant,
})
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

export const GivenGrantEntry = z.object({
  ...GrantEntry.shape,
  id: z.string(),
  user: z.string(),
  by: z.string(),
  at: Instant,
})
export type GivenGrantEntry = z.infer<typeof GivenGrantEntry>

/** The grants that stand and every step that led there, oldest first. */
export const GrantList = z.object({
  grants: z.array(GivenGrantEntry),
  history: z.array(z.object({ ...GivenGrantEntry.shape, step: z.enum(['given', 'taken']) })),
})
export const NewGrant = z.strictObject({
  user: z.string().check(z.maxLength(40)),
  ...GrantEntry.shape,
})
export type NewGrant = z.infer<typeof NewGrant>
