import * as z from 'zod/mini'

import type { Issue } from '../contract/common.ts'
import type { SliceDocument } from '../domain/slice.ts'
import { DataError } from './dataError.ts'

/** Issues named in one error; a wrong document repeats itself. */
const MOST_ISSUES = 10

const REMEDY = 'Reload the page: page and service may be of different versions.'

/**
 * The document, if it keeps the contract; else throws a DataError `malformed` that names each place
 * as a JSON pointer (`/periods/3`). A body that is no JSON fails at the place ''.
 */
export function checked<S extends z.core.$ZodType>(
  schema: S,
  data: unknown,
  url: string,
): z.output<S> {
  const parsed = z.safeParse(schema, data)
  if (parsed.success) return parsed.data
  throw malformed(url, parsed.error.issues.slice(0, MOST_ISSUES).map(issueOf), parsed.error)
}

/** The slice, if it has one value per entity and period; no schema can say that. */
export function checkedDense<S extends SliceDocument>(slice: S, url: string): S {
  const cells = slice.entities.length * slice.periods.length
  if (slice.values.length === cells) return slice
  throw malformed(url, [{ place: '/values', rule: `expected ${cells} values`, remedy: REMEDY }])
}

function malformed(url: string, issues: readonly Issue[], cause?: unknown): DataError {
  const [first] = issues
  const message = `GET ${url}: the answer breaks the contract at "${first?.place}" (${first?.rule})`
  return new DataError(
    'malformed',
    message,
    { url, status: 200, problem: null, said: null, issues },
    cause,
  )
}

const issueOf = (issue: z.core.$ZodIssue): Issue => ({
  place: issue.path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join(''),
  rule: 'expected' in issue ? `expected ${String(issue.expected)}` : issue.code,
  remedy: REMEDY,
})
