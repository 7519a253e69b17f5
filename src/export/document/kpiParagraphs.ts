import type { FileChild } from 'docx'

import type { Locale } from '../../domain/text.ts'
import type { KpiFigure } from '../../figures/kinds/kpiFigure.ts'
import { say } from '../../figures/text/words.ts'
import type { ExportWords } from '../words.ts'
import { caption, referenceTo } from './captions.ts'
import { WHOLE, type TableRoom } from './columnWidths.ts'
import type { PrintedColumn } from '../printValues.ts'
import { dataTables } from './dataTable.ts'
import type { KpiBlock, PrintedKpi } from './outline.ts'
import { factsAndNotes, heading, oneLine, prose } from './prose.ts'
import { nameOf, sharedFact } from './sharedFact.ts'

/** One table for KPIs that follow each other; what they have in common is said once. */
export function kpiParagraphs(block: KpiBlock): FileChild[] {
  const { items, level } = block
  const [first] = items
  if (!first) return []
  const { locale } = first.figure
  const title = groupTitle(items)
  const sentences = items.map(({ words }) => ended(words.sentence.trim(), locale))
  return [
    heading(level, title),
    ...prose(sentences.filter(Boolean).join(say(locale, '', ' '))),
    ...kpiTable(block),
    ...factsAndNotes(commonWords(block, locale), locale),
  ]
}

/** The one table of a group under its caption. */
export function kpiTable({ items, table }: KpiBlock, room: TableRoom = WHOLE): FileChild[] {
  const [first] = items
  if (!first) return []
  const { locale } = first.figure
  return [
    caption('table', table, oneLine(groupTitle(items)), locale),
    ...dataTables({ columns: columnsOf(items, locale), count: items.length }, room),
  ]
}

/** Sentences that follow each other each have their stop. */
const ended = (text: string, locale: Locale): string =>
  !text || /[。.！!？?；;]$/.test(text) ? text : text + say(locale, '。', '.')

/** The name of the only one; of several what they are, and of whom where all are of the same. */
function groupTitle(items: readonly PrintedKpi[]): string {
  const [first] = items
  if (!first || items.length === 1) return first?.words.title ?? ''
  const { locale } = first.figure
  const scope = sharedScope(items)
  const title = say(locale, '主要指标', 'Key figures')
  const named = scope ? say(locale, `${title}（${scope}）`, `${title} (${scope})`) : title
  return items.some(({ words }) => words.badge)
    ? say(locale, `【演示】${named}`, `[Demo] ${named}`)
    : named
}

/** Whom all of several stand for; empty where they differ. */
function sharedScope(items: readonly PrintedKpi[]): string {
  const scopes = new Set(items.map(({ figure }) => figure.scope))
  const [only = ''] = scopes.size === 1 && items.length > 1 ? scopes : []
  return only
}

function columnsOf(items: readonly PrintedKpi[], locale: Locale): PrintedColumn[] {
  const scope = sharedScope(items)
  return [
    columnOf(items, say(locale, '指标', 'Indicator'), nameOf),
    columnOf(items, say(locale, '数值', 'Value'), ({ figure }) => figure.value.text, true),
    columnOf(items, say(locale, '单位', 'Unit'), ({ figure }) => figure.value.unit),
    columnOf(
      items,
      say(locale, '比较', 'Comparison'),
      ({ figure }) => figure.comparison?.text ?? '—',
    ),
    scope
      ? columnOf(items, say(locale, '期间', 'Period'), ({ figure }) => figure.period)
      : columnOf(items, say(locale, '期间与范围', 'Period and scope'), ({ figure }) =>
          whenAndWhom(figure, locale),
        ),
  ]
}

/** Period and scope; else what the tile says beside its name, where that is more than the period. */
function whenAndWhom({ period, scope, meta }: KpiFigure, locale: Locale): string {
  const more = scope || (period.includes(meta.replace('末', '')) ? '' : meta)
  return [period, more].filter(Boolean).join(say(locale, '，', ', '))
}

const columnOf = (
  items: readonly PrintedKpi[],
  title: string,
  cellOf: (kpi: PrintedKpi) => string,
  isNumber = false,
): PrintedColumn => ({ title, isNumber, cells: items.map((kpi) => oneLine(cellOf(kpi))) })

/** What most share is said without names; what differs names its indicators. */
function commonWords(
  { items, annex }: KpiBlock,
  locale: Locale,
): Pick<ExportWords, 'facts' | 'notes'> {
  const definition = say(locale, '统计口径', 'Definition')
  const names = [...new Set(items.flatMap(({ words }) => words.facts.map(({ name }) => name)))]
  return {
    facts: names.map((name) => ({
      name,
      text:
        annex !== null && name === definition
          ? say(
              locale,
              `见${referenceTo('annex', annex, locale)}`,
              `see ${referenceTo('annex', annex, locale).toLowerCase()}`,
            )
          : sharedFact(items, name, locale),
    })),
    notes: [...new Set(items.flatMap(({ words }) => words.notes))],
  }
}

/** Behind the text: what each indicator counts. */
export function definitionTable({ items, annex }: KpiBlock): FileChild[] {
  const [first] = items
  if (!first || annex === null) return []
  const { locale } = first.figure
  return [
    caption('annex', annex, say(locale, '指标口径', 'Definitions'), locale),
    ...dataTables({
      columns: [
        columnOf(items, say(locale, '指标', 'Indicator'), nameOf),
        columnOf(items, say(locale, '统计口径', 'Definition'), ({ figure }) => figure.definition),
        columnOf(items, say(locale, '截至', 'As of'), ({ figure }) => figure.asOf ?? ''),
      ],
      count: items.length,
    }),
  ]
}
