import { FileRefused, placeOf } from './fileRefused.ts'
import { FILE_LIMITS } from './limits.ts'
import { readNumberLooks } from './numberLooks.ts'
import type { Zip } from './openZip.ts'
import { parseXml } from './parseXml.ts'
import { readRelations, type Relation } from './relations.ts'
import { readSharedStrings } from './sharedStrings.ts'
import type { SheetContext } from './readSheet.ts'

/** A sheet as the workbook lists it, with the part that holds it. */
export interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** A workbook that was opened: its sheets are read one by one. */
export interface Workbook {
  readonly sheets: readonly ListedSheet[]
  readonly context: SheetContext
  /** Formulas may take values from other files. */
  readonly hasExternalLinks: boolean
  readonly read: (part: string) => Uint8Array
}

/** Opens a workbook inside a package (ECMA-376 part 1, §12.3). Throws FileRefused. */
export function openWorkbook(zip: Zip): Workbook {
  const read = (path: string): Uint8Array => {
    const entry = zip.entries.get(path)
    if (!entry) throw new FileRefused('corrupt')
    return zip.read(entry)
  }
  requirePlain([...zip.entries.keys()])
  const main = mainPart(zip, read)
  const relations = readRelations(zip, main)
  const { sheets, is1904 } = readSheetList(read(main), relations)
  const optional = (type: string): Uint8Array | null => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target
    return target !== undefined && zip.entries.has(target) ? read(target) : null
  }
  const [strings, styles] = [optional('sharedStrings'), optional('styles')]
  return {
    ...{ sheets, read },
    hasExternalLinks: [...relations.values()].some(({ type }) => type === 'externalLink'),
    context: {
      strings: strings ? readSharedStrings(strings) : [],
      looks: styles ? readNumberLooks(styles) : [],
      is1904,
    },
  }
}

function requirePlain(paths: readonly string[]): void {
  if (paths.some((path) => /(^|\/)vbaProject[^/]*\.bin$/i.test(path)))
    throw new FileRefused('macros')
  if (paths.some((path) => /(^|\/)xl\/workbook\.bin$/i.test(path)))
    throw new FileRefused('binaryWorkbook')
}

function mainPart(zip: Zip, read: Workbook['read']): string {
  if (!zip.entries.has('[Content_Types].xml')) throw new FileRefused('notWorkbook')
  const main = [...readRelations(zip, '').values()].find(({ type }) => type === 'officeDocument')
  if (!main || !/\.xml$/i.test(main.target)) throw new FileRefused('notWorkbook')
  if (rootOf(read(main.target)) !== 'workbook') throw new FileRefused('notWorkbook')
  return main.target
}

function rootOf(part: Uint8Array): string {
  const names: string[] = []
  parseXml(part, { open: (name) => names.push(name) > 0 })
  return names[0] ?? ''
}

function readSheetList(
  part: Uint8Array,
  relations: ReadonlyMap<string, Relation>,
): { sheets: ListedSheet[]; is1904: boolean } {
  const sheets: ListedSheet[] = []
  let is1904 = false
  parseXml(part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return undefined
      const { name: title = '', state = 'visible' } = attributes
      const relation = relations.get(attributes['r:id'] ?? idIn(attributes))
      if (relation?.type === 'worksheet')
        sheets.push({
          name: title.slice(0, 31),
          hidden: state !== 'visible',
          part: relation.target,
        })
      return undefined
    },
  })
  if (sheets.length > FILE_LIMITS.sheets) throw new FileRefused('tooManySheets')
  if (sheets.length === 0) throw new FileRefused('notWorkbook', placeOf())
  return { sheets, is1904 }
}

/** The relation of a sheet where its namespace has another prefix. */
const idIn = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
