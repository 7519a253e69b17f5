import { setImmediate } from 'node:timers/promises'

import type { ArchiveLine, DraftHead, IntakeFindingEntry } from '../../src/contract/index.ts'
import { HttpProblem } from '../http/problem.ts'
import type { DraftWrite } from '../store/draft.ts'
import type { ReadFile } from './archiveWorker.ts'
import { nothingNew } from './draftProblems.ts'
import { judgeFiles } from './dryRun.ts'
import type { DryRunQuestion, FileVerdict } from './dryRun.ts'
import type { IntakeContext } from './intakeContext.ts'
import { placeText } from './intakeCell.ts'
import type { IntakeFinding } from './intakeCell.ts'
import { publishJudged } from './reviewDraft.ts'
import { readInThread } from './readInThread.ts'
import { namesInScope, questionOf } from './readQuestion.ts'
import { requireWords, writeOf } from './submitDraft.ts'

export interface ArchiveRequest {
  /** Publishes what needs no answer at once; null hands it in only. */
  readonly publish: 'preliminary' | 'final' | null
  /** Why earlier figures change, for every file of the archive. */
  readonly reason: string | null
}

/** Files that are read together and whose drafts share one commit. */
const BATCH = 32

/** Files that are judged before others have their turn. */
const AT_A_TURN = 8

export type FileLine = Extract<ArchiveLine, { kind: 'file' }>

/** One file that was read and judged: its line so far, and its draft where nothing blocks. */
interface Judged {
  readonly line: FileLine
  readonly write: DraftWrite | null
  /** Resolves when its bytes are on disk. */
  readonly isKept: Promise<unknown>
}

const NOTHING = Promise.resolve()

/**
 * Takes an archive of reports, file by file, each whole or not at all: what blocks is rejected, what wants an
 * answer stays a draft, the rest is handed in or published. Gives a line for each file.
 */
export async function* importArchive(
  context: IntakeContext,
  archive: Uint8Array,
  request: ArchiveRequest,
): AsyncGenerator<FileLine> {
  const { space } = context
  const [brains, today] = [await namesInScope(context), space.clock.today()]
  const task = { archive, brains, indicators: space.indicators, today, batch: BATCH }
  for await (const batch of readInThread(task)) {
    const judged = await judge(context, batch, request)
    yield* await keep(context, judged, request)
  }
}

const lineOf = (file: string, rest: Partial<FileLine>): FileLine => ({
  ...{ kind: 'file', file, brain: null, period: null, outcome: 'rejected' },
  ...{ draft: null, report: null, observations: 0, findings: [] },
  ...rest,
})

interface AskedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly question: DryRunQuestion
}

/** Judges files of a batch; one that cannot be asked about is rejected with what is wrong. */
async function judge(
  context: IntakeContext,
  batch: readonly ReadFile[],
  request: ArchiveRequest,
): Promise<readonly Judged[]> {
  const asked: (AskedFile | Judged)[] = []
  for (const file of batch) asked.push(await questionOfFile(context, file, request))
  const files = asked.filter((file) => 'question' in file)
  const verdicts: FileVerdict[] = []
  for (let from = 0; from < files.length; from += AT_A_TURN) {
    const questions = files.slice(from, from + AT_A_TURN).map(({ question }) => question)
    verdicts.push(...(await judgeFiles(context.space, questions)))
    await setImmediate()
  }
  const verdictOf = new Map(files.map((file, i) => [file, verdicts[i]]))
  const judged: Judged[] = []
  for (const file of asked) {
    const verdict = 'question' in file ? verdictOf.get(file) : undefined
    if ('line' in file) judged.push(file)
    else if (verdict) judged.push(await draftOf(context, file, verdict))
  }
  return judged
}

async function questionOfFile(
  context: IntakeContext,
  { name, bytes, findings, content }: ReadFile,
  { reason, publish }: ArchiveRequest,
): Promise<AskedFile | Judged> {
  if (bytes === null || content === null) return rejected(name, { findings: findings.map(entryOf) })
  const fileName = name.split('/').at(-1) ?? name
  const said = { brain: null, period: null, status: publish, reason }
  return orRejected(name, async () => {
    const question = await questionOf(context, { bytes, fileName, ...said }, content)
    return { name, bytes, question }
  })
}

