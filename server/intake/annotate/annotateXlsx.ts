import { strFromU8, strToU8, zipSync } from 'fflate'

import type { Locale } from '../../../src/domain/text.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import { FileRefused } from '../workbook/fileRefused.ts'
import { FILE_LIMITS } from '../workbook/limits.ts'
import { openWorkbook, type ListedSheet } from '../workbook/openWorkbook.ts'
import { openZip, type Zip } from '../workbook/openZip.ts'
import { readRelations, relationsPath } from '../workbook/relations.ts'
import { AUTHOR, commentsOf, type Comment } from './comment.ts'
import { commentsXml, readComments } from './commentsPart.ts'
import { noteShapes } from './noteShapes.ts'
import { redFormat } from './redFormat.ts'
import {
  legacyDrawing,
  spacesOf,
  withFormat,
  withLegacyDrawing,
  withRelation,
  withTypes,
} from './sheetEdit.ts'

/** A package while it is edited: its parts by path. */
interface Package {
  readonly zip: Zip
  readonly parts: Map<string, Uint8Array>
  /** Number of the red format; null where the workbook has no styles. */
  readonly red: number | null
  /** Parts with comments that were added. */
  readonly added: string[]
  readonly locale: Locale
}

const STYLES = 'xl/styles.xml'
const TYPES = '[Content_Types].xml'
/** Parts in UTF-16 begin with FE or FF; no program that people use writes them, and they are not edited. */
const UTF_16 = 0xfe
const NO_PART = new Uint8Array()

/**
 * A workbook with its findings as comments in red cells; all else stays as it is. What names no sheet of the workbook
 * is told on the first one. Throws FileRefused where the workbook cannot be read.
 */
export function annotateXlsx(
  bytes: Uint8Array,
  findings: readonly IntakeFinding[],
  locale: Locale,
): Uint8Array {
  const zip = openZip(bytes, FILE_LIMITS)
  const { sheets } = openWorkbook(zip)
  const parts = new Map([...zip.entries].map(([path, entry]) => [path, zip.read(entry)]))
  const styles = parts.get(STYLES)
  const red = styles ? redFormat(strFromU8(styles)) : null
  const edited: Package = { zip, parts, red: red?.format ?? null, locale, added: [] }
  const groups = bySheet(sheets, findings)
  for (const sheet of sheets) annotateSheet(edited, sheet, groups.get(sheet) ?? [])
  if (red) put(edited, STYLES, red.styles)
  put(edited, TYPES, withTypes(textOfPart(edited, TYPES) ?? '', edited.added))
  return zipSync(Object.fromEntries(parts))
}

function bySheet(
  sheets: readonly ListedSheet[],
  findings: readonly IntakeFinding[],
): ReadonlyMap<ListedSheet, IntakeFinding[]> {
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  const groups = new Map<ListedSheet, IntakeFinding[]>()
  for (const finding of findings) {
    const sheet = sheets.find(({ name }) => name === finding.place.sheet) ?? first
    if (sheet) groups.set(sheet, [...(groups.get(sheet) ?? []), finding])
  }
  return groups
}

function annotateSheet(
  edited: Package,
  { part }: ListedSheet,
  findings: readonly IntakeFinding[],
): void {
  const relations = readRelations(edited.zip, part)
  const sheet = textOfPart(edited, part) ?? ''
  const commentsPath = [...relations.values()].find(({ type }) => type === 'comments')?.target
  const older = commentsPath ? readComments(edited.parts.get(commentsPath) ?? NO_PART) : []
  const ours = commentsOf(findings, edited.locale, new Set(threadedCells(older)))
  if (ours.length === 0 && !older.some(({ author }) => author === AUTHOR)) return
  const all = [...others(older, ours), ...ours]
  const drawingPath = relations.get(legacyDrawing(sheet) ?? '')?.target
  const drawing = noteShapes(all, drawingPath ? textOfPart(edited, drawingPath) : null)
  const { main } = spacesOf(sheet)
  put(edited, commentsPath ?? addPart(edited, part, 'comments'), commentsXml(all, main))
  put(edited, drawingPath ?? addPart(edited, part, 'vmlDrawing'), drawing)
  const shown = drawingPath ? sheet : withLegacyDrawing(sheet, relationId('vmlDrawing'))
  const cells = findings.flatMap(({ place }) => place.cell ?? [])
  put(edited, part, edited.red === null ? shown : withFormat(shown, cells, edited.red))
}

/** Cells with a conversation of Excel 365: their notes stand for it and name it as their author. */
const threadedCells = (comments: readonly Comment[]): readonly string[] =>
  comments.flatMap(({ author, reference }) => (author.startsWith('tc={') ? [reference] : []))

/** What others wrote in cells that we say nothing about. */
function others(older: readonly Comment[], ours: readonly Comment[]): readonly Comment[] {
  const told = new Set(ours.map(({ reference }) => reference))
  return older.filter(({ reference, author }) => author !== AUTHOR && !told.has(reference))
}

const relationId = (type: string): string => `rId-intake-${type}`

/** The path of a new part that belongs to a sheet, named in its relations. */
function addPart(edited: Package, sheet: string, type: 'comments' | 'vmlDrawing'): string {
  const number = edited.added.length + 1
  const path =
    type === 'comments'
      ? `xl/intakeComments${number}.xml`
      : `xl/drawings/intakeNotes${number}-${sheet.replace(/\W/g, '')}.vml`
  if (type === 'comments') edited.added.push(path)
  const relations = relationsPath(sheet)
  const space = spacesOf(textOfPart(edited, sheet) ?? '').relations
  put(
    edited,
    relations,
    withRelation(textOfPart(edited, relations), relationId(type), `${space}/${type}`, `/${path}`),
  )
  return path
}

const textOfPart = ({ parts }: Package, path: string): string | null => {
  const part = parts.get(path)
  if (part && (part[0] ?? 0) >= UTF_16) throw new FileRefused('corrupt')
  return part ? strFromU8(part) : null
}

const put = ({ parts }: Package, path: string, xml: string): void => {
  parts.set(path, strToU8(xml))
}
