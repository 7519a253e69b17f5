import { isAxiosError } from 'axios'
import type { AxiosError } from 'axios'
import * as z from 'zod/mini'

import { Problem } from '../contract/common.ts'
import { DataError } from './dataError.ts'
import type { DataErrorCode } from './dataError.ts'

/** Gateways answer so while the service behind them is away. */
const AWAY_STATUS: readonly number[] = [502, 503, 504]

const CODES: Readonly<Record<string, DataErrorCode>> = {
  ERR_CANCELED: 'cancelled',
  ETIMEDOUT: 'timeout',
}

/**
 * Maps every failure of a request to a DataError: the only place that knows axios's codes.
 * A problem document of the service keeps its code, message and issues.
 */
export function toDataError(error: unknown, url: string, method = 'GET'): DataError {
  if (error instanceof DataError) return error
  const asked = `${method} ${url}`
  if (!isAxiosError(error))
    return bare('unexpected', `${asked} failed: ${String(error)}`, url, error)
  return error.response
    ? answered(error, url, asked, error.response.status)
    : unanswered(error, url, asked)
}

function unanswered(error: AxiosError, url: string, asked: string): DataError {
  const code = CODES[error.code ?? ''] ?? 'offline'
  return bare(code, `${asked} got no answer: ${error.message}`, url, error)
}

function answered(error: AxiosError, url: string, asked: string, status: number): DataError {
  const problem = z.safeParse(Problem, error.response?.data)
  const said = problem.success ? `: ${problem.data.message}` : ''
  const details = {
    url,
    status,
    problem: problem.success ? problem.data.code : null,
    said: problem.success ? problem.data.message : null,
    issues: problem.success ? problem.data.issues : [],
  }
  return new DataError(
    codeOf(status, problem.success),
    `${asked} was answered ${status}${said}`,
    details,
    error,
  )
}

function codeOf(status: number, isProblem: boolean): DataErrorCode {
  if (AWAY_STATUS.includes(status)) return 'unavailable'
  return isProblem ? 'refused' : 'unexpected'
}

const bare = (code: DataErrorCode, message: string, url: string, cause: unknown): DataError =>
  new DataError(code, message, { url, status: null, problem: null, said: null, issues: [] }, cause)
