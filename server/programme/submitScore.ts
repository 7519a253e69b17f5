import { ScoreWrite } from '../../src/contract/index.ts'
import type { EventEntry, ScoreRecordEntry } from '../../src/contract/index.ts'
import { overlaidScoreCards } from '../../src/domain/assessment/cards.ts'
import { recordedItems, scoreBrain } from '../../src/domain/assessment/score.ts'
import type { ScoreResult } from '../../src/domain/assessment/score.ts'
import type { ScoreCard } from '../../src/domain/assessment/scoreCard.ts'
import { publicationId } from '../../src/domain/assessment/scoreRecord.ts'
import { lastDuePeriod, makeCalendar } from '../../src/domain/calendar.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { standingEvents } from '../../src/domain/lifecycle.ts'
import { countedGrades } from '../../src/domain/programme/countedGrades.ts'
import { finding } from '../http/problem.ts'
import { findingsAmong, optionsOf } from '../intake/judgeEvents.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { brokenRules } from '../intake/submitReport.ts'
import type { StoredRecord } from '../store/record.ts'
import type { StoredRegistry } from '../store/store.ts'
import { writeAll } from './editor.ts'
import type { ProgrammeEditor } from './editor.ts'
import { latest } from './programmeDocument.ts'
import { scoreCube } from './scoreCube.ts'
import { scoreFindings } from './scoreFindings.ts'

const scoreKey = ({ brain, year }: Pick<ScoreWrite, 'brain' | 'year'>): string => `${brain}|${year}`

/**
 * Scores a brain in a year by what is stored and by the points that people gave, and keeps it as the next version;
 * earlier ones stay. Publishing also appends the event 年度考核评估 in the same transaction; the last publication of a year counts. Throws 400, 409 where
 * somebody else was first, 422 where it breaks a rule or too little is known for a grade.
 */
export async function submitScore(
  editor: ProgrammeEditor,
  value: unknown,
): Promise<ScoreRecordEntry> {
  const { space, by } = editor
  const said = requireSchema(ScoreWrite, value)
  const registry = await space.store.registry(null)
  await requireBrain(editor, registry, said.brain)
  const { card, version: cardVersion } = cardAmong(await space.store.records(null), said.card)
  const { today, requireDocument } = optionsOf(space)
  const lastDue = lastDuePeriod(makeCalendar(registry.holidays), today)
  const findings = scoreFindings(said, { card, lastDue, requireDocument })
  if (findings.length > 0 || !card) throw brokenRules(findings)
  const cube = await scoreCube(space, registry, card, said.brain)
  const result = scoreBrain(cube, card, said.brain, said.period, said.judged)
  const events = said.publish ? [publication(editor, registry, said, { result, card })] : []
  requireLegal(editor, registry, events)
  const knownAt = space.clock.knownNow()
  const entry = entryOf(said, result, { cardVersion, by, at: new Date(knownAt).toISOString() })
  const { brain, version: n, reason } = entry
  const record = { kind: 'score', key: scoreKey(said), n, brain, entry, knownAt } as const
  await writeAll(space, {
    records: [{ ...record, actor: by, reason }],
    events: events.map((event) => ({ entry: event, knownAt })),
  })
  return entry
}

async function requireBrain(
  { space, scope }: ProgrammeEditor,
  { brains }: Pick<StoredRegistry, 'brains'>,
  brain: string,
): Promise<void> {
  const holds = await space.rows(scope)
  if (brains.some(({ id }) => id === brain) && holds(brain)) return
  throw brokenRules([
    finding('/brain', 'unknownBrain', '先登记该产业大脑。', 'Register the brain first.'),
  ])
}

/** A card and its version: 0 for the product's own; null where there is none of that id. */
function cardAmong(
  records: readonly StoredRecord[],
  id: string,
): { readonly card: ScoreCard | null; readonly version: number } {
  const imported = latest<ScoreCard>(records, 'scoreCard')
  const cards = overlaidScoreCards(imported.map(({ entry }) => entry))
  return {
    card: cards.find((card) => card.id === id) ?? null,
    version: imported.find(({ entry }) => entry.id === id)?.version ?? 0,
  }
}

type Written = Pick<ScoreRecordEntry, 'cardVersion' | 'by' | 'at'>

const entryOf = (
  { brain, year, card, period, publish, reason, version }: ScoreWrite,
  result: ScoreResult,
  { cardVersion, by, at }: Written,
): ScoreRecordEntry => ({
  ...{ brain, year, version: version + 1, card, cardVersion, period },
  items: recordedItems(result).map((item) => ({ ...item })),
  ...{ score: result.score, coverage: result.coverage, grade: result.grade },
  ...{ published: publish, by, at, reason },
})

/**
 * The event that a publication appends. Of one year the last publication counts: one of the same day names the grade
 * that it replaces, earlier ones stand before it; both stay in the history, none is taken back. Throws 422 without a
 * grade.
 */
function publication(
  { space, by }: ProgrammeEditor,
  { events }: Pick<StoredRegistry, 'events'>,
  { brain, year, version, document, reason }: ScoreWrite,
  { result, card }: { readonly result: ScoreResult; readonly card: ScoreCard },
): EventEntry {
  const { grade, coverage } = result
  if (grade === null) throw tooLittleKnown(coverage, card.leastCoverage)
  const date = space.clock.today()
  const own = events.filter((event) => event.brain === brain) as readonly LifecycleEvent[]
  const replaced = [...countedGrades(standingEvents(own))].find(
    (event) => event.year === year && event.date === date,
  )
  return {
    id: publicationId({ brain, year, version: version + 1 }),
    ...{ brain, kind: 'assessed', date, year, grade, document, reason, actor: by },
    ...(replaced && { order: replaced.id }),
  }
}

/** Throws 422 where the brain cannot be assessed: the places are those of the score that was handed in. */
function requireLegal(
  { space }: ProgrammeEditor,
  registry: StoredRegistry,
  events: readonly EventEntry[],
): void {
  const faults = events.length > 0 ? findingsAmong(registry, events, optionsOf(space)) : []
  if (faults.length === 0) return
  const own = new Set(['year', 'document', 'reason'])
  throw brokenRules(
    faults.map(({ place, ...fault }) => {
      const field = place.split('/').at(-1) ?? ''
      return { ...fault, place: own.has(field) ? `/${field}` : '/publish' }
    }),
  )
}

function tooLittleKnown(coverage: number, least: number) {
  const percent = (share: number): string => `${Math.floor(share * 100)}%`
  return brokenRules([
    finding(
      '/publish',
      'noGrade',
      `已知权重 ${percent(coverage)}，不足 ${percent(least)}，不定级；先补报或补评，或只存评分。`,
      `${percent(coverage)} of the weights are known, below ${percent(least)}: no grade is given. Have the rest reported or judged, or keep the score without publishing.`,
    ),
  ])
}
