import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'

/** A deck opened without the library that wrote it. */
export interface OpenedDeck {
  /** Every part that is text, by its path. */
  readonly parts: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  readonly slides: readonly OpenedSlide[]
}

export interface OpenedSlide {
  readonly xml: string
  /** Paragraphs and cells. */
  readonly texts: readonly string[]
  /** What stands in the place of the title. */
  readonly title: string
  readonly notes: string
  /** The part of its layout. */
  readonly layout: string
  readonly charts: readonly OpenedChart[]
}

type Cell = string | number | null

export interface OpenedSeries {
  readonly name: string
  /** Values by position: gaps are undefined. */
  readonly values: readonly (number | undefined)[]
  /** What stands in the cells of the workbook that the chart refers to. */
  readonly cells: { readonly name: Cell; readonly values: readonly Cell[] }
}

export interface OpenedChart {
  readonly xml: string
  /** Text that is read out in its place. */
  readonly alternative: string
  readonly categories: readonly string[]
  readonly series: readonly OpenedSeries[]
  /** Rows of the workbook behind it, and of its sheet of words. */
  readonly workbook: readonly (readonly Cell[])[]
  readonly about: readonly (readonly Cell[])[]
}

export const all = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*[^/>])?>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, inner = '']) => inner,
  )

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}
export const decoded = (xml: string): string =>
  xml.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)

/** A relation of a part by its id or the last piece of its type. */
function related(parts: ReadonlyMap<string, string>, path: string, wanted: RegExp): string[] {
  const [folder, file] = [path.replace(/[^/]+$/, ''), path.replace(/^.*\//, '')]
  const rels = parts.get(`${folder}_rels/${file}.rels`) ?? ''
  return [...rels.matchAll(/<Relationship\s[^>]*>/g)].flatMap(([tag]) =>
    wanted.test(tag) ? [resolved(folder, /Target="([^"]*)"/.exec(tag)?.[1] ?? '')] : [],
  )
}

const typed = (type: string): RegExp => new RegExp(`Type="[^"]*/${type}"`)

/** A target from the folder of its part. */
export function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else steps.push(step)
  return steps.join('/')
}

const texts = (xml: string): string[] =>
  all(xml, 'a:p').map((paragraph) => all(paragraph, 'a:t').map(decoded).join(''))

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The cells that a formula such as Sheet1!$B$2:$B$9 names. */
function cellsAt(formula: string, workbook: OpenedChart['workbook']): Cell[] {
  const found = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formula)
  if (!found) throw new Error(`No range of cells: ${formula}`)
  const [, from = '', first, to = from, last = first] = found
  if (from !== to) throw new Error(`More than one column: ${formula}`)
  const rows = Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, i) => workbook[Number(first) - 1 + i],
  )
  return rows.map((row) => row?.[columnOf(from)] ?? null)
}

/** Numbers of a cache by their positions. */
function cachedNumbers(xml: string): (number | undefined)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(xml)?.[1] ?? 0)
  const values = Array.from<number | undefined>({ length: count })
  for (const [, at, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
    values[Number(at)] = Number(value)
  return values
}

function seriesOf(xml: string, workbook: OpenedChart['workbook']): OpenedSeries[] {
  return all(xml, 'c:ser').map((series) => {
    const [value = ''] = [...all(series, 'c:val'), ...all(series, 'c:yVal')]
    const [head = ''] = all(series, 'c:tx')
    const formulaIn = (part: string): string => decoded(all(part, 'c:f')[0] ?? '')
    return {
      name: all(head, 'c:v').map(decoded)[0] ?? '',
      values: cachedNumbers(value),
      cells: {
        name: cellsAt(formulaIn(head), workbook)[0] ?? null,
        values: cellsAt(formulaIn(value), workbook),
      },
    }
  })
}

async function openChart(
  parts: ReadonlyMap<string, string>,
  files: Readonly<Record<string, Uint8Array>>,
  path: string,
  alternative: string,
): Promise<OpenedChart> {
  const xml = parts.get(path) ?? ''
  const [book = ''] = related(parts, path, typed('package'))
  const sheets = await readXlsxFile(Buffer.from(files[book] ?? new Uint8Array()), { trim: false })
  const [numbers = [], about = []] = sheets.map(({ data }) => data as Cell[][])
  const [categories = ''] = all(xml, 'c:cat')
  return {
    ...{ xml, alternative, workbook: numbers, about },
    categories: all(categories, 'c:v').map(decoded),
    series: seriesOf(xml, numbers),
  }
}

/** Opens a deck: unzips it, follows its relations, reads every chart and the workbook behind it. */
export async function openDeck(bytes: Uint8Array): Promise<OpenedDeck> {
  const files = unzipSync(bytes)
  const paths = Object.keys(files)
  const isText = (path: string): boolean => /\.(xml|rels|svg)$/.test(path)
  const parts = new Map(
    paths.filter(isText).map((path) => [path, strFromU8(files[path] ?? new Uint8Array())]),
  )
  const count = paths.filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length
  const slides: OpenedSlide[] = []
  for (let number = 1; number <= count; number++) {
    const path = `ppt/slides/slide${number}.xml`
    const xml = parts.get(path) ?? ''
    const charts: OpenedChart[] = []
    for (const frame of all(xml, 'p:graphicFrame')) {
      const [, id] = /<c:chart [^>]*r:id="([^"]*)"/.exec(frame) ?? []
      if (id === undefined) continue
      const [chart = ''] = related(parts, path, new RegExp(`Id="${id}"`))
      const alternative = decoded(/descr="([^"]*)"/.exec(frame)?.[1] ?? '')
      charts.push(await openChart(parts, files, chart, alternative))
    }
    const [notes = ''] = related(parts, path, typed('notesSlide'))
    const title = all(xml, 'p:sp').find((shape) => /type="title"/.test(shape)) ?? ''
    slides.push({
      ...{ xml, charts, texts: texts(xml), title: texts(title).join('') },
      notes: texts(parts.get(notes) ?? '').join('\n'),
      layout: related(parts, path, typed('slideLayout'))[0] ?? '',
    })
  }
  return { parts, paths, slides }
}
