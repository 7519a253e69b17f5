import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

import { securityHeadersOf } from './securityHeaders.ts'

const compress = promisify(brotliCompress)

/** Quality 9: within a few percent of 11 at a tenth of its time. Compressed once, off the main thread. */
const QUALITY = 9

/** Smaller bodies do not shrink by enough to matter. */
const SMALLEST_COMPRESSED = 256

interface Representation {
  readonly body: Uint8Array
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly notModified: Readonly<Record<string, string>>
}

/**
 * A document that is compressed once and served many times. Both representations have strong ETags
 * of their own (RFC 9110, 8.8.3.3).
 */
export interface ServedDocument {
  readonly identity: Representation
  /** Null where compression would not help. */
  readonly brotli: Representation | null
}

export interface DocumentOptions {
  readonly type: string
  readonly cacheControl: string
  /** Request headers besides accept-encoding that the answer depends on. */
  readonly vary?: string
  /** Already compressed at build. */
  readonly precompressed?: Uint8Array
  readonly compressible?: boolean
  /** Sent with 200 and 304 beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>
}

export async function makeDocument(
  content: string | Uint8Array,
  options: DocumentOptions,
): Promise<ServedDocument> {
  const body = typeof content === 'string' ? Buffer.from(content) : content
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const identity = representation(body, `"${hash}"`, options, null)
  if (options.compressible === false || body.length < SMALLEST_COMPRESSED)
    return { identity, brotli: null }
  const small = options.precompressed ?? (await brotliOf(body))
  return { identity, brotli: representation(small, `"${hash}-br"`, options, 'br') }
}

/** What shared caches are told of an answer: whether it is the same for all who ask. */
export const audienceOf = (
  forEverybody: boolean,
): Pick<DocumentOptions, 'cacheControl' | 'vary'> =>
  forEverybody
    ? { cacheControl: 'no-cache' }
    : { cacheControl: 'private, no-cache', vary: 'cookie, authorization' }

/** A JSON document; only for those who were let in, unless it is for everybody. */
export const jsonDocument = (value: unknown, forEverybody = false): Promise<ServedDocument> =>
  makeDocument(JSON.stringify(value), {
    type: 'application/json; charset=utf-8',
    ...audienceOf(forEverybody),
  })

const brotliOf = (body: Uint8Array): Promise<Buffer> =>
  compress(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })

function representation(
  body: Uint8Array,
  etag: string,
  { type, cacheControl, vary, headers: more }: DocumentOptions,
  encoding: 'br' | null,
): Representation {
  const notModified = {
    ...securityHeadersOf(type),
    ...more,
    etag,
    'cache-control': cacheControl,
    vary: vary === undefined ? 'accept-encoding' : `accept-encoding, ${vary}`,
  }
  const headers = {
    ...notModified,
    'content-type': type,
    'content-length': String(body.length),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  }
  return { body, etag, headers, notModified }
}

/** Header access as Hono's request offers it. */
export interface RequestHeaders {
  header(name: string): string | undefined
}

/** Answers with the representation the request accepts, or 304 when it has it already. */
export function documentResponse(request: RequestHeaders, document: ServedDocument): Response {
  const accepts = request.header('accept-encoding')
  const chosen = document.brotli && acceptsBrotli(accepts) ? document.brotli : document.identity
  const known = request.header('if-none-match')
  if (known !== undefined && matches(known, chosen.etag))
    return new Response(null, { status: 304, headers: chosen.notModified })
  return new Response(chosen.body as Uint8Array<ArrayBuffer>, { headers: chosen.headers })
}

const acceptsBrotli = (accepts: string | undefined): boolean =>
  accepts !== undefined &&
  /(?:^|[\s,])(?:br|\*)(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))(?:[\s,;]|$)/.test(accepts)

const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === etag ||
  ifNoneMatch.split(',').some((one) => {
    const tag = one.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
