import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'

import { AUTHOR } from '../../../server/intake/annotate/comment.ts'
import { readComments } from '../../../server/intake/annotate/commentsPart.ts'
import { annotateWorkbook } from '../../../server/intake/annotateWorkbook.ts'
import type { IntakeFinding } from '../../../server/intake/intakeCell.ts'
import { makeTemplate } from '../../../server/intake/makeTemplate.ts'
import { readUpload } from '../../../server/intake/readUpload.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { ooxmlFaults } from '../../export/ooxmlFaults.ts'
import { BRAINS, CORPUS, INDICATORS, TODAY } from './corpus.ts'
import { raw, report, REVENUE } from './corpusReport.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ISO_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const ISO_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

const finding = (
  cell: string | null,
  zh: string,
  sheet: string | null = '报送',
): IntakeFinding => ({
  ...{ place: { sheet, cell, pointer: null }, rule: 'max', severity: 'block' },
  ...{ text: { zh, en: 'Too large.' }, remedy: { zh: '请核对。', en: 'Check it.' } },
})

const text = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())

const commentsIn = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([path]) => /omments\d+\.xml$/.test(path))
    .flatMap(([, part]) => readComments(part))

const openedRows = async (bytes: Uint8Array) => {
  const [first] = await readExcelFile(Buffer.from(bytes))
  return first?.data ?? []
}

/** A workbook in which somebody wrote a note at D4, beside a button. */
const noted = () =>
  report(
    [[...REVENUE, 100]],
    {},
    {
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/comments" Target="../comments1.xml"/><Relationship Id="r2" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`,
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="D4" authorId="0"><text><r><t>含</t></r><r><t>下属</t></r></text></comment></commentList></comments>`,
        'xl/drawings/vmlDrawing1.vml':
          '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030"><x:ClientData ObjectType="Button"></x:ClientData></v:shape><v:shape id="_x0000_s1031"><x:ClientData ObjectType="Note"><x:Row>3</x:Row></x:ClientData></v:shape></xml>',
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData><row r="4"><c r="D4"><v>100</v></c></row></sheetData><legacyDrawing r:id="r2"/></worksheet>`,
      },
    },
  )

