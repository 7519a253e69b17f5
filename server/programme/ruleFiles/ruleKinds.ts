import type * as z from 'zod/mini'

import {
  EventEntry,
  HolidayEntry,
  ListEntry,
  RuleSetEntry,
  ScoreCardEntry,
} from '../../../src/contract/index.ts'
import type { RecordKind, RuleFile } from '../../../src/contract/index.ts'
import { overlaidScoreCards } from '../../../src/domain/assessment/cards.ts'
import { checkScoreCard } from '../../../src/domain/assessment/checkScoreCard.ts'
import type { ScoreCard } from '../../../src/domain/assessment/scoreCard.ts'
import { leavesOf as itemsOf } from '../../../src/domain/assessment/scoreLeaf.ts'
import { checkList } from '../../../src/domain/eligibility/checkList.ts'
import { checkRuleSet } from '../../../src/domain/eligibility/checkRuleSet.ts'
import { leavesOf as needsOf } from '../../../src/domain/eligibility/needs.ts'
import { overlaidRuleSets } from '../../../src/domain/eligibility/notices.ts'
import type { RuleSet } from '../../../src/domain/eligibility/ruleSet.ts'
import type { Indicator } from '../../../src/domain/indicator.ts'
import type { RuleFault } from '../../../src/domain/ruleFault.ts'
import publicSources from '../../facts/sources.json' with { type: 'json' }
import { isSameEvent } from '../../intake/signedEvent.ts'
import type { StoredRegistry } from '../../store/store.ts'
import type { StoredRecord } from '../../store/record.ts'
import { latest } from '../programmeDocument.ts'
import { calendarTable } from './calendarTable.ts'
import { eventTable } from './eventTable.ts'
import { listTable } from './listTable.ts'
import type { RuleTable } from './ruleFile.ts'
import { ruleSetTable } from './ruleSetTable.ts'
import { sameEntry } from './sameEntry.ts'
import { scoreCardTable } from './scoreCardTable.ts'

/** What a space holds already. */
export interface Held {
  readonly records: readonly StoredRecord[]
  readonly registry: StoredRegistry
}

/** Something that may vanish where the whole that it is part of is replaced. */
export interface RulePart {
  readonly key: string
  readonly name: string
}

/** How one kind of rules is read, checked, compared and written. */
export interface RuleKind<Entry> {
  readonly what: RuleFile
  readonly table: RuleTable<Entry>
  readonly schema: z.ZodMiniType<Entry>
  /** Where its versions are kept; null where it is kept elsewhere (calendar, events). */
  readonly record: RecordKind | null
  readonly key: (entry: Entry) => string
  readonly name: (entry: Entry) => string
  /** What a file replaces as one: a year, a set, a card. */
  readonly whole: (entry: Entry) => string
  /** What the entry holds of it. */
  readonly parts: (entry: Entry) => readonly RulePart[]
  /** Rules of the domain, beyond the form. */
  readonly check: (entry: Entry, indicators: ReadonlyMap<string, Indicator>) => readonly RuleFault[]
  /** Whether an entry says what a standing one of the same key says. */
  readonly same: (held: Entry, entry: Entry) => boolean
  /** What is appended and never changed: an entry that differs from what stands is refused. */
  readonly appendOnly?: boolean
  /** What stands, the product's own among them. */
  readonly held: (held: Held) => readonly Entry[]
}

const SOURCE_IDS: ReadonlySet<string> = new Set(publicSources.map(({ id }) => id))

const NO_FAULTS = (): readonly RuleFault[] => []

const ruleSets: RuleKind<RuleSet> = {
  ...{ what: 'ruleSets', table: ruleSetTable, record: 'ruleSet', same: sameEntry },
  schema: RuleSetEntry,
  key: ({ batch }) => String(batch),
  name: ({ name }) => name.zh,
  whole: ({ batch }) => String(batch),
  parts: ({ batch, clauses }) =>
    clauses.flatMap(({ id, name, need }) => [
      { key: `${batch}/${id}`, name: name.zh },
      ...needsOf(need).map((leaf) => ({ key: `${batch}/${id}/${leaf.id}`, name: name.zh })),
    ]),
  check: (set, indicators) => checkRuleSet(set, indicators, SOURCE_IDS),
  held: ({ records }) =>
    overlaidRuleSets(latest<RuleSet>(records, 'ruleSet').map(({ entry }) => entry)),
}

const scoreCards: RuleKind<ScoreCard> = {
  ...{ what: 'scoreCards', table: scoreCardTable, record: 'scoreCard', same: sameEntry },
  schema: ScoreCardEntry,
  key: ({ id }) => id,
  name: ({ name }) => name.zh,
  whole: ({ id }) => id,
  parts: (card) =>
    itemsOf(card).map(({ item }) => ({ key: `${card.id}/${item.id}`, name: item.name.zh })),
  check: checkScoreCard,
  held: ({ records }) =>
    overlaidScoreCards(latest<ScoreCard>(records, 'scoreCard').map(({ entry }) => entry)),
}

const lists: RuleKind<ListEntry> = {
  ...{ what: 'lists', table: listTable, record: 'list', schema: ListEntry, same: sameEntry },
  key: ({ year }) => String(year),
  name: ({ year, subIndustries }) => `${year} · ${subIndustries.length}`,
  whole: ({ year }) => String(year),
  parts: ({ year, subIndustries }) =>
    subIndustries.map(({ name }) => ({ key: `${year}/${name}`, name })),
  check: ({ subIndustries }) => checkList(subIndustries),
  held: ({ records }) => latest<ListEntry>(records, 'list').map(({ entry }) => entry),
}

const nameOfDay = ({ date, kind }: HolidayEntry): string =>
  `${date} ${kind === 'off' ? '休' : '班'}`

const calendar: RuleKind<HolidayEntry> = {
  ...{
    what: 'calendar',
    table: calendarTable,
    record: null,
    schema: HolidayEntry,
    same: sameEntry,
  },
  key: ({ date }) => date,
  name: nameOfDay,
  whole: ({ date }) => date.slice(0, 4),
  parts: (day) => [{ key: day.date, name: nameOfDay(day) }],
  check: ({ date }) =>
    new Date(date).toISOString().startsWith(date)
      ? []
      : [
          {
            ...{ path: ['date'], rule: 'date' },
            text: { zh: `日历上没有“${date}”。`, en: `There is no day "${date}".` },
            remedy: { zh: '写 2027-01-01。', en: 'Write 2027-01-01.' },
          },
        ],
  held: ({ registry }) => registry.holidays,
}

const events: RuleKind<EventEntry> = {
  ...{ what: 'events', table: eventTable, record: null, schema: EventEntry, check: NO_FAULTS },
  ...{ same: isSameEvent, appendOnly: true },
  key: ({ id }) => id,
  name: ({ brain, kind, date }) => `${brain} ${kind} ${date}`,
  ...{ whole: () => '', parts: () => [] },
  held: ({ registry }) => registry.events,
}

/** Everything that can be taken out as a file and brought in again. */
export const RULE_KINDS = { ruleSets, scoreCards, lists, calendar, events } as const
