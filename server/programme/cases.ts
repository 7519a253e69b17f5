import { CaseStepWrite } from '../../src/contract/index.ts'
import type { CaseStepEntry, EventEntry } from '../../src/contract/index.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { foldBrain } from '../../src/domain/lifecycle.ts'
import type { CaseStepKind } from '../../src/domain/programme/caseFile.ts'
import { caseFault, caseOf } from '../../src/domain/programme/caseState.ts'
import type { RectificationCase } from '../../src/domain/programme/caseState.ts'
import { STEP_ACTIONS } from '../../src/domain/programme/stepActions.ts'
import type { Principal } from '../auth/principal.ts'
import { reachOf } from '../auth/reach.ts'
import { noRight, personOnly } from '../auth/rights.ts'
import type { FileStore } from '../files/fileStore.ts'
import { finding, HttpProblem, notFound } from '../http/problem.ts'
import { termFindings } from '../intake/eventRules.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { brokenRules } from '../intake/submitReport.ts'
import type { RecordWrite } from '../store/record.ts'
import { caseRemedy } from './caseWords.ts'
import { writeAll } from './editor.ts'
import type { ProgrammeEditor } from './editor.ts'
import { evidenceCellFindings } from './evidenceCell.ts'

/** Who asks for a step of a case; the principal decides which kinds of steps they may take. */
export interface CaseEditor extends ProgrammeEditor {
  readonly principal: Principal
}

const NO_DETAIL = { document: null, cell: null, owner: null, due: null } as const

/** A file that is brought as evidence. */
export interface EvidenceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

interface FoundCase {
  readonly file: RectificationCase
  readonly brain: string
  /** Steps as they are kept. */
  readonly kept: readonly CaseStepEntry[]
  /** Ids of all events of the space. */
  readonly ids: ReadonlySet<string>
}

/** The case of an order in scope; throws 404. */
export async function caseIn(
  { space, scope }: Pick<ProgrammeEditor, 'space' | 'scope'>,
  order: string,
): Promise<FoundCase> {
  const { events } = await space.store.registry(null)
  const found = events.find(({ id }) => id === order)
  const holds = await space.rows(scope)
  if (!found || found.kind !== 'rectificationOrdered' || !holds(found.brain)) throw noSuchCase()
  const kept = (await space.store.recordVersions('caseStep', order)).map(
    ({ entry }) => entry as CaseStepEntry,
  )
  const own = events.filter(({ brain }) => brain === found.brain) as readonly LifecycleEvent[]
  const { measures } = foldBrain(own, space.clock.today(), found.brain)
  const isOpen = measures.some(({ event }) => event === order)
  return {
    ...{ brain: found.brain, kept, ids: new Set(events.map(({ id }) => id)) },
    file: caseOf(found as LifecycleEvent, kept, isOpen),
  }
}

/**
 * Takes the next step of a case. Closing it also appends the event 整改完成, in the same transaction. Throws 400,
 * 403, 404, 409 where somebody else was first, 422 where the step cannot be taken.
 */
export async function addCaseStep(
  editor: CaseEditor,
  order: string,
  value: unknown,
): Promise<readonly CaseStepEntry[]> {
  const said = requireSchema(CaseStepWrite, value)
  const { document = null, cell = null, owner = null, due = null } = said
  const hasEvidence = document !== null || cell !== null
  const step = { ...said, document, cell, owner, due, file: null, hasEvidence }
  return takeStep(editor, order, step)
}

/** Brings a file as evidence: kept by its hash, and only where the step can be taken. */
export async function addEvidenceFile(
  editor: CaseEditor,
  order: string,
  files: FileStore,
  {
    file,
    seen,
    text,
  }: { readonly file: EvidenceFile; readonly seen: number; readonly text: string },
): Promise<readonly CaseStepEntry[]> {
  const step = { kind: 'evidence', seen, text, ...NO_DETAIL, hasEvidence: true } as const
  await requireTakeable(editor, await caseIn(editor, order), step)
  const sha256 = await files.put(file.bytes)
  return takeStep(editor, order, { ...step, file: { name: file.name, sha256 } })
}

