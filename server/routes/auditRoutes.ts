import type { Hono } from 'hono'

import { AUDIT_PAGE, AuditTrail, AuditVerdict } from '../../src/contract/index.ts'
import { isSpace } from '../../src/domain/space.ts'
import type { AuditFilter, ChainedEntry, ChainHead } from '../audit/audit.ts'
import { headIn } from '../audit/headIn.ts'
import { described } from '../http/openapi.ts'
import type { QueryParameter } from '../http/openapi.ts'
import { badQuery, parseInstant } from '../http/parseInstant.ts'
import { answer } from './answer.ts'
import type { AppDeps } from './deps.ts'
import { noteBy } from './noteBy.ts'

interface Query {
  query(name: string): string | undefined
}

/** Longest word that is searched for. */
const LONGEST = 80

/** Last page that can be asked for: nobody reads that far, and a database should not count that far. */
const LAST_PAGE = 100_000

const SEARCH: readonly QueryParameter[] = [
  { name: 'actor', text: { zh: '谁，如 user:李明', en: 'Who, as user:li.ming' } },
  { name: 'action', text: { zh: '做了什么，如 report.publish', en: 'What, as report.publish' } },
  { name: 'space', text: { zh: '哪个库', en: 'Which space' }, values: ['main', 'demo'] },
  { name: 'text', text: { zh: '人、事、对象中的文字', en: 'Words in who, what or on what' } },
  { name: 'from', text: { zh: '从此刻起（UTC）', en: 'From this instant (UTC)' } },
  { name: 'until', text: { zh: '到此刻止，不含', en: 'Up to but without this instant' } },
  { name: 'page', text: { zh: '第几页', en: 'Which page' }, fallback: '1' },
]

/** The trail to search and to verify; looking at it stands in it as well. */
export function auditRoutes(app: Hono, deps: AppDeps): void {
  const { audit } = deps
  const note = noteBy(deps)

  app.get(
    '/api/audit',
    described(
      {
        ...{ summary: 'The audit trail, newest first', zh: '审计记录，新的在前' },
        ...{ group: 'service', access: 'audit', query: SEARCH },
        ...{ answers: { 200: AuditTrail }, problems: [400] },
      },
      async (c, { principal }) => {
        const filter = filterOf(c.req)
        const page = pageOf(c.req.query('page'))
        const offset = (page - 1) * AUDIT_PAGE
        const found = await audit.search(filter, { limit: AUDIT_PAGE, offset })
        if (page === 1) note(principal, 'audit.read', { subject: filter.text ?? 'trail' })
        const { total, head, entries } = found
        return answer({ page, size: AUDIT_PAGE, total, head, rows: entries.map(entryOf) })
      },
    ),
  )

  app.get(
    '/api/audit/verdict',
    described(
      {
        ...{ summary: 'Hashes the whole trail anew', zh: '重新核验整条审计记录' },
        ...{ group: 'service', access: 'audit', answers: { 200: AuditVerdict }, problems: [400] },
        query: [
          { name: 'head', text: { zh: '抄录过的链尾 序号:散列', en: 'A noted head, SEQ:HASH' } },
        ],
      },
      async (c, { principal }) => {
        const verdict = await audit.verify(expectedHead(c.req.query('head')))
        note(principal, 'audit.verify', {
          subject: verdict.kind,
          outcome: verdict.kind === 'whole' ? 'done' : 'refused',
        })
        return answer(verdict)
      },
    ),
  )
}

const entryOf = ({ prev: _, at, ...entry }: ChainedEntry) => ({
  ...entry,
  at: new Date(at).toISOString(),
})

function filterOf(request: Query): AuditFilter {
  const space = request.query('space')
  if (space !== undefined && !isSpace(space))
    throw badQuery('space', { zh: '用 main 或 demo。', en: 'Use main or demo.' })
  return {
    actor: word(request, 'actor'),
    action: word(request, 'action'),
    space: space ?? null,
    text: word(request, 'text'),
    from: parseInstant('from', request.query('from')),
    until: parseInstant('until', request.query('until')),
  }
}

function word(request: Query, name: string): string | null {
  const value = request.query(name) ?? ''
  if (value.length > LONGEST)
    throw badQuery(name, { zh: `最多 ${LONGEST} 字。`, en: `${LONGEST} characters at most.` })
  return value === '' ? null : value
}

function pageOf(value = '1'): number {
  const page = Number(value)
  if (/^\d+$/.test(value) && page >= 1 && page <= LAST_PAGE) return page
  throw badQuery('page', { zh: '页码从 1 开始。', en: 'Pages count from 1.' })
}

function expectedHead(value: string | undefined): ChainHead | undefined {
  if (value === undefined) return undefined
  const head = headIn(value)
  if (head) return head
  throw badQuery('head', { zh: '写作 序号:散列。', en: 'Write it as SEQ:HASH.' })
}
