import type { Context, Hono } from 'hono'

import {
  CaseAnswer,
  CaseStepWrite,
  PROGRAMME_LIMITS,
  ProgrammeDocument,
  ScoreRecordEntry,
  ScoreWrite,
  StatementSubmission,
  StoredReceipt,
} from '../../src/contract/index.ts'
import { PRINTABLE_LINE } from '../../src/contract/common.ts'
import { reachOf } from '../auth/reach.ts'
import { attachment } from '../http/attachment.ts'
import { described } from '../http/openapi.ts'
import type { QueryParameter } from '../http/openapi.ts'
import { badQuery } from '../http/parseInstant.ts'
import { documentResponse } from '../http/servedDocument.ts'
import { fileNameOf } from '../intake/fileName.ts'
import { readBody, readJson } from '../intake/readJson.ts'
import { addCaseStep, addEvidenceFile, caseIn, evidenceFile } from '../programme/cases.ts'
import { editorOf } from '../programme/editor.ts'
import { programmeDocument } from '../programme/programmeDocument.ts'
import { submitScore } from '../programme/submitScore.ts'
import { submitStatements } from '../programme/submitStatements.ts'
import { answer, bodyOf } from './answer.ts'
import { asOfOf, spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'
import { noteBy } from './noteBy.ts'

/** Rules and files of the programme: what is read of them, statements, scores, cases of rectification. */
export function programmeRoutes(app: Hono, deps: AppDeps): void {
  documents(app, deps)
  statements(app, deps)
  scores(app, deps)
  caseSteps(app, deps)
  evidence(app, deps)
}

function documents(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/:space/programme',
    described(
      {
        summary: 'Rule sets, score cards, statements, scores and cases within one’s rows',
        zh: '权限内的规则集、评分卡、条件说明、评分与整改案卷',
        ...{ group: 'documents', access: 'read', answers: { 200: ProgrammeDocument, 304: null } },
        ...{ problems: [400, 404], query: ['asOf'] },
      },
      async (c, { scope, principal }) => {
        const space = spaceOf(deps, c.req)
        const judge = reachOf(principal, ['assess', 'registry'], space.id)
        const scopes = { read: scope, judge }
        return documentResponse(c.req, await programmeDocument(space, asOfOf(c.req), scopes))
      },
    ),
  )
}

function statements(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.post(
    '/api/:space/statements',
    described(
      {
        summary: 'State what no figure shows: a condition is met, not met or waived, on a document',
        zh: '就指标无法反映的申报条件出具说明：满足、不满足或豁免，附依据',
        ...{ group: 'reports', access: ['registry', 'assess'], answers: { 200: StoredReceipt } },
        ...{ problems: [400, 404, 409, 413, 415, 422], body: StatementSubmission },
      },
      async (c, asker) => {
        const editor = editorOf(asker)
        const { value } = await readJson(bodyOf(c), PROGRAMME_LIMITS.bytes * 4)
        const receipt = await editor.space.inTurn(() => submitStatements(editor, value))
        const detail = { added: receipt.added }
        note(asker.principal, 'programme.state', {
          ...{ space: editor.space.id, subject: 'statements', detail },
        })
        return answer(receipt)
      },
    ),
  )
}

function scores(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.post(
    '/api/:space/scores',
    described(
      {
        summary: 'Score a brain for a year by a card; publishing appends the yearly assessment',
        zh: '按评分卡为产业大脑评分；公布等级即登记年度考核评估',
        ...{ group: 'reports', access: ['assess', 'registry'], answers: { 200: ScoreRecordEntry } },
        ...{ problems: [400, 404, 409, 413, 415, 422], body: ScoreWrite },
      },
      async (c, asker) => {
        const editor = editorOf(asker)
        const { value } = await readJson(bodyOf(c), PROGRAMME_LIMITS.bytes)
        const entry = await editor.space.inTurn(() => submitScore(editor, value))
        const { brain, year, version, grade, published } = entry
        const detail = { year, version, grade: published ? (grade ?? '') : '' }
        note(asker.principal, 'programme.score', {
          ...{ space: editor.space.id, subject: brain, detail },
        })
        return answer(entry)
      },
    ),
  )
}

