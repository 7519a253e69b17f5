import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import readXlsxFile from 'read-excel-file/node'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import { writeSheet } from '../../src/export/sheet.ts'
import { HEAD_ROWS } from '../../src/export/sheet/figureSheet.ts'
import { valuesOf, type ValueCell } from '../../src/export/values.ts'
import { wordsOf } from '../../src/export/words.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { TableFigure } from '../../src/figures/kinds/tableFigure.ts'
import { LOCALES } from '../figures/scenarios.ts'
import {
  allFigures,
  EXPORTED_IDS,
  exported,
  HOSTILE_TEXTS,
  isDrawn,
  wallFigures,
} from './exportable.ts'

const { DOMParser } = new Window()

const reopened = async (bytes: Uint8Array) => readXlsxFile(Buffer.from(bytes), { trim: false })

const filesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  )

/** What a reader gets of a cell: a number as it is, texts clean, nothing for an empty one. */
const seen = (cell: ValueCell): string | number | null => {
  if (typeof cell === 'number') return cell
  const text = plainText(typeof cell === 'string' ? cell : cell.absent)
  return text === '' ? null : withoutReplacement(text)
}

/** The library drops U+FFFD, the sign for what could not be decoded. */
const withoutReplacement = (text: string): string => text.replaceAll('\uFFFD', '')

const found = (figures: readonly Figure[], id: string): Figure => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`There is no figure ${id}`)
  return figure
}

const [gaps, demoMap] = [
  found(wallFigures('main', 'zh-CN'), 'gaps') as TableFigure,
  found(wallFigures('demo', 'zh-CN'), 'city-map-cluster.revenue'),
]

const tableOf = (texts: readonly string[]): TableFigure => ({
  ...gaps,
  columns: [
    { id: 'a', title: '名称', align: 'start' },
    { id: 'b', title: '数', align: 'end' },
  ],
  rows: texts.map((text, at) => [text, `${at}`]),
})

afterEach(() => void vi.useRealTimers())

