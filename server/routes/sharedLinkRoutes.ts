import type { Hono } from 'hono'

import {
  MOST_SHARED_LINKS,
  NewSharedLink,
  SharedLinkAnswer,
  SharedLinkList,
} from '../../src/contract/index.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { badGrant, noSuchIssued, tooManyLinks } from '../accounts/accountProblems.ts'
import type { SharedLink } from '../accounts/accounts.ts'
import type { Principal } from '../auth/principal.ts'
import { reachOf } from '../auth/reach.ts'
import { noRight } from '../auth/rights.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import { described } from '../http/openapi.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { isPagePath } from '../page/isPagePath.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf, done } from './answer.ts'
import { freshIssue, issuedEntry } from './issued.ts'
import { ACCOUNT_BYTES } from './sessionRoutes.ts'
import { linkEnded, redirect } from './wallLinkRoutes.ts'

const entryOf = (link: SharedLink) => ({ ...issuedEntry(link), target: link.path })

const ownerOf = (principal: Principal): string => {
  if (principal.kind === 'user') return principal.id
  throw new Error('only a person is signed in')
}

/** Short addresses of pages of ours, with an end. They give no right. */
export function sharedLinkRoutes(app: Hono, deps: AccountDeps): void {
  const { accounts, clock, note } = deps
  const links = accounts.sharedLinks

  const requireRoom = async (owner: string): Promise<void> => {
    const now = clock()
    const standing = (await links.all()).filter(
      (one) => one.owner === owner && one.revokedAt === null && one.expiresAt > now,
    )
    if (standing.length >= MOST_SHARED_LINKS) throw tooManyLinks(MOST_SHARED_LINKS)
  }

  app.get(
    '/api/shared-links',
    described(
      {
        ...{ summary: 'One’s own shared links', zh: '本人分享的链接' },
        ...{ group: 'accounts', access: 'signedIn', answers: { 200: SharedLinkList } },
      },
      async (_, { principal }) => {
        const owner = ownerOf(principal)
        const own = (await links.all()).filter((one) => one.owner === owner)
        return answer({ links: own.map(entryOf) })
      },
    ),
  )

  app.post(
    '/api/shared-links',
    described(
      {
        ...{
          summary: 'Share a page for some days; who opens it sees what they may see',
          zh: '分享一个页面若干天；打开者只看到其有权看到的内容',
        },
        ...{ group: 'accounts', access: 'signedIn', answers: { 201: SharedLinkAnswer } },
        ...{ problems: [400, 409, 413, 415, 422], body: NewSharedLink },
      },
      async (c, { principal }) => {
        const owner = ownerOf(principal)
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { target, ...order } = requireSchema(NewSharedLink, value)
        const { space, path } = pageOf(target)
        if (reachOf(principal, 'share', space).kind === 'none')
          throw noRight(principal, ['share'], space)
        await requireRoom(owner)
        const secret = newSecret('link')
        const fresh = freshIssue(order, { principal, prefix: 'l', now: clock() })
        const link = { ...fresh, path, owner }
        await links.add(hashSecret(secret), link)
        note(principal, 'sharedLink.make', {
          space,
          subject: link.id,
          detail: { days: order.days },
        })
        const entry = entryOf({ ...link, revokedAt: null })
        return answer({ ...entry, path: `/shared/${secret}` }, 201)
      },
    ),
  )

  app.delete(
    '/api/shared-links/:id',
    described(
      {
        ...{ summary: 'End a shared link of one’s own', zh: '停止分享本人的链接' },
        ...{ group: 'accounts', access: 'signedIn', answers: { 204: null }, problems: [404] },
      },
      async (c, { principal }) => {
        const id = c.req.param('id') ?? ''
        const owner = ownerOf(principal)
        const own = (await links.all()).some((one) => one.id === id && one.owner === owner)
        if (!own || !(await links.revoke(id, clock()))) throw noSuchIssued(id)
        note(principal, 'sharedLink.revoke', { subject: id })
        return done()
      },
    ),
  )

  app.get(
    '/shared/:secret',
    described(
      {
        ...{ summary: 'Open a shared page', zh: '打开分享的页面' },
        ...{ group: 'accounts', access: 'open', answers: { 303: null }, problems: [404] },
      },
      async (c) => {
        const link = await links.find(hashSecret(c.req.param('secret') ?? ''))
        if (!link || link.revokedAt !== null || link.expiresAt <= clock()) return linkEnded(c)
        return redirect(link.path)
      },
    ),
  )
}

/** The space of a page's address and the address as a header can carry it; throws 422 for what is no page of ours. */
function pageOf(target: string): { readonly space: SpaceId; readonly path: string } {
  const url = URL.canParse(target, 'http://ours') ? new URL(target, 'http://ours') : null
  const space = /^\/(main|demo)\//.exec(url?.pathname ?? '')?.[1]
  const isOurs = url?.host === 'ours' && !target.startsWith('//') && isPagePath(url.pathname)
  if (isOurs && space)
    return { space: space as SpaceId, path: `${url.pathname}${url.search}${url.hash}` }
  throw badGrant('/target', 'page', '给出本系统页面的地址。', 'Give the address of a page of ours.')
}
