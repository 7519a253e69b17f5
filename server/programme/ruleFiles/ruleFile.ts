import type { LocalText } from '../../../src/domain/text.ts'
import type { CellPlace } from '../../intake/intakeCell.ts'

/** A column of a table of rules: its key is understood as its title, too. */
export interface RuleColumn {
  readonly key: string
  readonly title: LocalText
  readonly width?: number
}

export const column = (key: string, zh: string, en: string, width = 14): RuleColumn => ({
  ...{ key, width },
  title: { zh, en },
})

/** One line of a table by column key; what is not given is empty. */
export type RuleLine = Readonly<Record<string, string>>

/** A line as it was read, with the place of each cell and of the line. */
export interface ReadLine {
  readonly cells: RuleLine
  readonly place: (key?: string) => CellPlace
}

/** An entry as it was read: not yet checked. `places` are those of its parts, by JSON pointer. */
export interface ReadEntry {
  readonly value: unknown
  readonly places: ReadonlyMap<string, CellPlace>
}

/** How entries of one kind stand in a table. */
export interface RuleTable<Entry> {
  readonly sheet: LocalText
  readonly columns: readonly RuleColumn[]
  readonly lines: (entries: readonly Entry[]) => readonly RuleLine[]
  readonly entries: (lines: readonly ReadLine[]) => readonly ReadEntry[]
}

/** The place of the longest known part of a JSON pointer. */
export function placeAt(places: ReadonlyMap<string, CellPlace>, pointer: string): CellPlace {
  for (let part = pointer; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
    const place = places.get(part)
    if (place) return place
  }
  return places.get('') ?? { sheet: null, cell: null, pointer }
}

/** A number as it is written; NaN where it is none, so that the check refuses it. Null where nothing stands. */
export const numberIn = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text.replaceAll(/[,，\s]/g, ''))

const YES: ReadonlySet<string> = new Set(['是', 'yes', 'true', '1', '√', 'y'])
export const yesIn = (text: string | undefined): boolean => YES.has((text ?? '').toLowerCase())
export const yes = (value: boolean): string => (value ? '是' : '否')

/** Names in one cell; a name that holds a separator stands in quotation marks: "甲、乙". */
export const listIn = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(NAMES)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  )
export const listed = (values: readonly string[]): string => values.map(quotedIn).join('、')

const NAMES = /"((?:[^"]|"")*)"(?=[、;；\s]|$)|[^、;；\s]+/gu
const quotedIn = (name: string): string =>
  /^"|[、;；\s]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name

/** Lines with the same value in a column, in the order in which each value comes first. */
export function grouped(lines: readonly ReadLine[], key: string): ReadonlyMap<string, ReadLine[]> {
  const groups = new Map<string, ReadLine[]>()
  for (const line of lines) {
    const value = line.cells[key] ?? ''
    const group = groups.get(value)
    if (group) group.push(line)
    else groups.set(value, [line])
  }
  return groups
}

/** What stands first in a column of several lines. */
export const firstIn = (lines: readonly ReadLine[], key: string): string | undefined =>
  lines.find(({ cells }) => (cells[key] ?? '') !== '')?.cells[key]

/** A text in both languages; the Chinese one stands in where the English one is left empty. */
export const textIn = (zh: string | undefined, en: string | undefined): LocalText => ({
  zh: zh ?? '',
  en: en === undefined || en === '' ? (zh ?? '') : en,
})
