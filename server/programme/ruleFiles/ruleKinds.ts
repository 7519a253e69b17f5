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
import { checkRuleSet } from '../../../src/domain/eligibility/checkRuleSet.ts'
import { overlaidRuleSets } from '../../../src/domain/eligibility/notices.ts'
import type { RuleSet } from '../../../src/domain/eligibility/ruleSet.ts'
import type { Indicator } from '../../../src/domain/indicator.ts'
import type { RuleFault } from '../../../src/domain/ruleFault.ts'
import type { StoredRegistry } from '../../store/store.ts'
import type { StoredRecord } from '../../store/record.ts'
import { latest } from '../programmeDocument.ts'
import { calendarTable } from './calendarTable.ts'
import { eventTable } from './eventTable.ts'
import { listTable } from './listTable.ts'
import type { RuleTable } from './ruleFile.ts'
import { ruleSetTable } from './ruleSetTable.ts'
import { scoreCardTable } from './scoreCardTable.ts'

/** What a space holds already. */
export interface Held {
  readonly records: readonly StoredRecord[]
  readonly registry: StoredRegistry
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
  /** Rules of the domain, beyond the form. */
  readonly check: (entry: Entry, indicators: ReadonlyMap<string, Indicator>) => readonly RuleFault[]
  /** What stands, the product's own among them. */
  readonly held: (held: Held) => readonly Entry[]
}

const NO_FAULTS = (): readonly RuleFault[] => []

const ruleSets: RuleKind<RuleSet> = {
  ...{ what: 'ruleSets', table: ruleSetTable, record: 'ruleSet' },
  schema: RuleSetEntry,
  key: ({ batch }) => String(batch),
  name: ({ name }) => name.zh,
  check: checkRuleSet,
  held: ({ records }) =>
    overlaidRuleSets(latest<RuleSet>(records, 'ruleSet').map(({ entry }) => entry)),
}

const scoreCards: RuleKind<ScoreCard> = {
  ...{ what: 'scoreCards', table: scoreCardTable, record: 'scoreCard' },
  schema: ScoreCardEntry,
  key: ({ id }) => id,
  name: ({ name }) => name.zh,
  check: checkScoreCard,
  held: ({ records }) =>
    overlaidScoreCards(latest<ScoreCard>(records, 'scoreCard').map(({ entry }) => entry)),
}

const lists: RuleKind<ListEntry> = {
  ...{ what: 'lists', table: listTable, record: 'list', schema: ListEntry },
  key: ({ year }) => String(year),
  name: ({ year, subIndustries }) => `${year} · ${subIndustries.length}`,
  check: ({ subIndustries }) => repeatedNames(subIndustries.map(({ name }) => name)),
  held: ({ records }) => latest<ListEntry>(records, 'list').map(({ entry }) => entry),
}

const repeatedNames = (names: readonly string[]): readonly RuleFault[] =>
  names.flatMap((name, i) =>
    names.indexOf(name) === i
      ? []
      : [
          {
            ...{ path: ['subIndustries', i], rule: 'repeatedName' },
            text: { zh: `细分行业“${name}”出现两次。`, en: `"${name}" stands twice.` },
            remedy: { zh: '一行业一大脑：只留一行。', en: 'One industry, one brain: keep one.' },
          },
        ],
  )

const calendar: RuleKind<HolidayEntry> = {
  ...{ what: 'calendar', table: calendarTable, record: null, schema: HolidayEntry },
  key: ({ date }) => date,
  name: ({ date, kind }) => `${date} ${kind === 'off' ? '休' : '班'}`,
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
  key: ({ id }) => id,
  name: ({ brain, kind, date }) => `${brain} ${kind} ${date}`,
  held: ({ registry }) => registry.events,
}

/** Everything that can be taken out as a file and brought in again. */
export const RULE_KINDS = { ruleSets, scoreCards, lists, calendar, events } as const
