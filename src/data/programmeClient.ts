import {
  CaseAnswer,
  ProgrammeDocument,
  RuleFileDryRun,
  RuleFileReceipt,
  ScoreRecordEntry,
  StoredReceipt,
} from '../contract/programme.ts'
import type { CaseStepWrite, RuleFile, ScoreWrite, StatementWrite } from '../contract/programme.ts'
import { type ClientOptions, makeGet, makeSend, type ReadOptions } from './request.ts'
import { makeFile } from './requestFile.ts'

/** Twenty megabytes of evidence over a slow line. */
const UPLOAD_MS = 120_000

export type ProgrammeClient = ReturnType<typeof makeProgrammeClient>

/** The programme's rules and files: rule sets, score cards, statements, scores, cases of rectification. */
export function makeProgrammeClient(reach: ClientOptions) {
  const options = { timeout: UPLOAD_MS, ...reach }
  const [get, send, file] = [makeGet(options), makeSend(options), makeFile(options)]
  return {
    programme: (space: string, { asOf, signal }: ReadOptions = {}) =>
      get(ProgrammeDocument, [space, 'programme'], { asOf }, signal),
    state: (space: string, statements: readonly StatementWrite[]) =>
      send('POST', [space, 'statements'], StoredReceipt, { body: { statements } }),
    score: (space: string, score: ScoreWrite) =>
      send('POST', [space, 'scores'], ScoreRecordEntry, { body: score }),
    step: (space: string, order: string, step: CaseStepWrite) =>
      send('POST', [space, 'cases', order, 'steps'], CaseAnswer, { body: step }),
    evidence: (
      space: string,
      order: string,
      sent: File,
      params: { readonly seen: number; readonly text: string },
    ) => send('POST', [space, 'cases', order, 'evidence'], CaseAnswer, { ...bodyOf(sent), params }),
    evidenceFile: (space: string, order: string, sha256: string) =>
      file('GET', [space, 'cases', order, 'files', sha256], {}),
    rules: (space: string, what: RuleFile, format: 'xlsx' | 'json') =>
      file('GET', [space, 'rules', what], { params: { format } }),
    dryRunRules: (space: string, what: RuleFile, sent: File) =>
      send('POST', [space, 'rules', what, 'dry-run'], RuleFileDryRun, bodyOf(sent)),
    importRules: (
      space: string,
      what: RuleFile,
      sent: File,
      params: { readonly base: number; readonly reason: string },
    ) => send('POST', [space, 'rules', what], RuleFileReceipt, { ...bodyOf(sent), params }),
  }
}

/** A file goes as its bytes; its name may hold any character, a header may not. */
const bodyOf = (sent: File) => ({
  body: sent,
  headers: {
    'content-type': sent.type || 'application/octet-stream',
    'x-file-name': encodeURIComponent(sent.name),
  },
})
