import { createHash } from 'node:crypto'

import { BrainEntry, Id, REGISTRY_FIELDS } from '../../../src/contract/index.ts'
import type { EventEntry, ListChange, ListRowEntry } from '../../../src/contract/index.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { isInScope } from '../../../src/domain/rights.ts'
import type { Scope } from '../../../src/domain/rights.ts'
import { eventsByBrain, foldBrain } from '../../../src/domain/lifecycle.ts'
import type { Space } from '../../space/space.ts'
import { eventFindings } from '../eventRules.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import { newFaults, optionsOf } from '../judgeEvents.ts'
import type { SpaceRules } from '../judgeEvents.ts'
import { placeText } from '../intakeCell.ts'
import { registryFindings } from '../registerBrains.ts'
import { LIST_FAULTS } from './listFaults.ts'
import { freshId, nameKey, readRow } from './listEntry.ts'
import type { Stated, StatedStage } from './listEntry.ts'
import type { ListRole } from './listColumns.ts'
import { STAGE_WORDS } from './listWords.ts'
import type { ListRow, ReadList } from './readList.ts'
import type { PlannedRow } from './plannedRow.ts'
import { sameIndustry } from './sameIndustry.ts'

/** A list set against the registry: what each row would change, and what would be written. */
export interface ListPlan {
  readonly rows: readonly ListRowEntry[]
  readonly findings: readonly IntakeFinding[]
  /** Entries that are new or change. */
  readonly brains: readonly BrainEntry[]
  readonly events: readonly EventEntry[]
}

/** Plans the import of a list by somebody with this scope. Stores nothing. */
export async function planList(space: Space, list: ReadList, scope: Scope): Promise<ListPlan> {
  const { brains, events } = await space.store.registry(null)
  const seen = brains.filter(({ id, city }) => isInScope(scope, { entity: id, city }))
  const find = finder(seen)
  const histories = eventsByBrain(events as readonly LifecycleEvent[])
  const rules = optionsOf(space)
  const { today } = rules
  const planned = list.rows.map((row): PlannedRow => {
    const findings: IntakeFinding[] = []
    const before = find(row, findings)
    const read = readRow(row, before)
    findings.push(...read.findings)
    const entry = entryOf(read.stated, before, row, findings)
    const stage = before
      ? foldBrain(histories.get(before.id) ?? [], today, before.id).stage
      : 'unknown'
    const event =
      entry && read.stage ? eventOf(row, entry.id, read.stage, stage, today, findings) : null
    if (event) historyFindings(histories.get(event.brain) ?? [], event, row, rules, findings)
    const after = read.stage?.stage ?? stage
    return {
      ...{ row, before, entry, event, findings },
      stage: after === stage ? null : { before: stage, after },
    }
  })
  repeatedRows(planned)
  await rulesOf(space, planned, scope)
  sameIndustry(planned, seen, histories, today)
  return planOf(planned, list)
}

function planOf(planned: readonly PlannedRow[], list: ReadList): ListPlan {
  const rows = planned.map(rowEntry)
  const written = planned.filter(
    (_, i) => rows[i]?.change === 'added' || rows[i]?.change === 'changed',
  )
  return {
    rows,
    findings: [...list.findings, ...planned.flatMap(({ findings }) => findings)],
    brains: written.flatMap(({ entry }) => (entry ? [entry] : [])),
    events: written.flatMap(({ event }) => (event ? [event] : [])),
  }
}

type Find = (row: ListRow, findings: IntakeFinding[]) => BrainEntry | null

/** Finds the entry that a row means: by its id, else by name and batch, else by a name that is alone. */
function finder(brains: readonly BrainEntry[]): Find {
  const byId = new Map(brains.map((brain) => [brain.id, brain]))
  const byName = new Map<string, BrainEntry[]>()
  for (const brain of brains) {
    const key = nameKey(brain.name)
    byName.set(key, [...(byName.get(key) ?? []), brain])
  }
  return (row, findings) => {
    const id = row.cells.get('id')
    if (id) return byId.get(id.text) ?? null
    const name = row.cells.get('name') ?? row.cells.get('subIndustry')
    const named = name ? (byName.get(nameKey(name.text)) ?? []) : []
    const batch = /^20\d\d/.exec(row.cells.get('batch')?.text ?? '')?.[0]
    const fitting = named.filter(
      (brain) => batch === undefined || brain.batch === null || brain.batch === Number(batch),
    )
    const [first] = fitting
    if (name && fitting.length > 1) findings.push(LIST_FAULTS.ambiguous(name.place, name.text))
    else if (name && !first && named[0])
      findings.push(LIST_FAULTS.sameName(name.place, name.text, named[0].id))
    return fitting.length === 1 && first ? first : null
  }
}

const isBlocked = (findings: readonly IntakeFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'block')

