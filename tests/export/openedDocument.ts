import { strFromU8, unzipSync } from 'fflate'

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
}

const plain = (xml: string): string =>
  xml.replace(/&(amp|lt|gt|quot|apos|#\d+);/g, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (NAMED[name] ?? ''),
  )

/** The words of a piece of WordprocessingML. */
export const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => plain(text)).join('')

export interface OpenedParagraph {
  readonly kind: 'paragraph'
  /** Id of its style; empty for none. */
  readonly style: string
  readonly text: string
  readonly xml: string
}

export interface OpenedTable {
  readonly kind: 'table'
  /** The words of the caption above it. */
  readonly caption: string
  /** Head first. */
  readonly rows: readonly (readonly string[])[]
  readonly xml: string
}

export interface OpenedDocument {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly text: (path: string) => string
  readonly blocks: readonly (OpenedParagraph | OpenedTable)[]
  readonly paragraphs: readonly OpenedParagraph[]
  readonly tables: readonly OpenedTable[]
}

/** A Word document opened by another library than the one that wrote it. */
export function openedDocument(bytes: Uint8Array): OpenedDocument {
  const files = unzipSync(bytes)
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const body = /<w:body>(.*)<\/w:body>/s.exec(text('word/document.xml'))?.[1] ?? ''
  const blocks: (OpenedParagraph | OpenedTable)[] = []
  let caption = ''
  for (const [xml] of body.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p(?: [^>]*)?>.*?<\/w:p>|<w:p\/>/gs)) {
    if (xml.startsWith('<w:tbl>')) {
      blocks.push({ kind: 'table', caption, rows: rowsIn(xml), xml })
      continue
    }
    const style = /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? ''
    const words = wordsIn(xml)
    if (style === 'Caption') caption = words
    blocks.push({ kind: 'paragraph', style, text: words, xml })
  }
  return {
    ...{ files, text, blocks },
    paragraphs: blocks.filter((block) => block.kind === 'paragraph'),
    tables: blocks.filter((block) => block.kind === 'table'),
  }
}

const rowsIn = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordsIn(cell)),
  )

/** Tables whose columns did not fit beside each other, put together again. */
export function joinedTables(tables: readonly OpenedTable[]): OpenedTable[] {
  const joined: OpenedTable[] = []
  for (const table of tables) {
    const last = joined.at(-1)
    if (last && /（续）|\(continued\)/.test(table.caption))
      joined[joined.length - 1] = {
        ...last,
        rows: last.rows.map((row, at) => [...row, ...(table.rows[at] ?? []).slice(1)]),
      }
    else joined.push(table)
  }
  return joined
}

/** What is wrong with the package: parts that are not well-formed or not declared, relations that lead nowhere. */
export function packageFaults(
  { files, text }: OpenedDocument,
  xmlFaults: (xml: string) => string[],
): string[] {
  const types = text('[Content_Types].xml')
  const declared = (path: string): boolean =>
    types.includes(`PartName="/${path}"`) ||
    types.includes(`Extension="${path.split('.').at(-1) ?? ''}"`)
  return Object.keys(files).flatMap((path) => {
    if (path.endsWith('/')) return []
    const faults = declared(path) ? [] : [`${path} is not declared`]
    if (/\.(xml|rels|svg)$/.test(path))
      faults.push(
        ...xmlFaults(text(path).replace(/^<\?xml[^>]*\?>\s*/, '')).map((one) => `${path}: ${one}`),
      )
    return [...faults, ...(path.endsWith('.rels') ? lostTargets(path, text(path), files) : [])]
  })
}

function lostTargets(
  path: string,
  xml: string,
  files: Readonly<Record<string, unknown>>,
): string[] {
  const folder = path.replace(/_rels\/[^/]*$/, '')
  return [...xml.matchAll(/<Relationship [^>]*>/g)].flatMap(([relation]) => {
    if (relation.includes('TargetMode="External"')) return [`${path} leads out: ${relation}`]
    const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? ''
    const full = target.startsWith('/') ? target.slice(1) : folder + target
    return full in files ? [] : [`${path} leads to ${full}, which is not there`]
  })
}
