import type { SpaceId } from '../../src/domain/space.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import { hashSecret, matchesHash } from './secrets.ts'

/** Header that carries the simulator's grant, beside a brain's token or alone. */
export const GRANT_HEADER = 'x-simulator-grant'

export interface Credentials {
  readonly operatorHash: string
  /** Null where no simulator may report. */
  readonly simulatorHash: string | null
}

interface Headers {
  header(name: string): string | undefined
}

/** Token of `Authorization: Bearer …` (RFC 6750), or null. */
function bearer(request: Headers): string | null {
  return /^Bearer ([\w.~+/=-]{1,256})$/i.exec(request.header('authorization') ?? '')?.[1] ?? null
}

/** Whether the request comes from the simulator: its grant counts in `demo` only. */
export function isSimulator(request: Headers, space: Space, credentials: Credentials): boolean {
  const grant = request.header(GRANT_HEADER)
  if (grant === undefined || space.id !== 'demo' || credentials.simulatorHash === null) return false
  return matchesHash(grant, credentials.simulatorHash)
}

/** Operator, or in `demo` the simulator; throws 401 or 403. */
export async function requireRegistrar(
  request: Headers,
  space: Space,
  credentials: Credentials,
): Promise<'operator' | 'simulator'> {
  if (isSimulator(request, space, credentials)) return 'simulator'
  const token = bearer(request)
  if (token === null) throw unauthorised()
  if (matchesHash(token, credentials.operatorHash)) return 'operator'
  if (await space.store.brainOfToken(hashSecret(token))) throw operatorOnly()
  throw unauthorised()
}

/** The brain whose token the request carries; throws 401, or 403 for a token of another space. */
export async function requireBrain(
  request: Headers,
  space: Space,
  spaces: ReadonlyMap<SpaceId, Space>,
): Promise<string> {
  const token = bearer(request)
  if (token === null) throw unauthorised()
  const hash = hashSecret(token)
  const brain = await space.store.brainOfToken(hash)
  if (brain !== null) return brain
  for (const other of spaces.values())
    if (other !== space && (await other.store.brainOfToken(hash)) !== null)
      throw otherSpace(space.id)
  throw unauthorised()
}

const unauthorised = (): HttpProblem =>
  new HttpProblem(
    401,
    'unauthorised',
    { zh: '缺少有效的令牌。', en: 'A valid token is needed.' },
    [
      {
        place: 'Authorization',
        rule: 'token',
        remedy: {
          zh: '发送 Authorization: Bearer <令牌>；令牌遗失或作废时请运维人员重发。',
          en: 'Send Authorization: Bearer <token>; ask the operator for a new one if it was lost or revoked.',
        },
      },
    ],
    { 'www-authenticate': 'Bearer' },
  )

const forbidden = (place: string, rule: string, zh: string, en: string): HttpProblem =>
  new HttpProblem(403, 'forbidden', { zh: '无权执行此操作。', en: 'This is not allowed.' }, [
    { place, rule, remedy: { zh, en } },
  ])

const operatorOnly = (): HttpProblem =>
  forbidden(
    'Authorization',
    'operator',
    '登记与过程事件须用运维令牌，产业大脑令牌只能报送。',
    'The registry and events take the operator token; a brain’s token only reports.',
  )

const otherSpace = (space: SpaceId): HttpProblem =>
  forbidden(
    'Authorization',
    'space',
    `该令牌属于另一个库，不能用于 ${space}。`,
    `This token belongs to another space than ${space}.`,
  )

export const otherBrain = (): HttpProblem =>
  forbidden(
    '/brain',
    'brain',
    '令牌属于另一个产业大脑；请使用本脑的令牌和编号。',
    'The token belongs to another brain: use this brain’s own token and id.',
  )

export const knownAtForbidden = (): HttpProblem =>
  forbidden(
    '/knownAt',
    'knownAt',
    '删除 knownAt：知悉时刻由服务时钟确定。',
    'Remove knownAt: the service’s clock sets it.',
  )
