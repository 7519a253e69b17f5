import { DRAFT_STATES, Id, INTAKE_LIMITS, Line, PeriodId } from '../../src/contract/index.ts'
import type { DraftState } from '../../src/contract/index.ts'
import { CITIES } from '../../src/domain/region.ts'
import { badQuery } from '../http/parseInstant.ts'
import { draftNumber } from '../store/draftReader.ts'
import type { CellPage } from '../store/store.ts'

interface Request {
  query(name: string): string | undefined
}

interface Schema<T> {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: T | undefined }
}

/** A query parameter that keeps its schema, null where it is not given; throws 400. */
function optional<T>(
  request: Request,
  name: string,
  schema: Schema<T>,
  remedy: { zh: string; en: string },
): T | null {
  const value = request.query(name)
  if (value === undefined || value === '') return null
  const parsed = schema.safeParse(value)
  if (parsed.success && parsed.data !== undefined) return parsed.data
  throw badQuery(name, remedy)
}

export const brainOf = (request: Request): string | null =>
  optional(request, 'brain', Id, { zh: '给出产业大脑编号。', en: 'Give the id of a brain.' })

export const periodParameter = (request: Request): string | null =>
  optional(request, 'period', PeriodId, {
    zh: '期写作 2026-10、2026-Q3、2026-H1 或 2026。',
    en: 'Write a period as 2026-10, 2026-Q3, 2026-H1 or 2026.',
  })

export const reasonOf = (request: Request): string | null =>
  optional(request, 'reason', Line, {
    zh: '一行可见文字，不超过 200 字。',
    en: 'Give one line of visible text, 200 characters at most.',
  })

/** `?status=` or another parameter that holds 初步 or 最终. */
export function statusOf(request: Request, name = 'status'): 'preliminary' | 'final' | null {
  const value = request.query(name)
  if (value === undefined) return null
  if (value === 'preliminary' || value === 'final') return value
  throw badQuery(name, { zh: '取 preliminary 或 final。', en: 'Use preliminary or final.' })
}

/** A parameter that must be there; throws 400. */
export function required<T>(value: T | null, name: string): T {
  if (value !== null) return value
  throw badQuery(name, { zh: `给出 ${name}。`, en: `Give ${name}.` })
}

/** `?state=submitted,returned`, null for any. */
export function statesOf(request: Request): readonly DraftState[] | null {
  const value = request.query('state')
  if (value === undefined || value === '') return null
  return value.split(',').map((one) => {
    const state = DRAFT_STATES.find((known) => known === one)
    if (state) return state
    const states = DRAFT_STATES.join(', ')
    throw badQuery('state', { zh: `取 ${states}。`, en: `Use ${states}.` })
  })
}

/** `?city=`, an adcode of Shandong; null for any. */
export function cityOf(request: Request): string | null {
  const value = request.query('city')
  if (value === undefined || value === '') return null
  if (CITIES.includes(value)) return value
  const cities = CITIES.join(', ')
  throw badQuery('city', { zh: `取 ${cities}。`, en: `Use ${cities}.` })
}

/** `?order=oldest&after=D12`; null where the latest come first. */
export function queueOf(request: Request): { readonly after: string | null } | null {
  const order = request.query('order') ?? 'latest'
  if (order !== 'latest' && order !== 'oldest')
    throw badQuery('order', { zh: '取 latest 或 oldest。', en: 'Use latest or oldest.' })
  const after = request.query('after') ?? null
  if (after !== null && (order === 'latest' || draftNumber(after) === null))
    throw badQuery('after', {
      zh: '与 order=oldest 同用，取上一页的 next。',
      en: 'Goes with order=oldest: use the `next` of the page before.',
    })
  return order === 'oldest' ? { after } : null
}

const USUAL_PAGE = 50
const LAST_PAGE = 100_000

/** `?page=&size=` as the store takes it. */
export function pageOf(request: Request): CellPage & { readonly page: number } {
  const page = whole(request, 'page', 1, LAST_PAGE)
  const limit = whole(request, 'size', USUAL_PAGE, INTAKE_LIMITS.page)
  return { page, limit, offset: (page - 1) * limit }
}

function whole(request: Request, name: string, fallback: number, most: number): number {
  const value = request.query(name) ?? String(fallback)
  const number = Number(value)
  if (/^[1-9]\d*$/.test(value) && number <= most) return number
  throw badQuery(name, { zh: `取 1 至 ${most}。`, en: `Use 1 to ${most}.` })
}