const orderOf = (c: Context): string => c.req.param('order') ?? ''

function caseSteps(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.post(
    '/api/:space/cases/:order/steps',
    described(
      {
        summary: 'Next step of a rectification; it closes on evidence, by a second person',
        zh: '整改案卷的下一步；凭佐证、由另一人销号',
        group: 'reports',
        ...{ access: ['report', 'registry', 'review', 'assess'], answers: { 200: CaseAnswer } },
        ...{ problems: [400, 404, 409, 413, 415, 422], body: CaseStepWrite },
      },
      async (c, asker) => {
        const { principal } = asker
        const editor = { ...editorOf(asker), principal }
        const { value } = await readJson(bodyOf(c), PROGRAMME_LIMITS.bytes)
        const steps = await editor.space.inTurn(() => addCaseStep(editor, orderOf(c), value))
        const detail = { step: steps.at(-1)?.kind ?? '' }
        note(principal, 'case.step', { space: editor.space.id, subject: orderOf(c), detail })
        return answer({ steps })
      },
    ),
  )
}

const EVIDENCE_QUERY: readonly QueryParameter[] = [
  {
    name: 'seen',
    text: { zh: '看到的步数：其间有人办理则拒绝', en: 'Steps of the case that were seen' },
    required: true,
  },
  { name: 'text', text: { zh: '说明，一行', en: 'What it shows, in one line' }, required: true },
]

function seenOf(c: Context): number {
  const text = c.req.query('seen') ?? ''
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw badQuery('seen', { zh: '取案卷现有的步数。', en: 'Give the number of steps of the case.' })
}

function textIn(c: Context): string {
  const text = (c.req.query('text') ?? '').trim()
  if (text.length <= 200 && PRINTABLE_LINE.test(text)) return text
  throw badQuery('text', {
    zh: '写一行说明，不超过 200 字。',
    en: 'Say in one line of at most 200 characters what it shows.',
  })
}

function evidence(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.post(
    '/api/:space/cases/:order/evidence',
    described(
      {
        summary: 'Bring a file as evidence; it is kept by its hash',
        zh: '上传一份佐证文件，按哈希保存',
        ...{ group: 'reports', access: ['report', 'registry', 'assess'] },
        ...{ answers: { 200: CaseAnswer }, problems: [400, 404, 409, 413, 422] },
        query: EVIDENCE_QUERY,
      },
      async (c, asker) => {
        const { principal } = asker
        const editor = { ...editorOf(asker), principal }
        const [seen, text] = [seenOf(c), textIn(c)]
        await caseIn(editor, orderOf(c))
        const name = fileNameOf(c.req.header('x-file-name'), c.req.header('content-type') ?? '')
        const bytes = await readBody(bodyOf(c), PROGRAMME_LIMITS.evidenceBytes)
        if (bytes.length === 0)
          throw badQuery('body', { zh: '文件是空的。', en: 'The file is empty.' })
        const sent = { file: { name, bytes }, seen, text }
        const steps = await editor.space.inTurn(() =>
          addEvidenceFile(editor, orderOf(c), deps.files, sent),
        )
        const detail = { step: 'evidence', file: name }
        note(principal, 'case.step', { space: editor.space.id, subject: orderOf(c), detail })
        return answer({ steps })
      },
    ),
  )

  app.get(
    '/api/:space/cases/:order/files/:sha256',
    described(
      {
        summary: 'A file of evidence of a rectification',
        zh: '整改案卷的一份佐证文件',
        ...{ group: 'reports', access: ['report', 'registry', 'review', 'assess'] },
        ...{ answers: { 200: null }, problems: [404] },
      },
      async (c, asker) => {
        const editor = editorOf(asker)
        const sha256 = c.req.param('sha256') ?? ''
        const { name, bytes } = await evidenceFile(editor, deps.files, orderOf(c), sha256)
        note(asker.principal, 'file.read', { space: editor.space.id, subject: sha256 })
        return attachment(bytes, name, 'application/octet-stream')
      },
    ),
  )
}
