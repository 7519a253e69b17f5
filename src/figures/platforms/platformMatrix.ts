import type { DomainId } from '../../domain/brain.ts'
import { formatPeriod } from '../../domain/period.ts'
import { COUNTED_STAGES } from '../../domain/lifecycle.ts'
import { runQuery } from '../../domain/query.ts'
import { ABSENCE_TEXT, isPresent, type Absent, type Reading } from '../../domain/reading.ts'
import { domainName } from '../../domain/domainName.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import { quartilesOf } from '../desk/quartiles.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { stageName, stageSymbol } from '../brain/brainHeader.ts'
import { printValue } from '../brain/indicatorRow.ts'
import { latestMonth } from '../latest.ts'
import { coverageText } from '../meaning.ts'
import { columnScale } from '../text/number.ts'
import { say } from '../text/words.ts'
import { PLATFORM_COLUMNS, WAREHOUSE_COLUMNS, type PlatformColumn } from './platformColumns.ts'

export interface MatrixCell {
  readonly text: string
  /** For sorting; null where absent. */
  readonly value: number | null
  /** Length of its bar against the largest of the column, 0–1. */
  readonly share: number
}

export interface MatrixRow {
  readonly id: string
  readonly name: string
  readonly domain: DomainId | null
  readonly domainName: string
  readonly place: string
  readonly stage: { readonly symbol: Symbol; readonly name: string }
  readonly cells: readonly MatrixCell[]
  /** The one reason where no cell has a value; null otherwise. */
  readonly reason: string | null
}

export interface MatrixColumn {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly indicator: string
  readonly warehouse: boolean
  readonly total: string
  readonly coverage: string
  readonly median: string
}

/** Four platforms and three warehouses of every brain in the last due month. */
export interface PlatformMatrix {
  readonly period: string
  readonly periodText: string
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  /** Brains with any value, of those shown. */
  readonly reporting: number
  readonly finding: string
}

export const MATRIX_COLUMNS: readonly PlatformColumn[] = [...PLATFORM_COLUMNS, ...WAREHOUSE_COLUMNS]

/** Rows are the brains of `domain` (all where null) that are in the programme, or known only by name. */
export function platformMatrix(context: FigureContext, domain: DomainId | null): PlatformMatrix {
  const { cube, states, locale } = context
  const period = latestMonth(context)
  const brains = cube.brains.filter((brain) => {
    const stage = states.get(brain.id)?.stage ?? 'unknown'
    const counted = COUNTED_STAGES.includes(stage) || brain.origin === 'public'
    return counted && (domain === null || brain.domain === domain)
  })
  const ids = brains.map(({ id }) => id)
  const columns = MATRIX_COLUMNS.map((column) => readColumn(context, column, ids, period))
  const rows = brains.map((brain): MatrixRow => {
    const stage = states.get(brain.id)?.stage ?? 'unknown'
    const cells = columns.map(({ cells: all }) => all.get(brain.id) ?? NO_CELL)
    const { id, name, place } = brain
    return {
      ...{ id, name, place, cells, domain: brain.domain },
      domainName: domainName(brain.domain, locale),
      stage: { symbol: stageSymbol(stage), name: stageName(stage, context) },
      reason: cells.some(({ value }) => value !== null) ? null : (cells[0]?.text ?? ''),
    }
  })
  const reporting = rows.filter(({ reason }) => reason === null).length
  return {
    period,
    periodText: formatPeriod(period, locale),
    columns: columns.map(({ cells: _, ...column }) => column),
    rows,
    reporting,
    finding: findingOf(context, reporting, rows.length, columns),
  }
}

const NO_CELL: MatrixCell = { text: '—', value: null, share: 0 }

function readColumn(
  context: FigureContext,
  { id, name, indicator }: PlatformColumn,
  brains: readonly string[],
  period: string,
): MatrixColumn & { readonly cells: ReadonlyMap<string, MatrixCell> } {
  const { locale, cube } = context
  const scope = { brains }
  const ask = { indicator: indicator.id, periods: [period], measure: 'value', scope } as const
  const each = runQuery(cube, { ...ask, groupBy: 'brain' })
  const total = runQuery(cube, { ...ask, groupBy: 'all' }).reading(0, 0)
  const readings = each.groups.map((group, g) => [group.id, each.reading(g, 0)] as const)
  const values = readings.flatMap(([, reading]) => (isPresent(reading) ? [reading.value] : []))
  const largest = Math.max(0, ...values)
  const print = (value: number | null): string =>
    value === null ? '—' : printValue(context, indicator, value)
  const reason = (reading: Absent): string =>
    cube.slices.has(indicator.id)
      ? textOf(ABSENCE_TEXT[reading.absent], locale)
      : say(locale, '读取中', 'loading')
  const cellOf = (reading: Reading): MatrixCell =>
    isPresent(reading)
      ? {
          text: print(reading.value),
          value: reading.value,
          share: largest > 0 ? reading.value / largest : 0,
        }
      : { text: reason(reading), value: null, share: 0 }
  return {
    id,
    name: textOf(name, locale),
    unit: columnScale(indicator.unit, locale).unit,
    indicator: indicator.id,
    warehouse: WAREHOUSE_COLUMNS.some((column) => column.id === id),
    total: isPresent(total) ? print(total.value) : reason(total),
    coverage: coverageText(total, context),
    median: print(quartilesOf(Float64Array.from(values))?.middle ?? null),
    cells: new Map(readings.map(([brain, reading]) => [brain, cellOf(reading)])),
  }
}

function findingOf(
  { locale, space }: FigureContext,
  reporting: number,
  all: number,
  columns: readonly MatrixColumn[],
): string {
  if (reporting === 0)
    return space === 'main'
      ? say(
          locale,
          `公开资料点名的 ${all} 个产业大脑均未公开平台与数据仓规模。`,
          `None of the ${all} brains named in public sources has published platform or warehouse figures.`,
        )
      : say(locale, '尚未收到报送。', 'No report has arrived yet.')
  const parts = columns.slice(0, PLATFORM_COLUMNS.length)
  const list = parts.map(({ name, total, unit }) => `${name} ${total} ${unit}`)
  return say(
    locale,
    `${reporting}/${all} 个产业大脑有数：${list.join('，')}。`,
    `${reporting} of ${all} brains report: ${list.join(', ')}.`,
  )
}

/** How rows are ordered: a column's id, or `name`; absent values always come last. */
export function sortMatrix(
  { rows, columns }: PlatformMatrix,
  by: string,
  ascending: boolean,
): readonly MatrixRow[] {
  const at = columns.findIndex(({ id }) => id === by)
  const sign = ascending ? 1 : -1
  return [...rows].sort((a, b) => {
    if (at < 0) return sign * a.name.localeCompare(b.name, 'zh-CN')
    const [x, y] = [a.cells[at]?.value ?? null, b.cells[at]?.value ?? null]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  })
}
