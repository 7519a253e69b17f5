import { HttpProblem } from '../http/problem.ts'
import { firstJsonError, MAX_DEPTH, tooDeepAt } from './scanJson.ts'

/** What reading needs of a request; Hono's `c.req` with its raw request. */
export interface JsonRequest {
  header(name: string): string | undefined
  arrayBuffer(): Promise<ArrayBuffer>
  readonly raw: { readonly body: ReadableStream<Uint8Array> | null }
}

export interface ReadJson {
  readonly value: unknown
  readonly bytes: Uint8Array
}

/**
 * Reads a JSON body within bounds. A longer one is refused unread (413), a deeper one before it is
 * parsed, a malformed one with line and column. Throws HttpProblem.
 */
export async function readJson(request: JsonRequest, limit: number): Promise<ReadJson> {
  requireJson(request.header('content-type'))
  const bytes = await readBody(request, limit)
  return { value: parseJson(bytes), bytes }
}

/** The value that JSON bytes hold. Throws HttpProblem: deeper than MAX_DEPTH, or malformed. */
export function parseJson(bytes: Uint8Array): unknown {
  const deep = tooDeepAt(bytes)
  if (deep !== -1) throw tooDeep(deep)
  return parse(bytes)
}

function requireJson(type: string | undefined): void {
  if (/^application\/json\s*(;|$)/i.test(type ?? '')) return
  throw new HttpProblem(
    415,
    'notJson',
    { zh: '请求正文须为 JSON。', en: 'The body must be JSON.' },
    [
      {
        place: 'Content-Type',
        rule: 'contentType',
        remedy: {
          zh: '发送 Content-Type: application/json。',
          en: 'Send Content-Type: application/json.',
        },
      },
    ],
  )
}

/** The bytes of a body within a bound; throws HttpProblem 413, or 400 where its sender broke it off. */
export const readBody = (request: JsonRequest, limit: number): Promise<Uint8Array> =>
  readBytes(request, limit).catch((error: unknown) => {
    throw error instanceof HttpProblem ? error : brokenOff(error)
  })

async function readBytes(request: JsonRequest, limit: number): Promise<Uint8Array> {
  const length = request.header('content-length')
  if (length === undefined) return readBounded(request.raw.body, limit)
  if (!(Number(length) <= limit)) throw tooLarge(limit)
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > limit) throw tooLarge(limit)
  return bytes
}

async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(limit: number): HttpProblem {
  const size = limit.toLocaleString('en')
  return new HttpProblem(
    413,
    'tooLarge',
    { zh: `请求正文超过 ${size} 字节。`, en: `The body is longer than ${size} bytes.` },
    [
      {
        place: 'Content-Length',
        rule: 'size',
        remedy: { zh: '拆成几份较小的报送。', en: 'Split it into several smaller requests.' },
      },
    ],
    { connection: 'close' },
  )
}

/** The code of an upload that its sender broke off: nobody reads the answer, the log takes a line. */
export const BROKEN_OFF = 'brokenOff'

const brokenOff = (cause: unknown): HttpProblem =>
  Object.assign(
    new HttpProblem(400, BROKEN_OFF, {
      zh: '请求正文未传完，未存入任何数据。',
      en: 'The body was broken off; nothing was stored.',
    }),
    { cause },
  )

function tooDeep(at: number): HttpProblem {
  return new HttpProblem(
    400,
    'tooDeep',
    { zh: 'JSON 嵌套过深。', en: 'The JSON is nested too deeply.' },
    [
      {
        place: `byte ${at}`,
        rule: 'depth',
        remedy: {
          zh: `嵌套不超过 ${MAX_DEPTH} 层。`,
          en: `Nest at most ${MAX_DEPTH} levels.`,
        },
      },
    ],
  )
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parse(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw malformed('body', { zh: '以 UTF-8 编码发送。', en: 'Encode the body as UTF-8.' })
  }
  try {
    return JSON.parse(text)
  } catch {
    throw notJsonAt(text, firstJsonError(text))
  }
}

function notJsonAt(text: string, at: number): HttpProblem {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const place = `line ${line}, column ${column}`
  return malformed(place, {
    zh: `检查第 ${line} 行第 ${column} 个字符；数值须有限，不接受 NaN、Infinity。`,
    en: `Check line ${line}, column ${column}; numbers must be finite, NaN and Infinity are not JSON.`,
  })
}

const malformed = (place: string, remedy: { zh: string; en: string }): HttpProblem =>
  new HttpProblem(
    400,
    'malformed',
    { zh: '请求正文不是有效的 JSON。', en: 'The body is not valid JSON.' },
    [{ place, rule: 'json', remedy }],
  )
