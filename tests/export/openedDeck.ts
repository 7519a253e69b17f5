import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import readXlsxFile from 'read-excel-file/node'

const { DOMParser } = new Window()

/** A deck opened without the library that wrote it. */
export interface OpenedDeck {
  /** Every part by its path; pictures and workbooks left out. */
  readonly parts: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  readonly slides: readonly OpenedSlide[]
}

export interface OpenedSlide {
  readonly texts: readonly string[]
  readonly notes: string
  readonly charts: readonly OpenedChart[]
}

export interface OpenedChart {
  /** Values of each series by position: gaps are undefined. */
  readonly series: readonly {
    readonly name: string
    readonly values: readonly (number | undefined)[]
  }[]
  /** Rows of the workbook behind it. */
  readonly workbook: readonly (readonly unknown[])[]
}

const all = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, inner = '']) => inner,
  )

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}
const decoded = (xml: string): string =>
  xml.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)

/** Targets of the relations of a part, by the last piece of their type. */
function related(parts: ReadonlyMap<string, string>, path: string, type: string): string[] {
  const [folder, file] = [path.replace(/[^/]+$/, ''), path.replace(/^.*\//, '')]
  const rels = parts.get(`${folder}_rels/${file}.rels`) ?? ''
  return [...rels.matchAll(/<Relationship\s[^>]*>/g)].flatMap(([tag]) => {
    if (!new RegExp(`Type="[^"]*/${type}"`).test(tag)) return []
    return [resolved(folder, /Target="([^"]*)"/.exec(tag)?.[1] ?? '')]
  })
}

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

function seriesOf(xml: string, tag: 'c:val' | 'c:yVal') {
  return all(xml, 'c:ser').map((series) => {
    const [cache = ''] = all(all(series, tag)[0] ?? '', 'c:numCache')
    const values: (number | undefined)[] = []
    for (const [, at, value] of cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
      values[Number(at)] = Number(value)
    const [name = ''] = all(all(series, 'c:tx')[0] ?? '', 'c:v').map(decoded)
    return { name, values: Array.from(values) }
  })
}

/** Opens a deck: unzips it, follows its relations, reads every chart and the workbook behind it. */
export async function openDeck(bytes: Uint8Array): Promise<OpenedDeck> {
  const files = unzipSync(bytes)
  const paths = Object.keys(files)
  const isText = (path: string): boolean => /\.(xml|rels|svg)$/.test(path)
  const parts = new Map(paths.filter(isText).map((path) => [path, strFromU8(files[path]!)]))
  const numbers = paths
    .flatMap((path) => /^ppt\/slides\/slide(\d+)\.xml$/.exec(path)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  const slides: OpenedSlide[] = []
  for (const number of numbers) {
    const path = `ppt/slides/slide${number}.xml`
    const charts: OpenedChart[] = []
    for (const chart of related(parts, path, 'chart')) {
      const xml = parts.get(chart) ?? ''
      const [book = ''] = related(parts, chart, 'package')
      const workbook = await readXlsxFile(Buffer.from(files[book] ?? new Uint8Array()))
      const tag = xml.includes('<c:scatterChart>') ? 'c:yVal' : 'c:val'
      charts.push({ series: seriesOf(xml, tag), workbook: workbook[0]?.data ?? [] })
    }
    const [notes = ''] = related(parts, path, 'notesSlide')
    slides.push({
      texts: texts(parts.get(path) ?? ''),
      notes: texts(parts.get(notes) ?? '').join('\n'),
      charts,
    })
  }
  return { parts, paths, slides }
}

/** What breaks the rules of the package (ECMA-376 part 2), part by part. */
export function packageFaults({ parts, paths }: OpenedDeck): string[] {
  const types = parts.get('[Content_Types].xml') ?? ''
  const known = new Set(paths)
  const untyped = paths.filter(
    (path) =>
      path !== '[Content_Types].xml' &&
      !types.includes(`PartName="/${path}"`) &&
      !types.includes(`Extension="${path.split('.').at(-1)}"`),
  )
  const lost = [...parts].flatMap(([path, xml]) =>
    path.endsWith('.rels')
      ? [...xml.matchAll(/<Relationship\s[^>]*>/g)].flatMap(([tag]) => {
          if (tag.includes('TargetMode="External"')) return []
          const folder = path.replace(/_rels\/[^/]*$/, '')
          const target = resolved(folder, /Target="([^"]*)"/.exec(tag)?.[1] ?? '')
          return known.has(target) ? [] : [`${path}: ${target}`]
        })
      : [],
  )
  const broken = [...parts].flatMap(([path, xml]) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml')

    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)
    return parsed.querySelector('parsererror') || forbidden ? [`${path}: not well-formed`] : []
  })
  const doubled = [...parts].flatMap(([path, xml]) => {
    if (!/^ppt\/slides\/slide/.test(path)) return []
    const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    return new Set(ids).size === ids.length ? [] : [`${path}: two shapes of one id`]
  })
  return [...untyped.map((path) => `${path}: no type`), ...lost, ...broken, ...doubled]
}