/** The entry as the row would have it; null where the row cannot be read. */
function entryOf(
  stated: Stated,
  before: BrainEntry | null,
  row: ListRow,
  findings: IntakeFinding[],
): BrainEntry | null {
  if (isBlocked(findings)) return null
  const id = row.cells.get('id')
  if (id && !Id.safeParse(id.text).success) findings.push(LIST_FAULTS.unknownId(id.place, id.text))
  const said = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
  const origin =
    stated.origin ?? (before && before.origin !== 'public' ? before.origin : 'registered')
  const base = before ?? {
    ...{ id: id?.text ?? freshId(stated.name ?? '', stated.batch ?? null), domain: null },
    ...{ county: null, organiser: null, leadUnit: null, jointUnits: [], batch: null },
    ...{ honours: [], confidence: null, sources: [] },
  }
  const read = BrainEntry.safeParse({ ...base, ...said, origin })
  if (read.success) return isBlocked(findings) ? null : read.data
  for (const { path } of read.error.issues) {
    const cell = row.cells.get(path[0] as ListRole)
    const remedy = {
      zh: '写成一行可见文字，不超过 200 字；联合单位、荣誉各不超过 20 个。',
      en: 'Write one line of visible text, 200 characters at most; 20 joint units and honours at most.',
    }
    findings.push(LIST_FAULTS.rule(cell?.place ?? row.place, 'format', cell?.text ?? '', remedy))
  }
  return null
}

/** The event that leads to another stage than the brain is in; it needs its day. */
function eventOf(
  row: ListRow,
  brain: string,
  { stage, date, document }: StatedStage,
  now: string,
  today: string,
  findings: IntakeFinding[],
): EventEntry | null {
  if (stage === now) return null
  const place = row.cells.get('stageDate')?.place ?? row.cells.get('stage')?.place ?? row.place
  if (date === null) {
    if (!isBlocked(findings)) findings.push(LIST_FAULTS.stageDate(place, ''))
    return null
  }
  const { event: kind } = STAGE_WORDS[stage]
  const key = createHash('sha256').update(`${brain}|${kind}|${date}`).digest('hex')
  const event: EventEntry = { id: `e-${key.slice(0, 16)}`, brain, kind, date, document }
  for (const { rule, remedy } of eventFindings([event], today))
    findings.push(LIST_FAULTS.rule(place, rule, date, remedy))
  return event
}

/** Holds the event of a row to the history of its brain, each fault at its cell. */
function historyFindings(
  held: readonly LifecycleEvent[],
  event: EventEntry,
  row: ListRow,
  rules: SpaceRules,
  findings: IntakeFinding[],
): void {
  for (const { rule, field, text, remedy } of newFaults(held, [event as LifecycleEvent], rules)) {
    const cell =
      row.cells.get(field === 'document' ? 'document' : 'stage') ?? row.cells.get('stageDate')
    const advice = { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` }
    findings.push(LIST_FAULTS.rule(cell?.place ?? row.place, rule, cell?.text ?? '', advice))
  }
}

function repeatedRows(planned: readonly PlannedRow[]): void {
  const first = new Map<string, string>()
  for (const { entry, row, findings } of planned) {
    if (!entry) continue
    const { place } = row.cells.get('name') ?? row
    const earlier = first.get(entry.id)
    if (earlier === undefined) first.set(entry.id, placeText(place))
    else findings.push(LIST_FAULTS.repeated(place, entry.name, earlier))
  }
}

/** Holds all entries to the rules of the registry, each fault at its cell. */
async function rulesOf(space: Space, planned: readonly PlannedRow[], scope: Scope): Promise<void> {
  const sound = planned.filter(({ entry, findings }) => entry && !isBlocked(findings))
  const entries = sound.flatMap(({ entry }) => (entry ? [entry] : []))
  for (const { place, rule, remedy } of await registryFindings(space, entries, scope)) {
    const [, i, field = ''] = /^\/brains\/(\d+)\/(\w+)/.exec(place) ?? []
    const one = sound[Number(i)]
    if (!one) continue
    const isWhere = field === 'city' || field === 'county'
    const cell =
      one.row.cells.get(field as ListRole) ?? (isWhere ? one.row.cells.get('place') : undefined)
    const at = cell?.place ?? one.row.place
    one.findings.push(
      rule === 'scope'
        ? LIST_FAULTS.scope(at)
        : LIST_FAULTS.rule(at, rule, cell?.text ?? '', remedy),
    )
  }
}

function rowEntry({ row, before, entry, stage, findings }: PlannedRow): ListRowEntry {
  const name = entry?.name ?? before?.name ?? row.cells.get('name')?.text ?? ''
  const brain = entry?.id ?? before?.id ?? null
  const fields = entry ? fieldsOf(before, entry, stage) : []
  const change: ListChange =
    !entry || isBlocked(findings)
      ? 'rejected'
      : !before
        ? 'added'
        : fields.length > 0
          ? 'changed'
          : 'unchanged'
  return { place: row.place, brain, name: name.slice(0, 200), change, fields }
}

type Change = ListRowEntry['fields'][number]

function fieldsOf(
  before: BrainEntry | null,
  entry: BrainEntry,
  stage: PlannedRow['stage'],
): Change[] {
  return REGISTRY_FIELDS.flatMap((field): Change[] => {
    if (field === 'stage') return stage ? [{ field, ...stage }] : []
    const [was, is] = [wordsOf(before?.[field]), wordsOf(entry[field])]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

const wordsOf = (value: string | number | readonly string[] | null | undefined): string | null =>
  value == null || value === ''
    ? null
    : (Array.isArray(value) ? value.join('、') : String(value)) || null