describe('an annotated workbook', () => {
  it('holds the findings as comments in red cells and every value as it was', async () => {
    const template = await makeTemplate({
      ...{ brain: { id: 'tyre', name: '轮胎产业大脑' }, period: '2026-10', locale: 'zh-CN' },
      ...{ indicators: REPORTED_INDICATORS, lastValues: new Map([['cluster.revenue', 1234.5]]) },
    })
    const findings = [
      finding('F8', '不得大于 50000。'),
      finding('F8', '与上期相差过大。'),
      finding(null, '没有写单位。'),
    ]
    const annotated = await annotateWorkbook(template, findings, 'zh-CN')
    expect(commentsIn(annotated)).toEqual([
      { reference: 'A1', author: AUTHOR, text: '【须改正】没有写单位。请核对。' },
      {
        reference: 'F8',
        author: AUTHOR,
        text: '【须改正】不得大于 50000。请核对。\n【须改正】与上期相差过大。请核对。',
      },
    ])
    expect(text(annotated, 'xl/worksheets/sheet1.xml')).toContain(
      '<conditionalFormatting sqref="F8">',
    )
    expect(await openedRows(annotated)).toEqual(await openedRows(template))
    expect(ooxmlFaults(annotated)).toEqual([])
  })

  it('says it in English too', async () => {
    const annotated = await annotateWorkbook(report([]).bytes, [finding('B2', '过大。')], 'en')
    expect(commentsIn(annotated)[0]?.text).toBe('[To correct] Too large. Check it.')
  })

  it('drops what was told before and is put right', async () => {
    const first = await annotateWorkbook(
      report([]).bytes,
      [finding('B1', '一'), finding('B2', '二')],
      'zh-CN',
    )
    const second = await annotateWorkbook(first, [finding('B2', '二')], 'zh-CN')
    expect(commentsIn(second).map(({ reference }) => reference)).toEqual(['B2'])
    const sheet = text(second, 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<conditionalFormatting sqref="[^"]*"/g)).toEqual([
      '<conditionalFormatting sqref="B2"',
    ])
    expect(text(second, 'xl/styles.xml').match(/<dxf>/g)).toHaveLength(1)
    const third = await annotateWorkbook(second, [], 'zh-CN')
    expect(commentsIn(third)).toEqual([])
    expect(text(third, 'xl/worksheets/sheet1.xml')).not.toContain('conditionalFormatting')
  })

  it('keeps notes and buttons of others', async () => {
    const annotated = await annotateWorkbook(noted().bytes, [finding('D3', '三')], 'zh-CN')
    expect(
      commentsIn(annotated).map(({ reference, author, text: said }) => [reference, author, said]),
    ).toEqual([
      ['D3', AUTHOR, '【须改正】三请核对。'],
      ['D4', '张三', '含下属'],
    ])
    const drawing = text(annotated, 'xl/drawings/vmlDrawing1.vml')
    expect(drawing.match(/ObjectType="\w+"/g)).toEqual([
      ...['ObjectType="Button"', 'ObjectType="Note"', 'ObjectType="Note"'],
    ])
    expect(new Set(drawing.match(/_x0000_s\d+/g)).size).toBe(3)
  })

  it('keeps the conversations of Excel 365 and says beside them what it has to say', async () => {
    const author = 'tc={11111111-2222-4333-8444-555555555555}'
    const { bytes } = report(
      [[...REVENUE, 100]],
      {},
      {
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/comments" Target="../comments1.xml"/><Relationship Id="r3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
          'xl/comments1.xml': `<comments xmlns="${MAIN}" xmlns:xr="x"><authors><author>${author}</author></authors><commentList>${['A1', 'D4'].map((at) => `<comment ref="${at}" authorId="0" xr:uid="{${at}}"><text><t>[Threaded comment]</t></text></comment>`).join('')}</commentList></comments>`,
          'xl/threadedComments/threadedComment1.xml':
            '<ThreadedComments xmlns="t"><threadedComment ref="D4" id="{D4}"/></ThreadedComments>',
        },
      },
    )
    const findings = [finding('D4', '过大。'), finding('C4', '单位。'), finding(null, '缺。')]
    const annotated = await annotateWorkbook(bytes, findings, 'zh-CN')
    expect(commentsIn(annotated)).toEqual([
      { reference: 'A1', author, text: '[Threaded comment]', uid: '{A1}' },
      {
        ...{ reference: 'B1', author: AUTHOR },
        text: 'D4（该格的对话批注保留）：【须改正】过大。请核对。\n【须改正】缺。请核对。',
      },
      { reference: 'C4', author: AUTHOR, text: '【须改正】单位。请核对。' },
      { reference: 'D4', author, text: '[Threaded comment]', uid: '{D4}' },
    ])
    const thread = 'xl/threadedComments/threadedComment1.xml'
    expect(text(annotated, thread)).toBe(text(bytes, thread))
    expect(text(annotated, 'xl/worksheets/sheet1.xml')).toContain('sqref="D4 C4"')
    const again = await annotateWorkbook(annotated, [], 'zh-CN')
    expect(commentsIn(again).map(({ reference }) => reference)).toEqual(['A1', 'D4'])
  })

  it('of an ISO strict workbook is one itself', async () => {
    const strict = Object.entries(unzipSync(report([[...REVENUE, 100]]).bytes)).map(
      ([path, part]) => [
        path,
        strToU8(strFromU8(part).replaceAll(MAIN, ISO_MAIN).replaceAll(OFFICE, ISO_OFFICE)),
      ],
    )
    const bytes = zipSync(Object.fromEntries(strict) as Zippable)
    const annotated = await annotateWorkbook(bytes, [finding('D4', '过大。')], 'zh-CN')
    expect(commentsIn(annotated)).toMatchObject([{ reference: 'D4', author: AUTHOR }])
    for (const [path, part] of Object.entries(unzipSync(annotated)))
      if (/\.(xml|rels)$/.test(path)) expect(strFromU8(part), path).not.toMatch(`${MAIN}|${OFFICE}`)
    expect(text(annotated, 'xl/worksheets/sheet1.xml')).toContain(`xmlns:r="${ISO_OFFICE}"`)
    const reread = readUpload({
      ...{ bytes: annotated, fileName: 'a.xlsx', contentType: '', brains: BRAINS },
      ...{ indicators: INDICATORS, today: TODAY, expect: { brain: 'tyre', period: '2026-10' } },
    })
    expect(reread.cells).toMatchObject([{ indicator: 'cluster.revenue', value: 100 }])
  })

  it('is made of a CSV, whose texts stay texts', async () => {
    const { bytes } = raw('指标,单位,本期值\n集群营业收入,亿元,=1+1\n', 'a.csv')
    const annotated = await annotateWorkbook(bytes, [finding('C2', '不是数值。', null)], 'zh-CN')
    expect(await openedRows(annotated)).toEqual([
      ['指标', '单位', '本期值'],
      ['集群营业收入', '亿元', '=1+1'],
    ])
    expect(commentsIn(annotated).map(({ reference }) => reference)).toEqual(['C2'])
    expect(text(annotated, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })

  it('is a list of the findings where the file cannot be opened', async () => {
    const findings = [finding(null, '文件已损坏。', null)]
    const annotated = await annotateWorkbook(new Uint8Array([0x50, 0x4b, 3, 4]), findings, 'zh-CN')
    expect((await openedRows(annotated))[1]).toEqual([
      null,
      '【须改正】',
      '文件已损坏。',
      '请核对。',
    ])
  })

  it('is made of every odd file, and opens', async () => {
    for (const { file, name } of CORPUS.filter(
      (one) => !/200,000|25,000|11 MB|3,000|empty workbook/.test(one.name),
    )) {
      const { bytes, fileName } = file()
      const { findings } = readUpload({
        ...{
          bytes,
          fileName,
          contentType: '',
          brains: BRAINS,
          indicators: INDICATORS,
          today: TODAY,
        },
        expect: { brain: 'tyre', period: '2026-10' },
      })
      const annotated = await annotateWorkbook(bytes, findings, 'zh-CN')
      await expect(openedRows(annotated), name).resolves.toBeInstanceOf(Array)
    }
  })
})