describe.each(EXPORTED_IDS.flatMap((id) => LOCALES.map((locale) => [id, locale] as const)))(
  'a workbook of every figure in %s, %s',
  async (id, locale) => {
    const items = allFigures(id, locale)
      .filter(isDrawn)
      .map((figure) => exported(figure))
    const bytes = await writeSheet(items)
    const sheets = await reopened(bytes)
    const files = filesOf(bytes)

    it('opens with a sheet for each and one about them, and every value is the figure’s', () => {
      expect(sheets).toHaveLength(items.length + 1)
      for (const [at, item] of items.entries()) {
        const { data, sheet } = sheets[at]!
        const { columns, rows } = valuesOf(item.figure)
        expect(data[0]?.[0], sheet).toBe(seen(wordsOf(item).title))
        expect(data[HEAD_ROWS - 1]?.map((head) => String(head).split(' (')[0])).toEqual(
          columns.map(({ title }) => String(seen(title)).split(' (')[0]),
        )
        const values = data.slice(HEAD_ROWS, HEAD_ROWS + rows.length)
        expect(values.map((row) => row.slice(0, columns.length))).toEqual(
          rows.map((row) => row.map(seen)),
        )
      }
    })

    it('says of each where it comes from, below its values and in the sheet about all', () => {
      const about = sheets.at(-1)?.data.map((row) => row.join('：')) ?? []
      for (const [at, item] of items.entries()) {
        const own = sheets[at]?.data.map(([text]) => String(text)).join('\n') ?? ''
        for (const { text } of wordsOf(item).facts) {
          expect(own).toContain(seen(text))
          expect(about.join('\n')).toContain(seen(text))
        }
        expect(about).toContain(`${locale === 'en' ? 'Sheet' : '工作表'}：${sheets[at]?.sheet}`)
      }
    })

    it('is well-formed, without formulas, and formats every number', () => {
      for (const [path, content] of Object.entries(files)) {
        const parsed = new DOMParser().parseFromString(content, 'application/xml')
        expect(parsed.querySelector('parsererror'), path).toBeNull()
        expect(content, path).toMatch(
          /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u,
        )
        expect(content, path).not.toMatch(/<f[ >]/)
      }
      const cells = Object.entries(files)
        .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
        .flatMap(([, content]) => content.match(/<c [^>]*>(?=<v>)/g) ?? [])
      expect(cells.length).toBeGreaterThan(items.length)
      for (const cell of cells) if (!cell.includes('t="s"')) expect(cell).toMatch(/ s="[1-9]/)
    })
  },
)

describe('a workbook', () => {
  it('brings hostile texts back as texts', async () => {
    const [sheet] = await reopened(await writeSheet([exported(tableOf(HOSTILE_TEXTS))]))
    const names = sheet?.data.slice(HEAD_ROWS, HEAD_ROWS + HOSTILE_TEXTS.length)
    expect(names?.map(([name]) => name)).toEqual(HOSTILE_TEXTS.map(plainText))
  })

  it('brings back words that every JavaScript object knows, with a blank behind', async () => {
    const words = Object.getOwnPropertyNames(Object.prototype)
    const [sheet] = await reopened(await writeSheet([exported(tableOf(words))]))
    const names = sheet?.data.slice(HEAD_ROWS, HEAD_ROWS + words.length).map(([name]) => name)
    expect(names).toEqual(words.map((word) => `${word} `))
  })

  it('cuts a text that no cell can hold, between whole characters', async () => {
    const [sheet] = await reopened(await writeSheet([exported(tableOf(['😀'.repeat(20_000)]))]))
    const [text = ''] = (sheet?.data[HEAD_ROWS] ?? []).map(String)
    expect(text).toMatch(/^(😀)+…$/u)
    expect(text.length).toBeGreaterThan(32_000)
    expect(text.length).toBeLessThanOrEqual(32_767)
  })

  it('shows each number with the decimals of its row', async () => {
    const rows = ['1,018', '76.3', '0.25'].map((text, at) => [`${at}`, text])
    const bytes = await writeSheet([exported({ ...tableOf([]), rows })])
    const { 'xl/styles.xml': styles = '', 'xl/worksheets/sheet1.xml': sheet = '' } = filesOf(bytes)
    const of = (tag: string, name: string): string =>
      new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const formats = new Map(
      (styles.match(/<numFmt [^>]*>/g) ?? []).map((tag) => [
        of(tag, 'numFmtId'),
        of(tag, 'formatCode'),
      ]),
    )
    const cells = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? []
    const numbers = (sheet.match(/<c [^>]*><v>/g) ?? []).filter(
      (tag) => of(tag, ' r').startsWith('B') && !tag.includes('t="s"'),
    )
    const shown = numbers.map((tag) =>
      formats.get(of(cells[Number(of(tag, ' s'))] ?? '', 'numFmtId')),
    )
    expect(shown).toEqual(['#,##0', '#,##0.0', '#,##0.00'])
  })

  it('has names of sheets from any titles', async () => {
    const items = HOSTILE_TEXTS.map((title) => ({ ...exported(gaps), title }))
    const sheets = await reopened(await writeSheet(items))
    expect(new Set(sheets.map(({ sheet }) => sheet)).size).toBe(items.length + 1)
  })

  it('keeps title, unit and head in view', async () => {
    const files = filesOf(await writeSheet([exported(demoMap)]))
    expect(files['xl/worksheets/sheet1.xml']).toContain(
      '<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>',
    )
  })

  it('prints the unit top right where all numbers have the same, else in the head', async () => {
    const flow = found(wallFigures('demo', 'zh-CN'), 'lifecycle-flow')
    const [one, other] = await reopened(await writeSheet([exported(flow), exported(demoMap)]))
    expect(one?.data[2]?.at(-1)).toBe('单位：个')
    expect(one?.data[3]?.[1]).toBe('数量')
    expect(other?.data[3]?.slice(1, 3)).toEqual(['集群营业收入 (亿元)', '位次'])
  })

  it('says 演示 and carries no marking where the data are simulated; real data carry theirs', async () => {
    const [demo, about] = await reopened(await writeSheet([exported(demoMap)]))
    expect(demo?.sheet).toBe('【演示】各市集群营业收入')
    expect(demo?.data[2]?.[0]).toBe('演示数据')
    expect(about?.data.flat()).not.toContain('内部使用')
    const [main] = await reopened(await writeSheet([exported(gaps)]))
    expect(main?.data[2]?.[0]).toBe('内部使用')
  })

  it('knows in its properties where it comes from', async () => {
    const other = exported(gaps, { query: 'wall' })
    const one = filesOf(await writeSheet([exported(demoMap)]))
    const two = filesOf(await writeSheet([exported(demoMap), other]))
    const read = (files: Record<string, string>): Record<string, string> => {
      const parsed = new DOMParser().parseFromString(
        files['docProps/custom.xml']!,
        'application/xml',
      )
      return Object.fromEntries(
        [...parsed.querySelectorAll('property')].map((property) => [
          property.getAttribute('name') ?? '',
          property.textContent,
        ]),
      )
    }
    expect(read(one)).toMatchObject({
      ...{ Space: 'demo', Figure: 'city-map-cluster.revenue' },
      ...{ Query: 'desk?i=cluster.revenue&x="<', 'As-of': '2026-11-19T07:00:00.000Z' },
      Link: 'https://brain.example/demo/desk?i=cluster.revenue',
    })
    expect(read(two)).toMatchObject({ 'Query 1': 'desk?i=cluster.revenue&x="<', 'Query 2': 'wall' })
    expect(one['docProps/core.xml']).toContain('>2026-11-22T00:00:00Z</dcterms:created>')
    expect(one['docProps/core.xml']).toContain('<dc:subject>演示数据</dc:subject>')
  })

  it('is the same bytes from the same figures, whatever the clock says', async () => {
    const items = [exported(demoMap), exported(gaps)]
    vi.useFakeTimers({ now: Date.parse('2031-02-03T04:05:06Z'), toFake: ['Date'] })
    const first = await writeSheet(items)
    vi.setSystemTime(Date.parse('2044-05-06T07:08:09Z'))
    expect(Buffer.from(await writeSheet(items)).equals(first)).toBe(true)
  })

  it('is refused as a whole where one figure must not leave the screen, and where there is none', async () => {
    const silent = exported({ ...gaps, definition: '' })
    await expect(writeSheet([exported(gaps), silent])).rejects.toThrow(ExportRefused)
    await expect(writeSheet([exported(gaps), silent])).rejects.toThrow('统计口径')
    await expect(writeSheet([])).rejects.toThrow(ExportRefused)
  })
})
