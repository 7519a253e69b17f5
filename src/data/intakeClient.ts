import {
  ArchiveLine,
  DraftDocument,
  DraftList,
  DraftReceipt,
  DryRunAnswer,
  UndoPreview,
  UndoReceipt,
} from '../contract/intake.ts'
import type {
  DraftPublication,
  DraftReturn,
  DraftSubmission,
  DraftWithdrawal,
  ReportUndo,
} from '../contract/intake.ts'
import { ReportReceipt } from '../contract/report.ts'
import { type ClientOptions, makeGet, makeSend } from './request.ts'
import { makeFile } from './requestFile.ts'
import { type LineListener, makeLines } from './requestLines.ts'

/** For whom and when a file is handed in. */
export interface ReportTarget {
  readonly brain: string
  readonly period: string
}

/** As GET /api/:space/intake/drafts takes them. */
export interface DraftQuestion {
  readonly state?: string
  readonly brain?: string
  readonly city?: string
  readonly period?: string
  readonly order?: 'latest' | 'oldest'
  /** With the oldest first: those behind this one. */
  readonly after?: string
  readonly page?: number
  readonly size?: number
}

/** Whether an archive is published at once, and why its earlier figures change. */
export interface ArchiveChoice {
  readonly publish?: 'preliminary' | 'final'
  readonly reason?: string
}

/** Files of ten megabytes over a slow line. */
const UPLOAD_MS = 120_000

export type IntakeClient = ReturnType<typeof makeIntakeClient>

/** What is handed in before it is published: templates, dry runs, drafts and what becomes of them. */
export function makeIntakeClient(reach: ClientOptions) {
  const options = { timeout: UPLOAD_MS, ...reach }
  const [get, send, file, lines] = [
    ...([makeGet(options), makeSend(options)] as const),
    ...([makeFile(options), makeLines(options)] as const),
  ]
  const draftPath = (space: string, ...rest: readonly string[]) => [
    ...[space, 'intake', 'drafts'],
    ...rest,
  ]
  return {
    template: (space: string, target: ReportTarget) =>
      file('GET', [space, 'intake', 'template'], { params: target }),
    dryRun: (space: string, sent: File, target: ReportTarget, signal?: AbortSignal) =>
      send('POST', [space, 'intake', 'dry-run'], DryRunAnswer, {
        ...{ ...bodyOf(sent), params: target },
        ...(signal && { signal }),
      }),
    /** The file as a workbook with its findings as comments. */
    annotated: (space: string, sent: File, target: ReportTarget) =>
      file('POST', [space, 'intake', 'dry-run'], {
        ...{ ...bodyOf(sent), params: { ...target, as: 'workbook' } },
      }),
    saveDraft: (space: string, sent: File, params: ReportTarget & { readonly base: string }) =>
      send('POST', draftPath(space), DraftReceipt, { ...bodyOf(sent), params }),

    drafts: (space: string, question: DraftQuestion) => get(DraftList, draftPath(space), question),
    draft: (space: string, id: string) => get(DraftDocument, draftPath(space, id), {}),
    submit: (space: string, id: string, body: DraftSubmission) =>
      send('POST', draftPath(space, id, 'submit'), DraftReceipt, { body }),
    withdraw: (space: string, id: string, body: DraftWithdrawal) =>
      send('POST', draftPath(space, id, 'withdraw'), DraftReceipt, { body }),
    giveBack: (space: string, id: string, body: DraftReturn) =>
      send('POST', draftPath(space, id, 'return'), DraftReceipt, { body }),
    publish: (space: string, id: string, body: DraftPublication) =>
      send('POST', draftPath(space, id, 'publish'), ReportReceipt, { body }),
    undoPreview: (space: string, report: string) =>
      get(UndoPreview, [space, 'reports', report, 'undo'], {}),
    undo: (space: string, report: string, body: ReportUndo) =>
      send('POST', [space, 'reports', report, 'undo'], UndoReceipt, { body }),

    /** A line for each file of the archive as it is taken, and the sums at the end. */
    archive: (
      space: string,
      sent: File,
      { signal, ...params }: ArchiveChoice & { readonly signal: AbortSignal },
      listener: LineListener<ArchiveLine>,
    ) => {
      const body = { ...bodyOf(sent), params, signal }
      return lines([space, 'intake', 'archive'], ArchiveLine, body, listener)
    },
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
