import type { Hono } from 'hono'

import { NewToken, TokenAnswer, TokenList } from '../../src/contract/index.ts'
import { badGrant, noSuchIssued } from '../accounts/accountProblems.ts'
import type { IssuedToken } from '../accounts/accounts.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import { described } from '../http/openapi.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf, done } from './answer.ts'
import { spaceOf } from './deps.ts'
import { freshIssue, issuedEntry } from './issued.ts'
import { ACCOUNT_BYTES } from './sessionRoutes.ts'

const entryOf = (token: IssuedToken) => ({
  ...issuedEntry(token),
  brain: token.brain,
  may: token.may,
})

/** Tokens of brains: shown once, expiring, revocable. */
export function tokenRoutes(app: Hono, deps: AccountDeps): void {
  const { tokens } = deps.accounts
  const { clock, note } = deps

  app.get(
    '/api/:space/tokens',
    described(
      {
        ...{ summary: 'Tokens of brains made in the page', zh: '在页面开出的产业大脑令牌' },
        ...{ group: 'accounts', access: 'grants', answers: { 200: TokenList }, problems: [404] },
      },
      async (c) => {
        const { id } = spaceOf(deps, c.req)
        const all = (await tokens.all()).filter(({ space }) => space === id)
        return answer({ tokens: all.map(entryOf) })
      },
    ),
  )

  app.post(
    '/api/:space/tokens',
    described(
      {
        ...{
          summary: 'Make a token of a brain, for drafts or for publishing; shown this once',
          zh: '开出产业大脑令牌，用于草稿或直接发布；只显示这一次',
        },
        ...{ group: 'accounts', access: 'grants', answers: { 201: TokenAnswer } },
        ...{ problems: [400, 404, 413, 415, 422], body: NewToken },
      },
      async (c, { principal }) => {
        const space = spaceOf(deps, c.req)
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { brain, may, ...order } = requireSchema(NewToken, value)
        if (!(await brainIndex(space)).byId.has(brain))
          throw badGrant(
            '/brain',
            'unknownBrain',
            '先登记该产业大脑。',
            'Register the brain first.',
          )
        const secret = newSecret('brain')
        const fresh = freshIssue(order, { principal, prefix: 't', now: clock() })
        const token = { ...fresh, space: space.id, brain, may }
        await tokens.add(hashSecret(secret), token)
        const detail = { brain, may, days: order.days }
        note(principal, 'token.make', { space: space.id, subject: token.id, detail })
        return answer({ ...entryOf({ ...token, revokedAt: null }), token: secret }, 201)
      },
    ),
  )

  app.delete(
    '/api/:space/tokens/:id',
    described(
      {
        ...{ summary: 'Revoke a token', zh: '作废令牌' },
        ...{ group: 'accounts', access: 'grants', answers: { 204: null }, problems: [404] },
      },
      async (c, { principal }) => {
        const { id: space } = spaceOf(deps, c.req)
        const id = c.req.param('id') ?? ''
        const token = (await tokens.all()).find((one) => one.id === id && one.space === space)
        if (!token || !(await tokens.revoke(id, clock()))) throw noSuchIssued(id)
        note(principal, 'token.revoke', { space, subject: id, detail: { brain: token.brain } })
        return done()
      },
    ),
  )
}
