import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readRuleFile } from '../../server/programme/ruleFiles/readRuleFile.ts'
import { asWritten } from '../../server/programme/ruleFiles/asWritten.ts'
import { RULE_KINDS } from '../../server/programme/ruleFiles/ruleKinds.ts'
import type { RuleKind } from '../../server/programme/ruleFiles/ruleKinds.ts'
import { sameEntry } from '../../server/programme/ruleFiles/sameEntry.ts'
import { ruleWorkbook } from '../../server/programme/ruleFiles/writeRuleFile.ts'
import { schemaFaults } from '../../server/intake/schemaFaults.ts'
import type {
  EventEntry,
  HolidayEntry,
  ListEntry,
  RuleFile,
  RuleSetEntry,
  ScoreCardEntry,
} from '../../src/contract/index.ts'
import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { EVENT_KINDS, GRADES } from '../../src/domain/event.ts'

/** Texts that a cell may lose or change: blanks, separators, formulas, escapes, quotes, noncharacters, lines. */
const TRAPS = [
  '、',
  ',',
  ';',
  ' ',
  '"',
  "'",
  '=',
  '@',
  '_x0041_',
  '<b>&',
  '\u{1F3ED}',
  '\uFFFE',
  '：/',
]
const piece = fc.oneof(fc.constantFrom(...TRAPS), fc.string({ maxLength: 4 }), fc.constant('条'))
const textOf = (ends: string) =>
  fc.array(piece, { maxLength: 6 }).map((parts) => `${parts.join('')}条${ends}`)
const line = fc.oneof(
  textOf(''),
  textOf(' '),
  textOf('"').map((text) => ` '=${text}`),
)
const paragraph = fc.oneof(
  line,
  fc.tuple(line, line).map((two) => two.join('\n')),
)
const local = <T>(text: fc.Arbitrary<T>) => fc.record({ zh: text, en: text })
const sources = fc.array(line, { maxLength: 4 })
const number = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
)
const indicators = CATALOGUE.map(({ id }) => id)
const indicator = fc.constantFrom(...indicators)

