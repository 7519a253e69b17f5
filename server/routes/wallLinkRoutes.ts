import type { Context, Hono } from 'hono'

import { NewWallLink, WallLinkAnswer, WallLinkList } from '../../src/contract/index.ts'
import { CITIES } from '../../src/domain/region.ts'
import { badGrant, noSuchIssued } from '../accounts/accountProblems.ts'
import type { WallLink } from '../accounts/accounts.ts'
import { reachOf } from '../auth/reach.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import { described } from '../http/openapi.ts'
import { localeOf, notFound } from '../http/problem.ts'
import { SECURITY_HEADERS } from '../http/securityHeaders.ts'
import { readJson } from '../intake/readJson.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import type { AccountDeps } from './accountDeps.ts'
import { answer, bodyOf, done } from './answer.ts'
import { spaceOf } from './deps.ts'
import { freshIssue, issuedEntry } from './issued.ts'
import { ACCOUNT_BYTES } from './sessionRoutes.ts'

const entryOf = (link: WallLink) => ({ ...issuedEntry(link), space: link.space, city: link.city })

/** Leads on to a page of ours; the address that led here is kept from everybody. */
export const redirect = (
  location: string,
  extra: Readonly<Record<string, string>> = {},
): Response =>
  new Response(null, {
    status: 303,
    headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store', location, ...extra },
  })

/** Links that open a wall for reading: expiring, revocable. */
export function wallLinkRoutes(app: Hono, deps: AccountDeps): void {
  const { accounts, clock, note, wallCookie } = deps
  const links = accounts.wallLinks

  app.get(
    '/api/:space/wall-links',
    described(
      {
        ...{ summary: 'Links that open the wall', zh: '大屏链接' },
        ...{ group: 'accounts', access: 'grants', answers: { 200: WallLinkList }, problems: [404] },
      },
      async (c) => {
        const { id } = spaceOf(deps, c.req)
        const all = (await links.all()).filter(({ space }) => space === id)
        return answer({ wallLinks: all.map(entryOf) })
      },
    ),
  )

  app.post(
    '/api/:space/wall-links',
    described(
      {
        ...{
          summary:
            'Make a link that opens the wall of a space or one city, read only; shown this once',
          zh: '开出某库或一市的只读大屏链接；只显示这一次',
        },
        ...{ group: 'accounts', access: 'grants', answers: { 201: WallLinkAnswer } },
        ...{ problems: [400, 404, 413, 415, 422], body: NewWallLink },
      },
      async (c, { principal }) => {
        const { id: space } = spaceOf(deps, c.req)
        const { value } = await readJson(bodyOf(c), ACCOUNT_BYTES)
        const { city, ...order } = requireSchema(NewWallLink, value)
        if (city !== null && !CITIES.includes(city))
          throw badGrant('/city', 'city', '给出设区市代码。', 'Give the adcode of a city.')
        const secret = newSecret('wall')
        const link = { ...freshIssue(order, { principal, prefix: 'w', now: clock() }), space, city }
        await links.add(hashSecret(secret), link)
        const detail = { days: order.days, ...(city && { city }) }
        note(principal, 'wallLink.make', { space, subject: link.id, detail })
        const entry = entryOf({ ...link, revokedAt: null })
        return answer({ ...entry, path: `/wall-link/${secret}` }, 201)
      },
    ),
  )

  app.delete(
    '/api/:space/wall-links/:id',
    described(
      {
        ...{ summary: 'Revoke a wall link', zh: '作废大屏链接' },
        ...{ group: 'accounts', access: 'grants', answers: { 204: null }, problems: [404] },
      },
      async (c, { principal }) => {
        const { id: space } = spaceOf(deps, c.req)
        const id = c.req.param('id') ?? ''
        const link = (await links.all()).find((one) => one.id === id && one.space === space)
        if (!link || !(await links.revoke(id, clock()))) throw noSuchIssued(id)
        note(principal, 'wallLink.revoke', { space, subject: id })
        return done()
      },
    ),
  )

  app.get(
    '/wall-link/:secret',
    described(
      {
        ...{ summary: 'Open a wall by its link', zh: '凭链接打开大屏' },
        ...{ group: 'accounts', access: 'open', answers: { 303: null }, problems: [404] },
      },
      async (c, { principal }) => {
        const secret = c.req.param('secret') ?? ''
        const link = await links.find(hashSecret(secret))
        if (!link || link.revokedAt !== null || link.expiresAt <= clock()) return linkEnded(c)
        const { id, space } = link
        const wall = `/${space}/wall`
        note(`wall:${id}`, 'wallLink.open', { space, subject: id })
        const mayAlready =
          principal.kind === 'user' && reachOf(principal, 'read', space).kind !== 'none'
        if (mayAlready) return redirect(wall)
        return redirect(wall, { 'set-cookie': wallCookie.set(secret, link.expiresAt - clock()) })
      },
    ),
  )
}

/**
 * A link that never was looks like one that ended: a browser is led to the sign-in, which says so; throws 404 for
 * programs.
 */
export function linkEnded({ req }: Context): Response {
  if (!/\btext\/html\b/i.test(req.header('accept') ?? '')) throw noSuchLink()
  const isEnglish = localeOf(req.header('accept-language')) === 'en'
  return redirect(`/sign-in?ended=link${isEnglish ? '&lang=en' : ''}`)
}

const noSuchLink = () =>
  notFound({
    zh: '链接无效、已过期或已作废；请向给出链接的人索取新的。',
    en: 'The link is not valid, has expired or was revoked: ask for a new one.',
  })
