import { isChart } from '../../charts/chartFigure.ts'
import type { Exported } from '../exported.ts'
import type { Part } from '../part.ts'
import type { ToldKpi } from '../kpiGroup.ts'
import type { Told } from '../sharedFacts.ts'
import { wordsOf } from '../words.ts'
import { tableLayout } from './columnWidths.ts'
import { printValues, type PrintedValues } from '../printValues.ts'

export interface TextBlock {
  readonly kind: 'text'
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** KPIs that follow each other: one table, a row each. */
export interface KpiBlock {
  readonly kind: 'kpis'
  readonly level: 1 | 2
  readonly items: readonly ToldKpi[]
  readonly table: number
  /** Number of the table behind the text that defines them; null where they are defined below their own. */
  readonly annex: number | null
}

export interface FigureBlock extends Told {
  readonly kind: 'figure'
  readonly level: 1 | 2
  readonly values: PrintedValues
  /** Number of the picture; null for kinds that are not drawn. */
  readonly picture: number | null
  readonly table: number
  /** Long tables stand behind the text, counted for themselves. */
  readonly annexed: boolean
}

/** A piece of a document with its place in the count of headings, pictures and tables. */
export type Block = TextBlock | KpiBlock | FigureBlock

/** Longer tables would push the text apart. */
const MOST_ROWS_IN_TEXT = 20
/** More definitions than these stand in a table of their own. */
const MOST_DEFINITIONS = 2

/**
 * Parts in the order of a document: a titled text opens a section, figures stand below it (or are sections
 * themselves before the first), and KPIs that follow each other share one table.
 * @throws ExportRefused for a figure that must not be printed.
 */
export function outlineOf(parts: readonly Part[]): readonly Block[] {
  const count = { picture: 0, table: 0, annex: 0 }
  let level: Level = 1
  return grouped(parts).map((group): Block => {
    if (group.kind === 'text') {
      if (group.title) level = 2
      return group
    }
    const [first] = group.items
    return group.kind === 'kpis' || !first
      ? kpiBlock(group.items, level, count)
      : figureBlock(first, level, count)
  })
}

type Level = 1 | 2
type Count = Record<'picture' | 'table' | 'annex', number>
interface Items {
  readonly kind: 'figure' | 'kpis'
  readonly items: readonly Exported[]
}

function grouped(parts: readonly Part[]): (TextBlock | Items)[] {
  const groups: (TextBlock | Items)[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.kind === 'text') groups.push(part)
    else if (part.item.figure.kind !== 'kpi') groups.push({ kind: 'figure', items: [part.item] })
    else if (last?.kind === 'kpis')
      groups[groups.length - 1] = { ...last, items: [...last.items, part.item] }
    else groups.push({ kind: 'kpis', items: [part.item] })
  }
  return groups
}

function kpiBlock(items: readonly Exported[], level: Level, count: Count): KpiBlock {
  const printed = items.flatMap((item): ToldKpi[] => {
    const { figure } = item
    return figure.kind === 'kpi' ? [{ item, words: wordsOf(item), figure }] : []
  })
  const definitions = new Set(printed.map(({ figure }) => figure.definition))
  return {
    ...{ kind: 'kpis', level, items: printed, table: (count.table += 1) },
    annex: definitions.size > MOST_DEFINITIONS ? (count.annex += 1) : null,
  }
}

function figureBlock(item: Exported, level: Level, count: Count): FigureBlock {
  const words = wordsOf(item)
  const values = printValues(item.figure)
  const { columns, count: rows } = values.table
  const annexed = rows > MOST_ROWS_IN_TEXT || tableLayout(columns).groups.length > 1
  return {
    ...{ kind: 'figure', level, item, words, values, annexed },
    picture: isChart(item.figure) ? (count.picture += 1) : null,
    table: annexed ? (count.annex += 1) : (count.table += 1),
  }
}