/** A file of evidence of a case in scope; throws 404. */
export async function evidenceFile(
  editor: Pick<ProgrammeEditor, 'space' | 'scope'>,
  files: FileStore,
  order: string,
  sha256: string,
): Promise<EvidenceFile> {
  const { kept } = await caseIn(editor, order)
  const name = kept.find(({ file }) => file?.sha256 === sha256)?.file?.name
  const bytes = name === undefined ? null : await files.read(sha256)
  if (name !== undefined && bytes) return { name, bytes }
  throw notFound({ zh: '没有这份文件。', en: 'There is no such file.' })
}

interface Tried extends Pick<CaseStepEntry, 'cell' | 'due'> {
  readonly kind: CaseStepKind
  readonly seen: number
  readonly hasEvidence: boolean
}

type Step = Tried & Pick<CaseStepEntry, 'text' | 'document' | 'file' | 'owner'>

async function takeStep(
  editor: CaseEditor,
  order: string,
  { seen, hasEvidence, ...said }: Step,
): Promise<readonly CaseStepEntry[]> {
  const { space, by } = editor
  const found = await caseIn(editor, order)
  await requireTakeable(editor, found, { ...said, seen, hasEvidence })
  const knownAt = space.clock.knownNow()
  const entry: CaseStepEntry = {
    ...{ order, n: seen + 1, by, at: new Date(knownAt).toISOString() },
    ...said,
  }
  const { brain } = found
  const record: RecordWrite = {
    ...{ kind: 'caseStep', key: order, n: entry.n, brain, entry, knownAt },
    ...{ actor: by, reason: null },
  }
  const events = said.kind === 'closed' ? [{ entry: closing(editor, found, entry), knownAt }] : []
  await writeAll(space, { records: [record], events })
  return [...found.kept, entry]
}

/** Throws 403, 409 or 422 where the step cannot be taken; the right is asked for over the case's own brain. */
async function requireTakeable(
  { principal, space, by }: CaseEditor,
  { file, brain, kept }: FoundCase,
  { kind, seen, hasEvidence, cell, due }: Tried,
): Promise<void> {
  if (!isPerson(principal, space)) throw personOnly(principal)
  const holds = await space.rows(reachOf(principal, STEP_ACTIONS[kind], space.id))
  if (!holds(brain)) throw noRight(principal, STEP_ACTIONS[kind], space.id)
  if (seen !== kept.length) throw stepTaken(kept.length)
  const fault = caseFault(file, { kind, by, hasEvidence })
  if (fault) throw brokenRules([{ place: '/kind', rule: fault, remedy: caseRemedy(fault) }])
  const findings = [
    ...(due === null ? [] : termFindings({ date: file.order.date, due }, '/due')),
    ...(await evidenceCellFindings(space, brain, cell)),
  ]
  if (findings.length > 0) throw brokenRules(findings)
}

/** Steps are told apart by accounts, which a token does not name; the simulator stands in for people in demo. */
const isPerson = ({ kind }: Principal, { id }: ProgrammeEditor['space']): boolean =>
  kind === 'user' || (kind === 'simulator' && id === 'demo')

/** The event that the closing of a case appends. */
const closing = (
  { space, by }: ProgrammeEditor,
  { brain, ids }: FoundCase,
  { order, n, text }: CaseStepEntry,
): EventEntry => ({
  ...{ id: freeId(`${order}-closed-${n}`, ids), brain, kind: 'rectified' },
  date: space.clock.today(),
  document: `整改销号：${order}`.slice(0, 200),
  ...{ order, actor: by, reason: text.split('\n')[0]?.slice(0, 200) ?? null },
})

/** An id that no event has yet, so that nobody's choice of ids stands in the way of a closing. */
function freeId(wanted: string, ids: ReadonlySet<string>): string {
  let id = shortened(wanted)
  for (let n = 2; ids.has(id); n++) id = shortened(`${wanted}-${n}`)
  return id
}

/** The end tells ids apart; an id begins with a letter or a digit. */
const shortened = (id: string): string => id.slice(-80).replace(/^[._:-]+/, '')

const noSuchCase = (): HttpProblem =>
  notFound({ zh: '没有这件整改。', en: 'There is no such rectification.' })

const stepTaken = (steps: number): HttpProblem =>
  new HttpProblem(
    409,
    'changedMeanwhile',
    { zh: '他人已先办理，未存入任何数据。', en: 'Somebody else was first; nothing was stored.' },
    [
      finding(
        '/seen',
        'version',
        `该件已有 ${steps} 步；看过后重试。`,
        `The case has ${steps} steps: look at them and try again.`,
      ),
    ],
  )
