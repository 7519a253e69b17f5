import { isAxiosError } from 'axios'

import { type ClientOptions, connect, type SendOptions, spokenIn, urlOf } from './request.ts'
import { toDataError } from './toDataError.ts'

/** A file as the service gave it, under the name it bears. */
export interface GivenFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
}

/** Asks for a file; every failure rejects with a DataError, with what the service said. */
export function makeFile(options: ClientOptions) {
  const http = connect(options)

  return async function file(
    method: 'GET' | 'POST',
    path: readonly string[],
    { body, params, headers, signal }: SendOptions = {},
  ): Promise<GivenFile> {
    const url = urlOf(path)
    try {
      const answer = await http.request<ArrayBuffer>({
        ...{ method, url, params, responseType: 'arraybuffer' },
        ...(body !== undefined && { data: body }),
        headers: { ...spokenIn(options), ...headers },
        ...(signal && { signal }),
      })
      const disposition: unknown = answer.headers['content-disposition']
      return { bytes: new Uint8Array(answer.data), name: nameOf(disposition, path) }
    } catch (error) {
      throw toDataError(withProblem(error), options.baseURL + url, method)
    }
  }
}

/** The name in UTF-8 (RFC 8187), else the last part of the path. */
function nameOf(disposition: unknown, path: readonly string[]): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(String(disposition))?.[1]
  try {
    return encoded === undefined ? (path.at(-1) ?? 'file') : decodeURIComponent(encoded)
  } catch {
    return path.at(-1) ?? 'file'
  }
}

/** A problem that came where bytes were awaited, read as the JSON it is. */
function withProblem(error: unknown): unknown {
  if (!isAxiosError(error) || !(error.response?.data instanceof ArrayBuffer)) return error
  error.response.data = parsed(new TextDecoder().decode(error.response.data))
  return error
}

/** JSON as a value; a text that is none stays a text. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
