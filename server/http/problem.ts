import type { Problem } from '../../src/contract/index.ts'
import { textOf } from '../../src/domain/text.ts'
import type { Locale, LocalText } from '../../src/domain/text.ts'
import { SECURITY_HEADERS } from './securityHeaders.ts'

/** One thing that is wrong: `place` is a JSON pointer or a header's name, `rule` a stable id. */
export interface Finding {
  readonly place: string
  readonly rule: string
  readonly remedy: LocalText
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503

export const finding = (place: string, rule: string, zh: string, en: string): Finding => ({
  place,
  rule,
  remedy: { zh, en },
})

/** The one error of the HTTP edge; becomes the contract's Problem in the reader's language. */
export class HttpProblem extends Error {
  readonly status: ProblemStatus
  readonly code: string
  readonly text: LocalText
  readonly findings: readonly Finding[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: ProblemStatus,
    code: string,
    text: LocalText,
    findings: readonly Finding[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(text.en)
    this.name = 'HttpProblem'
    this.status = status
    this.code = code
    this.text = text
    this.findings = findings
    this.headers = headers
  }
}

/** 中文 unless the request asks for English first. */
export const localeOf = (acceptLanguage: string | undefined): Locale =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh-CN'

export function problemResponse(problem: HttpProblem, locale: Locale): Response {
  const body: Problem = {
    code: problem.code,
    message: textOf(problem.text, locale),
    issues: problem.findings.map(({ place, rule, remedy }) => ({
      place,
      rule,
      remedy: textOf(remedy, locale),
    })),
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...problem.headers,
    },
  })
}

export const notFound = (text: LocalText): HttpProblem => new HttpProblem(404, 'notFound', text)
