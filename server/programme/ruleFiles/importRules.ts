import type {
  EventEntry,
  HolidayEntry,
  RuleFile,
  RuleFileDryRun,
  RuleFileReceipt,
} from '../../../src/contract/index.ts'
import type { CellPlace, IntakeFinding } from '../../intake/intakeCell.ts'
import { placeText } from '../../intake/intakeCell.ts'
import { HttpProblem } from '../../http/problem.ts'
import { judgeEvents } from '../../intake/judgeEvents.ts'
import type { ListFile } from '../../intake/registryList/readList.ts'
import { MAX_FINDINGS } from '../../intake/schemaFindings.ts'
import { schemaFaults } from '../../intake/schemaFaults.ts'
import { signedEvent } from '../../intake/signedEvent.ts'
import { REGISTRY } from '../../store/changes.ts'
import type { ProgrammeEditor } from '../editor.ts'
import { writeAll } from '../editor.ts'
import { asWritten } from './asWritten.ts'
import { calendarFindings } from './calendarFindings.ts'
import { readRuleFile } from './readRuleFile.ts'
import { changeOf, removals } from './ruleChanges.ts'
import { placeAt } from './ruleFile.ts'
import type { ReadEntry } from './ruleFile.ts'
import { RULE_FAULTS } from './ruleFaults.ts'
import { RULE_KINDS } from './ruleKinds.ts'
import type { Held, RuleKind } from './ruleKinds.ts'

/** What is asked of a file of rules. */
export interface RuleQuestion {
  readonly what: RuleFile
  readonly file: ListFile
  /** calendar: the year that the file must hold. */
  readonly year: number | null
}

interface Judged<Entry> {
  readonly answer: RuleFileDryRun
  /** Sound entries that differ from what stands. */
  readonly fresh: readonly Entry[]
  /** All sound entries. */
  readonly entries: readonly Entry[]
  readonly held: Held
}

/** What a file would change; nothing is stored. */
export const dryRunRules = async (
  editor: ProgrammeEditor,
  question: RuleQuestion,
): Promise<RuleFileDryRun> => (await judged(editor, question)).answer

/**
 * Imports a file of rules, whole or not at all. Throws 409 where something changed since the dry run that was
 * seen, 422 where something blocks.
 */
