import type { FileChild } from 'docx'

import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { groupTitle, sharedScope, whenAndWhom, type ToldKpi } from '../kpiGroup.ts'
import { nameOf, sharedFact } from '../sharedFacts.ts'
import type { ExportWords } from '../words.ts'
import { caption, captionTitle, referenceTo } from './captions.ts'
import { WHOLE, type TableRoom } from './columnWidths.ts'
import type { PrintedColumn } from '../printValues.ts'
import { dataTables } from './dataTable.ts'
import type { KpiBlock } from './outline.ts'
import { factsAndNotes, heading, oneLine, prose } from './prose.ts'

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
    caption('table', table, captionTitle(groupTitle(items)), locale),
    ...dataTables({ columns: columnsOf(items, locale), count: items.length }, room),
  ]
}

/** Sentences that follow each other each have their stop. */
const ended = (text: string, locale: Locale): string =>
  !text || /[。.！!？?；;]$/.test(text) ? text : text + say(locale, '。', '.')

function columnsOf(items: readonly ToldKpi[], locale: Locale): PrintedColumn[] {
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

const columnOf = (
  items: readonly ToldKpi[],
  title: string,
  cellOf: (kpi: ToldKpi) => string,
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
    notes: [
      ...new Set([...wholeNames(items, locale), ...items.flatMap(({ words }) => words.notes)]),
    ],
  }
}

/** Names that the table cuts, whole; that of the only one is the heading. */
function wholeNames(items: readonly ToldKpi[], locale: Locale): string[] {
  if (items.length === 1) return []
  return items.flatMap(({ item }) => {
    const whole = oneLine(item.title ?? item.figure.title)
    const cut = nameOf({ item })
    return cut.endsWith('…') && cut !== whole
      ? [say(locale, `表中“${cut}”的全称：${whole}`, `“${cut}” in whole: ${whole}`)]
      : []
  })
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