/** Ids that are numbered afterwards, so that none stands twice. */
const leaf = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('reading' as const), id: fc.constant(''), indicator },
    basis: fc.constantFrom('lastYear' as const, 'latest' as const),
    ...{ least: number, soft: fc.boolean(), floor: fc.option(number) },
  }),
  fc.record({
    ...{ kind: fc.constant('count' as const), id: fc.constant('') },
    indicators: fc.uniqueArray(indicator, { minLength: 1, maxLength: 4 }),
    least: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record(
    {
      ...{ kind: fc.constant('statement' as const), id: fc.constant(''), what: local(line) },
      soft: fc.boolean(),
    },
    { requiredKeys: ['kind', 'id', 'what'] },
  ),
)
const joined = <T>(of: fc.Arbitrary<T>) =>
  fc.record({
    ...{ kind: fc.constantFrom('all' as const, 'any' as const), id: fc.constant('') },
    of: fc.array(of, { minLength: 1, maxLength: 3 }),
  })
const need = fc.oneof(leaf, joined(fc.oneof(leaf, joined(leaf))))

/** Gives every `id` within a value a name of its own. */
function numbered<T>(value: T, next = { n: 0 }): T {
  if (Array.isArray(value)) return value.map((one: unknown) => numbered(one, next)) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(
    ([key, held]) => [key, key === 'id' ? `n-${next.n++}` : numbered<unknown>(held, next)] as const,
  )
  return Object.fromEntries(entries) as T
}

const ruleSets: fc.Arbitrary<RuleSetEntry[]> = fc
  .array(
    fc.record({
      ...{ batch: fc.integer({ min: 2020, max: 2100 }), name: local(line) },
      clauses: fc.array(
        fc.record({
          ...{ id: fc.constant(''), name: local(line), text: local(paragraph), need },
          ...{ waivable: fc.boolean(), sources },
        }),
        { minLength: 1, maxLength: 4 },
      ),
      ...{ rest: local(paragraph), sources },
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((sets) => numbered(sets).map((set, i) => ({ ...set, batch: 2030 + i })))

const weight = fc.integer({ min: 0, max: 100 })
const scored = fc.record({
  ...{ kind: fc.constant('item' as const), id: fc.constant(''), name: local(line), weight },
  ...{
    indicator,
    measure: fc.constantFrom('latest' as const, 'cumulative' as const, 'yoy' as const),
  },
  ...{ zero: number, full: number },
})
const judged = fc.record({
  ...{ kind: fc.constant('judged' as const), id: fc.constant(''), name: local(line), weight },
  asks: local(paragraph),
})
const group = <T>(child: fc.Arbitrary<T>) =>
  fc.record({
    ...{ kind: fc.constant('group' as const), id: fc.constant(''), name: local(line), weight },
    children: fc.array(child, { minLength: 1, maxLength: 3 }),
  })
const item = fc.oneof(scored, judged)
const scoreCards: fc.Arbitrary<ScoreCardEntry[]> = fc
  .array(
    fc.record({
      ...{ id: fc.constant(''), name: local(line), year: fc.integer({ min: 2020, max: 2100 }) },
      demonstration: fc.boolean(),
      children: fc.array(fc.oneof(item, group(fc.oneof(item, group(item)))), {
        ...{ minLength: 1, maxLength: 3 },
      }),
      bands: fc.array(
        fc.record({ grade: fc.constantFrom(...GRADES), from: number, passes: fc.boolean() }),
        { minLength: 1, maxLength: 4 },
      ),
      leastCoverage: fc.double({ min: 0, max: 1, noNaN: true }),
      sources,
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((cards) => numbered(cards))

const lists: fc.Arbitrary<ListEntry[]> = fc
  .array(
    fc.record({
      year: fc.integer({ min: 2020, max: 2100 }),
      subIndustries: fc.array(
        fc.record(
          {
            ...{ name: line, domain: fc.option(fc.constantFrom(...DOMAIN_IDS)) },
            aliases: fc.array(line, { minLength: 1, maxLength: 3 }),
          },
          { requiredKeys: ['name', 'domain'] },
        ),
        { minLength: 1, maxLength: 4 },
      ),
      document: line,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((list, i) => ({ ...list, year: 2030 + i })))

const date = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10))
const calendar: fc.Arbitrary<HolidayEntry[]> = fc.array(
  fc.record({ date, kind: fc.constantFrom('off' as const, 'work' as const) }),
  { minLength: 1, maxLength: 6 },
)

const events: fc.Arbitrary<EventEntry[]> = fc
  .array(
    fc.record(
      {
        ...{ id: fc.constant(''), brain: fc.constant('m'), kind: fc.constantFrom(...EVENT_KINDS) },
        ...{ date, document: fc.option(line), due: fc.option(date), owner: fc.option(line) },
        ...{ order: fc.option(fc.constant('m-1')), reason: fc.option(line) },
        year: fc.option(fc.integer({ min: 2000, max: 2100 })),
        ...{ grade: fc.option(fc.constantFrom(...GRADES)), actor: fc.option(line) },
      },
      { requiredKeys: ['id', 'brain', 'kind', 'date', 'document'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => numbered(all))

const ARBITRARY: { readonly [What in RuleFile]: fc.Arbitrary<unknown[]> } = {
  ...{ ruleSets, scoreCards, lists, calendar, events },
}

describe('rules taken out as a workbook', () => {
  it.each(Object.keys(ARBITRARY) as RuleFile[])('come in again the same: %s', async (what) => {
    const kind = RULE_KINDS[what] as RuleKind<unknown>
    let seen = 0
    await fc.assert(
      fc.asyncProperty(ARBITRARY[what], async (drawn) => {
        const entries = drawn.map(asWritten)
        fc.pre(entries.every((entry) => schemaFaults(kind.schema, entry).faults.length === 0))
        seen++
        // What stands may be older than the rule how texts are written.
        const bytes = await ruleWorkbook(kind.table, drawn, 'zh-CN')
        const file = { bytes, fileName: `${what}.xlsx`, contentType: '' }
        const read = readRuleFile(file, what, kind.table)
        expect(read.findings).toEqual([])
        expect(read.entries).toHaveLength(entries.length)
        for (const [i, { value }] of read.entries.entries()) {
          expect(sameEntry(asWritten(value), entries[i])).toBe(true)
          expect(sameEntry(asWritten(value), drawn[i])).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    expect(seen).toBe(60)
  })
})
