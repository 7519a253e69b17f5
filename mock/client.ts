import { setTimeout as wait } from 'node:timers/promises'

import { Problem } from '../src/contract/common.ts'

/** What fetch does; a test hands in an app's own. Keep-alive is fetch's default on Node. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

export interface ClientOptions {
  /** Where the service listens: `http://127.0.0.1:8787`. */
  readonly base: string
  readonly send?: Send
  readonly pause?: (ms: number) => Promise<unknown>
  /** Tries of one request before giving up. */
  readonly attempts?: number
  /** Ends what is on its way and everything after. */
  readonly signal?: AbortSignal
}

/** Reads the JSON of an answer: a zod schema, or anything with its `parse`. */
export interface Reader<T> {
  readonly parse: (value: unknown) => T
}

export type Headers = Readonly<Record<string, string>>

/** A request to the service: JSON in, JSON out. */
export interface Client {
  readonly get: <T>(path: string, reader: Reader<T>, headers?: Headers) => Promise<T>
  readonly post: <T>(path: string, body: unknown, reader: Reader<T>, headers: Headers) => Promise<T>
}

/** The service said no, or could not be reached: a message for a person, and what was asked. */
export class RequestFailed extends Error {
  readonly status: number | null

  constructor(message: string, status: number | null, cause?: unknown) {
    super(message, { cause })
    this.name = 'RequestFailed'
    this.status = status
  }
}

/** The run was told to end: what was acknowledged is kept, the same command goes on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'

  constructor() {
    super('已中断；已确认的数据保留，重新运行可续报。 Interrupted: what was acknowledged is kept.')
  }
}

const FIRST_PAUSE = 200
const LONGEST_PAUSE = 5_000

/** 429 Too Many Requests and 503 Service Unavailable (RFC 6585, RFC 9110): the same request may be sent again. */
const PASSING: readonly number[] = [429, 503]

/** Milliseconds before the next try: what Retry-After asks (seconds), else doubling from 200 ms to 5 s. */
export function pauseBefore(attempt: number, retryAfter: string | null): number {
  const asked = retryAfter === null || retryAfter === '' ? NaN : Number(retryAfter) * 1000
  const doubling = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt)
  return Number.isFinite(asked) ? Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, asked)) : doubling
}

/**
 * A client that tries again after 429, 503 and a lost connection, and throws RequestFailed otherwise;
 * Interrupted once its signal is raised.
 * Sending a report again is harmless: cells that are known already count as unchanged.
 */
export function makeClient(options: ClientOptions): Client {
  const { base, send = fetch, attempts = 8, signal } = options
  const {
    pause = (ms: number) => wait(ms, undefined, signal && { signal }).catch(() => undefined),
  } = options

  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    for (let attempt = 0; ; attempt++) {
      if (signal?.aborted) throw new Interrupted()
      const answer = await sendOnce(send, `${base}${path}`, signal ? { ...init, signal } : init)
      if (answer instanceof Error && signal?.aborted) throw new Interrupted()
      const last = attempt + 1 >= attempts
      if (answer instanceof Response && !PASSING.includes(answer.status)) return answer
      if (last) throw unavailable(base, attempts, answer)
      const retryAfter = answer instanceof Response ? answer.headers.get('retry-after') : null
      await pause(pauseBefore(attempt, retryAfter))
    }
  }

  const read = async <T>(path: string, init: RequestInit, reader: Reader<T>): Promise<T> => {
    const answer = await ask(path, init)
    if (!answer.ok) throw await refusal(answer, `${init.method ?? 'GET'} ${path}`)
    return readBody(answer, `${init.method ?? 'GET'} ${path}`, reader).catch((error: unknown) => {
      throw signal?.aborted ? new Interrupted() : error
    })
  }

  return {
    get: (path, reader, headers = {}) =>
      read(path, { headers: { accept: 'application/json', ...headers } }, reader),
    post: (path, body, reader, headers) =>
      read(
        path,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        },
        reader,
      ),
  }
}

async function readBody<T>(answer: Response, request: string, reader: Reader<T>): Promise<T> {
  try {
    return reader.parse(await answer.json())
  } catch (cause) {
    const message = `${request} was answered in a form this program does not know: use the same version of both.`
    throw new RequestFailed(message, answer.status, cause)
  }
}

async function sendOnce(send: Send, url: string, init: RequestInit): Promise<Response | Error> {
  try {
    return await send(url, init)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function unavailable(base: string, attempts: number, answer: Response | Error): RequestFailed {
  const status = answer instanceof Response ? answer.status : null
  const what = status === null ? 'could not be reached' : `answered ${status}`
  return new RequestFailed(
    `The service at ${base} ${what} ${attempts} times. Check that it runs, then start again.`,
    status,
    answer instanceof Error ? answer : undefined,
  )
}

async function refusal(answer: Response, request: string): Promise<RequestFailed> {
  const head = `${request} was refused with ${answer.status}`
  const body = Problem.safeParse(await answer.json().catch(() => null))
  if (!body.success) return new RequestFailed(`${head}.`, answer.status)
  const { code, message, issues } = body.data
  const details = issues
    .slice(0, 5)
    .map((issue) => `\n  ${issue.place} [${issue.rule}] ${issue.remedy}`)
  return new RequestFailed(`${head} (${code}): ${message}${details.join('')}`, answer.status)
}
