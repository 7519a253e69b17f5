import type { Grant } from '../../src/domain/rights.ts'
import { SPACES } from '../../src/domain/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { KnownSession, Sessions } from '../accounts/sessions.ts'
import type { Space } from '../space/space.ts'
import type { Cookie } from './cookies.ts'
import type { Principal } from './principal.ts'
import { badToken, bearerOf, isSimulator } from './rights.ts'
import type { Credentials } from './rights.ts'
import { hashSecret, matchesHash } from './secrets.ts'

export interface IdentifyOptions {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly credentials: Credentials
  readonly tokens: Accounts['tokens']
  readonly sessions: Sessions
  readonly cookie: Cookie
  readonly wallCookie: Cookie
  readonly clock: () => number
  readonly openGrants: readonly Grant[]
}

interface Headers {
  header(name: string): string | undefined
}

const whole = (role: Grant['role'], space: SpaceId | null): Grant => ({
  ...{ role, space, city: null, brain: null },
})

const OPERATOR: Principal = {
  kind: 'operator',
  grants: SPACES.flatMap((space) => [whole('office', space), whole('security', space)]),
}
const SIMULATOR: Principal = {
  kind: 'simulator',
  grants: [whole('office', 'demo'), whole('security', 'demo')],
}

export type Identify = ReturnType<typeof makeIdentify>

/**
 * Who asks: by a token (operator, brain), the simulator's grant, cookies, or nobody. Without a promise
 * where that is possible. A token that opens nothing is refused (401), a cookie that does is nobody.
 */
export function makeIdentify(options: IdentifyOptions) {
  const { sessions, cookie, wallCookie, openGrants, credentials } = options
  const anonymous: Principal = { kind: 'anonymous', grants: openGrants }

  return (request: Headers, space: Space | null, isUse = true): Principal | Promise<Principal> => {
    const token = bearerOf(request)
    if (token !== null) return holderOf(options, request, token, space)
    if (isSimulator(request, space, credentials)) return SIMULATOR
    const [own, wall] = [cookie, wallCookie].map((one) => {
      const secret = one.read(request)
      return secret === null ? null : sessions.find(secret, isUse)
    })
    return own instanceof Promise || wall instanceof Promise
      ? Promise.all([own, wall]).then((found) => together(found) ?? anonymous)
      : (together([own, wall]) ?? anonymous)
  }
}

/** A person, who sees beside their own what a wall link of this browser opens; or that link alone. */
function together([own, wall]: readonly (KnownSession | null | undefined)[]): Principal | null {
  const [person, link] = [own?.principal, wall?.principal]
  if (!person || !link) return person ?? link ?? null
  return { ...person, grants: [...person.grants, ...link.grants] }
}

async function holderOf(
  options: IdentifyOptions,
  request: Headers,
  token: string,
  space: Space | null,
): Promise<Principal> {
  if (matchesHash(token, options.credentials.operatorHash)) return OPERATOR
  const hash = hashSecret(token)
  const issued = await operatorIssued(options, hash, space)
  if (issued) return issued
  const made = await options.tokens.find(hash)
  if (made && made.revokedAt === null && made.expiresAt > options.clock())
    return brainPrincipal(made.space, made.brain, made.id, made.may)
  if (isSimulator(request, space, options.credentials)) return SIMULATOR
  throw badToken()
}

/** Tokens that come with a registration stand in the store of their space; that of the path is asked first. */
async function operatorIssued(
  { spaces }: IdentifyOptions,
  hash: string,
  first: Space | null,
): Promise<Principal | null> {
  for (const space of new Set([...(first ? [first] : []), ...spaces.values()])) {
    const brain = await space.store.brainOfToken(hash)
    if (brain !== null) return brainPrincipal(space.id, brain, hash.slice(0, 12), 'publish')
  }
  return null
}

const brainPrincipal = (
  space: SpaceId,
  brain: string,
  tokenId: string,
  may: 'draft' | 'publish',
): Principal => ({
  ...{ kind: 'brain', space, brain, tokenId, may },
  grants: [{ role: 'reporter', space, city: null, brain }],
})
