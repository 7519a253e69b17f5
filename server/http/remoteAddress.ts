import type { Context } from 'hono'

/** What @hono/node-server gives along; nothing of it where an app is asked without a port. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

const GROUPS_OF_A_SITE = 4

/**
 * One name for whoever shares an address: without a port, IPv4 within IPv6 as IPv4, and of IPv6 the first 64
 * bits, of which one subscriber has all (RFC 6177).
 */
export function siteOf(address: string): string {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? address
  const [, v4] = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/i.exec(bare) ?? []
  if (v4 !== undefined) return v4
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const given = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - given.length - rest.length)
  const groups = [...given, ...Array<string>(zeros).fill('0'), ...rest]
  return groups
    .slice(0, GROUPS_OF_A_SITE)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * Where a request comes from. Behind a proxy (`isProxied`) it is the last address of X-Forwarded-For: the
 * one that the proxy itself wrote.
 */
export function remoteAddress(c: Context, isProxied: boolean): string {
  const forwarded = isProxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : ''
  const { incoming } = c.env as NodeBindings
  return siteOf((forwarded || incoming?.socket?.remoteAddress || 'local').slice(0, 64))
}
