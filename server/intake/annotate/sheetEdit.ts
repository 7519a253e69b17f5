/** Namespaces of the parts of a workbook; relations of parts are named after the second. */
export interface Spaces {
  readonly main: string
  readonly relations: string
}

const TRANSITIONAL: Spaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const STRICT: Spaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

/** The namespaces of a sheet: those of ISO strict workbooks (ISO/IEC 29500-1) where it is one. */
export const spacesOf = (xml: string): Spaces =>
  xml.includes(`"${STRICT.main}"`) || xml.includes(`'${STRICT.main}'`) ? STRICT : TRANSITIONAL

/** What may stand behind the drawing of the notes in a sheet (ECMA-376 part 1, §18.3.1.99). */
const BEHIND =
  /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/

/** What may stand behind conditional formats (the same). */
const BEHIND_FORMATS =
  /<(?:\w+:)?(?:dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/

/** Formula that is always true and names us: by it the format is found again. */
const ALWAYS = 'LEN("intake check")&gt;0'

/**
 * Shows cells with a format of the workbook's list, whatever their own: as a condition that always holds, so that
 * nothing of the sheet is changed. What an earlier call shows so is shown so no more.
 */
export function withFormat(xml: string, references: readonly string[], format: number): string {
  const plain = xml.replace(
    /<(?:\w+:)?conditionalFormatting\b(?:(?!conditionalFormatting>)[\s\S])*?LEN\("intake check"\)[\s\S]*?<\/(?:\w+:)?conditionalFormatting>/g,
    '',
  )
  if (references.length === 0) return plain
  const root = rootPrefix(plain)
  const rule =
    `<${root}cfRule type="expression" dxfId="${format}" priority="1">` +
    `<${root}formula>${ALWAYS}</${root}formula></${root}cfRule>`
  const cells = [...new Set(references)].join(' ')
  return inserted(
    plain,
    `<${root}conditionalFormatting sqref="${cells}">${rule}</${root}conditionalFormatting>`,
    BEHIND_FORMATS,
  )
}

const rootPrefix = (xml: string): string => /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? ''

/** Puts an element before the first of those that stand behind it. */
function inserted(xml: string, element: string, behind: RegExp): string {
  const cells = Math.max(
    xml.lastIndexOf('</sheetData>'),
    xml.lastIndexOf(':sheetData>'),
    xml.indexOf('sheetData'),
  )
  const next = xml.slice(cells).search(behind)
  const at = next < 0 ? xml.lastIndexOf(`</${rootPrefix(xml)}worksheet>`) : cells + next
  return xml.slice(0, at) + element + xml.slice(at)
}

/** The relation of the drawing with the notes; a header with a picture has a drawing of its own. */
export const legacyDrawing = (xml: string): string | undefined =>
  /<(?:\w+:)?legacyDrawing\s[^>]*?\bid=["']([^"']+)["']/.exec(xml)?.[1]

/** Names the relation of the drawing with the notes, where no such drawing is named yet. */
export function withLegacyDrawing(xml: string, relation: string): string {
  const drawing = `<${rootPrefix(xml)}legacyDrawing xmlns:r="${spacesOf(xml).relations}" r:id="${relation}"/>`
  return inserted(xml, drawing, BEHIND)
}

/** Adds a relation to those of a part; its type is a whole name. */
export function withRelation(xml: string | null, id: string, type: string, target: string): string {
  const relation = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const empty = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
  if (xml === null) return `${empty}${relation}</Relationships>`
  return /<\/Relationships>/.test(xml)
    ? xml.replace('</Relationships>', `${relation}</Relationships>`)
    : xml.replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${relation}</Relationships>`)
}

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** Adds the types of parts with comments, and of their drawings, to the list of types. */
export function withTypes(xml: string, commentParts: readonly string[]): string {
  const vml = /Extension="vml"/i.test(xml) ? '' : `<Default Extension="vml" ContentType="${VML}"/>`
  const parts = commentParts
    .map((part) => `<Override PartName="/${part}" ContentType="${COMMENTS}"/>`)
    .join('')
  return xml.replace(/(<Types\b[^>]*>)/, `$1${vml}`).replace('</Types>', `${parts}</Types>`)
}