export async function importRules(
  editor: ProgrammeEditor,
  question: RuleQuestion,
  { base, reason }: { readonly base: number | null; readonly reason: string | null },
): Promise<RuleFileReceipt> {
  const { answer, ...sound } = await judged(editor, question)
  if (base !== null && base !== answer.base) throw changedMeanwhile()
  if (!answer.acceptable) throw notAcceptable(answer.findings)
  await store(editor, question, { ...sound, reason: reason ?? `导入 ${question.file.fileName}` })
  const count = (change: string): number =>
    answer.entries.filter((entry) => entry.change === change).length
  const removed = answer.entries.flatMap(({ key, change }) => (change === 'removed' ? key : []))
  return {
    ...{ added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
    removed,
  }
}

async function judged(
  editor: ProgrammeEditor,
  { what, file, year }: RuleQuestion,
): Promise<Judged<unknown>> {
  const { space } = editor
  const kind = RULE_KINDS[what] as RuleKind<unknown>
  const base = space.versionOf(REGISTRY)
  const held: Held = {
    records: await space.store.records(null),
    registry: await space.store.registry(null),
  }
  const { entries, findings } = readRuleFile(file, what, kind.table)
  const standing = new Map(kind.held(held).map((entry) => [kind.key(entry), entry]))
  const read = entries.map((entry, i) => unaltered(kind, standing, tried(kind, entry, i, editor)))
  const repeated = repeats(kind, read)
  const beyond = await findingsBeyond(editor, what, read, year)
  const changes = read.map(({ entry, findings: own }) => changeOf(kind, standing, entry, own))
  const gone = removals(kind, kind.held(held), soundOf(read))
  const own = read.flatMap((one) => one.findings)
  const all = [...findings, ...own, ...repeated, ...beyond, ...gone.findings]
  const answer: RuleFileDryRun = {
    ...{ what, base, entries: [...changes, ...gone.removed] },
    findings: all.map(({ place, ...rest }) => ({ ...rest, place: placeText(place) })),
    acceptable: !all.some(({ severity }) => severity === 'block'),
  }
  const fresh = read.flatMap(({ entry }, i) =>
    entry !== null && ['added', 'changed'].includes(changes[i]?.change ?? '') ? [entry] : [],
  )
  return { answer, fresh, entries: read.flatMap(({ entry }) => entry ?? []), held }
}

/** Empty where the form of an entry is broken: what the file would leave out is not known then. */
const soundOf = <Entry>(read: readonly Tried<Entry>[]) =>
  read.some(({ entry }) => entry === null)
    ? []
    : read.map(({ entry, places }) => ({ entry: entry as Entry, place: placeAt(places, '') }))

interface Tried<Entry> {
  readonly i: number
  /** Null where the form is broken. */
  readonly entry: Entry | null
  readonly places: ReadonlyMap<string, CellPlace>
  readonly findings: readonly IntakeFinding[]
}

/** The form, then the rules of the domain. */
function tried<Entry>(
  kind: RuleKind<Entry>,
  { value, places }: ReadEntry,
  i: number,
  { space }: ProgrammeEditor,
): Tried<Entry> {
  const result = schemaFaults(kind.schema, asWritten(value))
  if (result.faults.length > 0)
    return {
      ...{ i, entry: null, places },
      findings: result.faults.map(({ place, rule, remedy }) => ({
        ...{ place: placeIn(places, place), rule, severity: 'block', remedy },
        text: { zh: '不符合格式。', en: 'This does not follow the format.' },
      })),
    }
  const entry = result.value as Entry
  const faults = kind.check(entry, space.indicators)
  return {
    ...{ i, entry, places },
    findings: faults.map(({ path, rule, text, remedy }) => ({
      ...{ place: placeIn(places, path.map((part) => `/${part}`).join('')), rule },
      ...{ severity: 'block', text, remedy },
    })),
  }
}

/** What is only ever appended must be as it stands, where something stands. */
function unaltered<Entry>(
  { appendOnly = false, key, same }: RuleKind<Entry>,
  standing: ReadonlyMap<string, Entry>,
  read: Tried<Entry>,
): Tried<Entry> {
  const { entry, places, findings } = read
  const before = entry === null ? undefined : standing.get(key(entry))
  if (!appendOnly || entry === null || before === undefined || same(before, entry)) return read
  const fault = RULE_FAULTS.changedEvent(placeIn(places, '/id'), key(entry))
  return { ...read, findings: [...findings, fault] }
}

/** In a JSON file the whole pointer, in a table the cell. */
function placeIn(places: ReadonlyMap<string, CellPlace>, pointer: string): CellPlace {
  const place = placeAt(places, pointer)
  return place.pointer === null ? place : { ...place, pointer: `${place.pointer}${pointer}` }
}

function repeats<Entry>(kind: RuleKind<Entry>, read: readonly Tried<Entry>[]): IntakeFinding[] {
  const seen = new Set<string>()
  return read.flatMap(({ entry, places }) => {
    if (entry === null) return []
    const key = kind.key(entry)
    if (seen.has(key)) return [RULE_FAULTS.repeated(placeAt(places, ''), key)]
    seen.add(key)
    return []
  })
}

/** What only the whole file and the registry tell. */
async function findingsBeyond(
  { space, scope, by }: ProgrammeEditor,
  what: RuleFile,
  read: readonly Tried<unknown>[],
  year: number | null,
): Promise<IntakeFinding[]> {
  const sound = read.filter(({ entry }) => entry !== null)
  if (what === 'calendar')
    return calendarFindings(
      sound.map(({ entry, places }) => ({
        ...{ day: entry as HolidayEntry, place: placeAt(places, '') },
      })),
      year,
    )
  if (what !== 'events' || sound.length < read.length) return []
  const holds = await space.rows(scope)
  const entries = sound.map(({ entry }) => entry as EventEntry)
  const outside = sound.flatMap(({ places }, i) =>
    holds(entries[i]?.brain ?? '') ? [] : [RULE_FAULTS.outside(placeIn(places, '/brain'))],
  )
  const findings = await judgeEvents(space, entries, by)
  return [
    ...outside,
    ...findings.map(({ place, rule, remedy }): IntakeFinding => {
      const [, i = '0', ...rest] = place.split('/').slice(1)
      const places = sound[Number(i)]?.places ?? new Map<string, CellPlace>()
      const at = placeIn(places, rest.length === 0 ? '' : `/${rest.join('/')}`)
      return { ...{ place: at, rule, severity: 'block', remedy }, text: EVENT_FAULT }
    }),
  ]
}

const EVENT_FAULT = { zh: '过程事件不成立。', en: 'The event cannot have happened like this.' }

interface Fresh {
  readonly fresh: readonly unknown[]
  readonly entries: readonly unknown[]
  readonly held: Held
  readonly reason: string
}

async function store(
  { space, by }: ProgrammeEditor,
  { what }: RuleQuestion,
  { fresh, entries, held, reason }: Fresh,
): Promise<void> {
  if (entries.length === 0) return
  const knownAt = space.clock.knownNow()
  if (what === 'events') {
    const events = fresh.map((entry) => ({
      entry: signedEvent(entry as EventEntry, undefined, by),
      knownAt,
    }))
    await writeAll(space, { events })
    return
  }
  if (what === 'calendar') {
    const holidays = entries as readonly HolidayEntry[]
    const holidayYears = [...new Set(holidays.map(({ date }) => Number(date.slice(0, 4))))]
    await writeAll(space, { holidays, holidayYears })
    return
  }
  const kind = RULE_KINDS[what] as RuleKind<unknown>
  const latest = new Map(
    held.records.filter((record) => record.kind === kind.record).map(({ key, n }) => [key, n]),
  )
  const records = fresh.map((entry) => {
    const key = kind.key(entry)
    return {
      ...{ kind: kind.record ?? 'ruleSet', key, n: (latest.get(key) ?? 0) + 1, brain: null },
      ...{ entry, knownAt, actor: by, reason },
    }
  })
  await writeAll(space, { records })
}

const changedMeanwhile = (): HttpProblem =>
  new HttpProblem(
    409,
    'changedMeanwhile',
    {
      zh: '其间他人已更改，未存入任何数据。',
      en: 'Somebody else has changed it meanwhile; nothing was stored.',
    },
    [
      {
        ...{ place: '/base', rule: 'version' },
        remedy: { zh: '重新校核后再导入。', en: 'Try the file again, then import it.' },
      },
    ],
  )

const notAcceptable = (findings: RuleFileDryRun['findings']): HttpProblem => {
  const blocks = findings.filter(({ severity }) => severity === 'block')
  return new HttpProblem(
    422,
    'brokenRules',
    {
      zh: `有 ${blocks.length} 处不符合规则，未存入任何数据。`,
      en: `${blocks.length} fault(s) found; nothing was stored.`,
    },
    blocks.slice(0, MAX_FINDINGS).map(({ place, rule, text, remedy }) => ({
      ...{ place, rule },
      remedy: { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` },
    })),
  )
}
