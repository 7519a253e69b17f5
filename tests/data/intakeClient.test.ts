import { AxiosError } from 'axios'
import type { AxiosProgressEvent, InternalAxiosRequestConfig } from 'axios'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { DataError } from '../../src/data/dataError.ts'
import { makeIntakeClient } from '../../src/data/intakeClient.ts'

type Reply = (config: InternalAxiosRequestConfig) => {
  readonly data: unknown
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A client whose service answers as it is told, and what it was asked. */
function answering(reply: Reply) {
  const asked: InternalAxiosRequestConfig[] = []
  const client = makeIntakeClient({
    ...{ baseURL: '/api', language: () => 'en' },
    adapter: (config) => {
      asked.push(config)
      const { data, status = 200, headers = {} } = reply(config)
      const response = { data, status, statusText: '', headers, config }
      if (status < 300) return Promise.resolve(response)
      return Promise.reject(new AxiosError('status', undefined, config, null, response))
    },
  })
  return { client, asked }
}

const errorOf = async (promise: Promise<unknown>): Promise<DataError> => {
  const error: unknown = await promise.catch((cause: unknown) => cause)
  if (error instanceof DataError) return error
  throw new Error(`expected a DataError, got ${String(error)}`)
}

const FILE = new File(['x'], '十月 报送.xlsx', { type: 'application/x-test' })
const TARGET = { brain: 'a', period: '2026-10' }
const PROBLEM = JSON.stringify({ code: 'notFound', message: 'no such brain', issues: [] })
const bufferOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer

describe('files of the intake', () => {
  it('come with the name that the service gave them, in the language of the page', async () => {
    const { client, asked } = answering(() => ({
      data: bufferOf('zip'),
      headers: {
        'content-disposition': `attachment; filename="_.xlsx"; filename*=UTF-8''${encodeURIComponent('甲-2026-10.xlsx')}`,
      },
    }))
    const { bytes, name } = await client.template('main', TARGET)
    expect(name).toBe('甲-2026-10.xlsx')
    expect(new TextDecoder().decode(bytes)).toBe('zip')
    expect(asked[0]).toMatchObject({ url: '/main/intake/template', params: TARGET })
    expect(asked[0]?.headers['accept-language']).toBe('en')
  })

  it('that are refused say why', async () => {
    const { client } = answering(() => ({ data: bufferOf(PROBLEM), status: 404 }))
    const { code, details } = await errorOf(client.template('main', TARGET))
    expect([code, details.status, details.said]).toEqual(['refused', 404, 'no such brain'])
  })

  it('leave as their bytes under their own name', async () => {
    const { client, asked } = answering(() => ({ data: {} }))
    await errorOf(client.dryRun('main', FILE, TARGET))
    expect(asked[0]?.data).toBe(FILE)
    expect(asked[0]?.headers.getContentType()).toBe('application/x-test')
    expect(decodeURIComponent(String(asked[0]?.headers['x-file-name']))).toBe(FILE.name)
  })
})

describe('an archive', () => {
  class Request {
    status = 200
    responseText = ''
  }
  beforeEach(() => void vi.stubGlobal('XMLHttpRequest', Request))
  afterEach(() => void vi.unstubAllGlobals())

  const line = (file: string) =>
    JSON.stringify({
      ...{ kind: 'file', file, brain: null, period: null, outcome: 'rejected', draft: null },
      ...{ report: null, observations: 0, findings: [] },
    })
  const END = JSON.stringify({ kind: 'end', files: 2, observations: 0, rejected: 2, problem: null })
  const send = (reply: Reply) => {
    const lines: string[] = []
    const sent: number[] = []
    const { client } = answering(reply)
    const done = client.archive(
      'main',
      FILE,
      { publish: 'final', signal: new AbortController().signal },
      {
        onLine: (one) => lines.push(one.kind === 'file' ? one.file : one.kind),
        onSent: (part) => sent.push(part),
      },
    )
    return { done, lines, sent }
  }

  it('is told line by line, each once, however the answer is cut', async () => {
    const whole = `${line('a')}\n${line('b')}\n${END}\n`
    const { done, lines, sent } = send((config) => {
      config.onUploadProgress?.({ progress: 0.5 } as AxiosProgressEvent)
      const request = new Request()
      for (const part of [10, line('a').length + 5, whole.length - 3]) {
        request.responseText = whole.slice(0, part)
        config.onDownloadProgress?.({ event: { target: request } } as AxiosProgressEvent)
      }
      expect(config.timeout).toBe(0)
      return { data: whole }
    })
    await done
    expect(lines).toEqual(['a', 'b', 'end'])
    expect(sent).toEqual([0.5])
  })

  it('that is refused says why, and a line that breaks the contract is told', async () => {
    const refused = await errorOf(send(() => ({ data: PROBLEM, status: 413 })).done)
    expect([refused.code, refused.details.said]).toEqual(['refused', 'no such brain'])
    const broken = await errorOf(send(() => ({ data: '{"kind":"other"}' })).done)
    expect(broken.code).toBe('malformed')
  })
})
