import axios from 'axios'
import type { AxiosAdapter, AxiosError } from 'axios'
import type * as z from 'zod/mini'

import { checked } from './checked.ts'
import { toDataError } from './toDataError.ts'

export interface ReadOptions {
  /** An instant (ISO, UTC): what was known then. Null or absent: what is known now. */
  readonly asOf?: string | null
  readonly signal?: AbortSignal
}

export interface ClientOptions {
  /** Address of the API without a slash at its end: `/api`. */
  readonly baseURL: string
  /** Stands in for axios's own (XMLHttpRequest in a browser). */
  readonly adapter?: AxiosAdapter
  /** Milliseconds until a request counts as unanswered. */
  readonly timeout?: number
  /** The page's language, in which the service says what is wrong with a change. */
  readonly language?: () => string
  /** Told of every request that took somebody who is signed in, and found nobody. */
  readonly onUnauthorised?: () => void
}

/** The path of an address from its parts: `/demo/registry`. */
export const urlOf = (path: readonly string[]): string =>
  path.map((part) => `/${encodeURIComponent(part)}`).join('')

/** The axios instance behind every request. */
export function connect({ baseURL, adapter, timeout = 15_000, onUnauthorised }: ClientOptions) {
  const http = axios.create({
    ...{ baseURL, timeout },
    transitional: { clarifyTimeoutError: true },
    ...(adapter && { adapter }),
  })
  http.interceptors.response.use(undefined, (error: AxiosError) => {
    if (isUnauthorised(error)) onUnauthorised?.()
    return Promise.reject(error)
  })
  return http
}

/** A wrong password is 401 as well, and challenges nobody (RFC 9110, 11.6.1). */
const isUnauthorised = ({ response }: AxiosError): boolean =>
  response?.status === 401 && response.headers['www-authenticate'] !== undefined

/** Reads one document, checked against its schema; every failure rejects with a DataError. */
export function makeGet(options: ClientOptions) {
  const http = connect(options)

  return async function get<S extends z.core.$ZodType>(
    schema: S,
    path: readonly string[],
    params: object,
    signal?: AbortSignal,
  ): Promise<z.output<S>> {
    const url = urlOf(path)
    try {
      const answer = await http.get<unknown>(url, { params, ...(signal && { signal }) })
      return checked(schema, answer.data, options.baseURL + url)
    } catch (error) {
      throw toDataError(error, options.baseURL + url)
    }
  }
}

/** What goes along with a change: its body, what stands behind the `?`, headers. */
export interface SendOptions {
  readonly body?: unknown
  readonly params?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Headers that name the page's language. */
export const spokenIn = ({ language }: ClientOptions): Readonly<Record<string, string>> => {
  const spoken = language?.()
  return spoken ? { 'accept-language': spoken } : {}
}

/** Asks for a change; the answer is checked against its schema. Every failure rejects with a DataError. */
export function makeSend(options: ClientOptions) {
  const http = connect(options)

  return async function send<S extends z.core.$ZodType>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: readonly string[],
    schema: S,
    { body, params, headers, signal }: SendOptions = {},
  ): Promise<z.output<S>> {
    const url = urlOf(path)
    try {
      const answer = await http.request<unknown>({
        ...{ method, url, params },
        ...(body !== undefined && { data: body }),
        headers: { ...spokenIn(options), ...headers },
        ...(signal && { signal }),
      })
      return checked(schema, answer.data, options.baseURL + url)
    } catch (error) {
      throw toDataError(error, options.baseURL + url, method)
    }
  }
}