async function orRejected<T>(name: string, make: () => Promise<T>): Promise<T | Judged> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    return rejected(name, { findings: problemFindings(error) })
  }
}

/** The draft of a file, where nothing blocks and something is new. */
const draftOf = (
  context: IntakeContext,
  { name, question, bytes }: AskedFile,
  verdict: FileVerdict,
): Promise<Judged> =>
  orRejected(name, async () => {
    const { brain, period, file, cells, reason } = question
    const { findings, acceptable, counts } = verdict
    const line = lineOf(name, { brain, period, findings })
    if (!acceptable) return { line, write: null, isKept: NOTHING }
    if (counts.added + counts.revised === 0) {
      const earlier = await context.space.store.draftOfFile(brain, period, file.sha256)
      if (!earlier) throw nothingNew()
      return { line: known(line, earlier), write: null, isKept: NOTHING }
    }
    const words = { answers: [], reason }
    const submit = isReady(verdict, words) ? words : null
    const write = writeOf(context, question, verdict, { base: null, submit })
    const isKept = context.files.put(bytes)
    isKept.catch(() => undefined)
    return { line: { ...line, observations: cells.length }, write, isKept }
  })

const rejected = (name: string, rest: Partial<FileLine>): Judged => ({
  ...{ line: lineOf(name, rest), write: null, isKept: NOTHING },
})

const known = (line: FileLine, { id, report }: DraftHead): FileLine => ({
  ...{ ...line, outcome: 'known', draft: id, report },
})

function isReady(...[seen, words]: Parameters<typeof requireWords>): boolean {
  try {
    requireWords(seen, words)
    return true
  } catch (error) {
    if (error instanceof HttpProblem) return false
    throw error
  }
}

/** Keeps drafts of a batch under one commit, then publishes what may be, under another. */
async function keep(
  context: IntakeContext,
  judged: readonly Judged[],
  { publish }: ArchiveRequest,
): Promise<readonly FileLine[]> {
  const writes = judged.flatMap(({ write }) => (write ? [write] : []))
  await Promise.all(judged.map(({ isKept }) => isKept))
  const outcomes = (await context.space.store.saveDrafts(writes)).values()
  return Promise.all(
    judged.map(async ({ line, write }) => {
      if (!write) return line
      const outcome = outcomes.next().value
      if (outcome?.kind === 'known') return { ...known(line, outcome.draft), observations: 0 }
      if (outcome?.kind !== 'saved') return { ...line, observations: 0 }
      return settle(context, line, { draft: outcome.draft, write, isPublished: publish !== null })
    }),
  )
}

interface Kept {
  readonly draft: DraftHead
  readonly write: DraftWrite
  readonly isPublished: boolean
}

async function settle(
  context: IntakeContext,
  line: FileLine,
  { draft, write, isPublished }: Kept,
): Promise<FileLine> {
  const handed = { ...line, draft: draft.id }
  if (draft.state !== 'submitted') return { ...handed, outcome: 'draft' }
  if (!isPublished) return { ...handed, outcome: 'submitted' }
  const { status, content, submit } = write
  const judged = { cells: content.cells, status, reason: submit?.reason ?? null }
  const step = { version: draft.version, note: null }
  try {
    const { report, added, revised } = await publishJudged(context, draft, { ...judged, ...step })
    return { ...handed, outcome: 'published', report, observations: added + revised }
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    return { ...handed, outcome: 'submitted', findings: problemFindings(error) }
  }
}

const entryOf = (finding: IntakeFinding): IntakeFindingEntry => ({
  ...finding,
  id: `${finding.rule}:${placeText(finding.place)}`,
  ...{ indicator: null, period: null },
})

const NO_MORE = { zh: '', en: '' }

/** What is wrong with a file; of one with broken rules each finding says it all, the problem only their number. */
const problemFindings = ({ code, text, findings }: HttpProblem): IntakeFindingEntry[] =>
  (findings.length > 0 ? findings : [{ place: 'file', rule: code, remedy: NO_MORE }]).map(
    ({ place, rule, remedy }) => ({
      id: `${rule}:${place}`,
      place: { sheet: null, cell: null, pointer: place === 'file' ? null : place },
      ...{ rule, severity: 'block' as const, indicator: null, period: null },
      ...(code === 'brokenRules' && findings.length > 0
        ? { text: remedy, remedy: NO_MORE }
        : { text, remedy }),
    }),
  )
