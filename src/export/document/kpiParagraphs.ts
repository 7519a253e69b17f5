import type { FileChild } from 'docx'

import type { Locale } from '../../domain/text.ts'
import type { KpiFigure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import type { ExportWords } from '../words.ts'
import { caption, referenceTo } from './captions.ts'
import type { PrintedColumn } from './columnWidths.ts'
import { dataTables } from './dataTable.ts'
import type { KpiBlock, PrintedKpi } from './outline.ts'
import { factsAndNotes, heading, oneLine, prose } from './prose.ts'

/** One table for KPIs that follow each other; what they have in common is said once. */
export function kpiParagraphs(block: KpiBlock): FileChild[] {
  const { items, level, table } = block
  const [first] = items
  if (!first) return []
  const { locale } = first.figure
  const title = items.length === 1 ? first.words.title : groupTitle(items, locale)
  const sentences = items.map(({ words }) => ended(words.sentence.trim(), locale))
  return [
    heading(level, title),
    ...prose(sentences.filter(Boolean).join(say(locale, '', ' '))),
    caption('table', table, oneLine(title), locale),
    ...dataTables({ columns: columnsOf(items, locale), count: items.length }),
    ...factsAndNotes(commonWords(block, locale), locale),
  ]
}

/** Sentences that follow each other each have their stop. */
const ended = (text: string, locale: Locale): string =>
  !text || /[。.！!？?；;]$/.test(text) ? text : text + say(locale, '。', '.')

function groupTitle(items: readonly PrintedKpi[], locale: Locale): string {
  const title = say(locale, '主要指标', 'Key figures')
  return items.some(({ words }) => words.badge)
    ? say(locale, `【演示】${title}`, `[Demo] ${title}`)
    : title
}

function columnsOf(items: readonly PrintedKpi[], locale: Locale): PrintedColumn[] {
  return [
    columnOf(items, say(locale, '指标', 'Indicator'), nameOf),
    columnOf(items, say(locale, '数值', 'Value'), ({ figure }) => figure.value.text, true),
    columnOf(items, say(locale, '单位', 'Unit'), ({ figure }) => figure.value.unit),
    columnOf(
      items,
      say(locale, '比较', 'Comparison'),
      ({ figure }) => figure.comparison?.text ?? '—',
    ),
    columnOf(items, say(locale, '期间与范围', 'Period and scope'), ({ figure }) =>
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

const nameOf = ({ item, figure }: PrintedKpi): string => item.title ?? figure.title

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
          : commonFact(items, name, locale),
    })),
    notes: [...new Set(items.flatMap(({ words }) => words.notes))],
  }
}

function commonFact(items: readonly PrintedKpi[], name: string, locale: Locale): string {
  const named = new Map<string, string[]>()
  for (const kpi of items)
    for (const fact of kpi.words.facts)
      if (fact.name === name) named.set(fact.text, [...(named.get(fact.text) ?? []), nameOf(kpi)])
  const [first, ...others] = [...named].sort(([, a], [, b]) => b.length - a.length)
  if (!first) return ''
  const rest = others.map(([text, names]) =>
    say(locale, `${names.join('、')}为${text}`, `${names.join(', ')}: ${text}`),
  )
  return rest.length > 0
    ? say(locale, `${first[0]}（${rest.join('；')}）`, `${first[0]} (${rest.join('; ')})`)
    : first[0]
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
