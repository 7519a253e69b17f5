import type { Action } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { HttpProblem, notFound } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import type { Principal } from './principal.ts'
import { matchesHash } from './secrets.ts'

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
export function bearerOf(request: Headers): string | null {
  const header = request.header('authorization')
  return header === undefined ? null : (/^Bearer ([\w.~+/=-]{1,256})$/i.exec(header)?.[1] ?? null)
}

/** Whether the request comes from the simulator: its grant counts in `demo` only. */
export function isSimulator(
  request: Headers,
  space: Space | null,
  credentials: Credentials,
): boolean {
  const grant = request.header(GRANT_HEADER)
  if (grant === undefined || space?.id === 'main' || credentials.simulatorHash === null)
    return false
  return matchesHash(grant, credentials.simulatorHash)
}

const unauthorised = (text: { zh: string; en: string }, remedy: { zh: string; en: string }) =>
  new HttpProblem(401, 'unauthorised', text, [{ place: 'Authorization', rule: 'token', remedy }], {
    'www-authenticate': 'Bearer',
  })

/** Nobody asks, and somebody must. */
export const notSignedIn = (): HttpProblem =>
  unauthorised(
    { zh: '请先登录，或出示令牌。', en: 'Sign in first, or send a token.' },
    {
      zh: '在页面登录；程序发送 Authorization: Bearer <令牌>。',
      en: 'Sign in on the page; a program sends Authorization: Bearer <token>.',
    },
  )

/** The token is none that we gave, or has ended. */
export const badToken = (): HttpProblem =>
  unauthorised(
    { zh: '令牌无效或已作废。', en: 'The token is not valid, or has ended.' },
    {
      zh: '令牌遗失或作废时，请运维或安全管理员重发。',
      en: 'Ask the operator or the security officer for a new one.',
    },
  )

export const noSuchSpace = (id: string): HttpProblem =>
  notFound({
    zh: `没有库“${id}”，只有 main 与 demo。`,
    en: `There is no space "${id}", only main and demo.`,
  })

const forbidden = (place: string, rule: string, zh: string, en: string): HttpProblem =>
  new HttpProblem(403, 'forbidden', { zh: '无权执行此操作。', en: 'This is not allowed.' }, [
    { place, rule, remedy: { zh, en } },
  ])

const place = ({ kind }: Principal): string =>
  kind === 'user' || kind === 'wallLink' ? 'Cookie' : 'Authorization'

const ACTION_NAMES: Readonly<Record<Action | 'open' | 'signedIn', string>> = {
  ...{
    open: '打开',
    signedIn: '登录',
    read: '查看',
    share: '分享',
    report: '报送',
    review: '审核',
  },
  ...{ assess: '评审', registry: '登记', users: '账号', grants: '授权', audit: '审计' },
}

/** Somebody is known and lacks the right. */
export function noRight(
  principal: Principal,
  actions: readonly (Action | 'open' | 'signedIn')[],
  space: SpaceId | null,
): HttpProblem {
  if (actions.includes('signedIn'))
    return forbidden(place(principal), 'right', '请用个人账号登录。', 'Sign in with an account.')
  const [zh, en] = space === null ? ['', ''] : [`（库 ${space}）`, ` in ${space}`]
  const names = actions.join(', ')
  const words = actions.map((action) => ACTION_NAMES[action]).join('”或“')
  return forbidden(
    place(principal),
    'right',
    `需要“${words}”的权限${zh}；请管理员授予相应角色。`,
    `It takes the right ${names}${en}: ask for a role that has it.`,
  )
}

/** A page of another site asks in the name of the person. */
export const foreignOrigin = (): HttpProblem =>
  forbidden('Origin', 'origin', '请在本系统的页面上操作。', 'Do this on a page of this service.')

/** Reports come from the brain itself. */
export const brainTokenOnly = (): HttpProblem =>
  forbidden(
    'Authorization',
    'brainToken',
    '直接报送须用产业大脑令牌；个人请在报送页提交。',
    'Direct reports take the token of the brain; a person hands in on the reporting page.',
  )

/** A case is worked by people, so that its second person is another one. */
export const personOnly = (principal: Principal): HttpProblem =>
  forbidden(
    place(principal),
    'person',
    '整改案卷由登录的个人办理，令牌不能办理：请用个人账号登录。',
    'People work a case, not tokens: sign in with an account of your own.',
  )

/** What holds for all of a space is changed by those who reach all of it. */
export const wholeSpaceOnly = (principal: Principal, space: SpaceId | null): HttpProblem =>
  forbidden(
    place(principal),
    'wholeSpace',
    `规则对全库（${space ?? ''}）生效：须由授权范围为全省的人员导入，市级或单个产业大脑的授权不够。`,
    `The rules hold for all of ${space ?? 'the space'}: it takes a role over the whole of it, not over a city or a brain.`,
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
