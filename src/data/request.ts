import axios from 'axios'
import type { AxiosAdapter } from 'axios'
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
}

/** The path of an address from its parts: `/demo/registry`. */
export const urlOf = (path: readonly string[]): string =>
  path.map((part) => `/${encodeURIComponent(part)}`).join('')

/** Reads one document, checked against its schema; every failure rejects with a DataError. */
export function makeGet({ baseURL, adapter, timeout = 15_000 }: ClientOptions) {
  const http = axios.create({
    baseURL,
    timeout,
    transitional: { clarifyTimeoutError: true },
    ...(adapter && { adapter }),
  })

  return async function get<S extends z.core.$ZodType>(
    schema: S,
    path: readonly string[],
    params: object,
    signal?: AbortSignal,
  ): Promise<z.output<S>> {
    const url = urlOf(path)
    try {
      const answer = await http.get<unknown>(url, { params, ...(signal && { signal }) })
      return checked(schema, answer.data, baseURL + url)
    } catch (error) {
      throw toDataError(error, baseURL + url)
    }
  }
}
