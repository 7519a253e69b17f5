import { isAxiosError } from 'axios'
import type { AxiosProgressEvent } from 'axios'
import type * as z from 'zod/mini'

import { checked } from './checked.ts'
import { type ClientOptions, connect, type SendOptions, spokenIn, urlOf } from './request.ts'
import { parsed } from './requestFile.ts'
import { toDataError } from './toDataError.ts'

/** Who is told how far a request is. */
export interface LineListener<T> {
  /** Part of the body that has left, 0 to 1. */
  readonly onSent: (part: number) => void
  readonly onLine: (line: T) => void
}

/**
 * Sends a body and tells of the answer line by line as it comes (NDJSON), each checked against its schema. Resolves
 * after the last one; every failure, also half-way, rejects with a DataError.
 */
export function makeLines(options: ClientOptions) {
  const http = connect({ ...options, timeout: 0 })

  return async function lines<S extends z.core.$ZodType>(
    path: readonly string[],
    schema: S,
    { body, params, headers, signal }: SendOptions,
    { onSent, onLine }: LineListener<z.output<S>>,
  ): Promise<void> {
    const url = urlOf(path)
    const take = lineReader((line) => onLine(checked(schema, parsed(line), options.baseURL + url)))
    try {
      const answer = await http.post<string>(url, body, {
        ...{ params, responseType: 'text', transformResponse: (text: string) => text },
        headers: { ...spokenIn(options), ...headers },
        ...(signal && { signal }),
        onUploadProgress: ({ progress = 0 }) => onSent(progress),
        onDownloadProgress: (event) => take(textSoFar(event)),
      })
      take(`${answer.data}\n`)
    } catch (error) {
      throw toDataError(withProblem(error), options.baseURL + url, 'POST')
    }
  }
}

/** What has come so far; an answer that is none of ours (a problem) is left to its end. */
function textSoFar({ event }: AxiosProgressEvent): string {
  const request = (event as ProgressEvent | undefined)?.target
  return request instanceof XMLHttpRequest && request.status === 200 ? request.responseText : ''
}

/** Takes a text that grows and gives each of its lines once, when it is whole. */
function lineReader(give: (line: string) => void): (text: string) => void {
  let read = 0
  return (text) => {
    for (let end = text.indexOf('\n', read); end !== -1; end = text.indexOf('\n', read)) {
      const line = text.slice(read, end)
      read = end + 1
      if (line !== '') give(line)
    }
  }
}

function withProblem(error: unknown): unknown {
  if (isAxiosError(error) && typeof error.response?.data === 'string')
    error.response.data = parsed(error.response.data)
  return error
}
