import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'

import { XmlScanner } from '../../../server/intake/workbook/xmlScanner.ts'
import { NotWellFormed } from '../../../server/intake/workbook/xmlText.ts'

type Events = readonly string[]

const open = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name.slice(name.indexOf(':') + 1)} ${JSON.stringify(Object.entries(attributes))}`
const close = (name: string): string => `/${name.slice(name.indexOf(':') + 1)}`

/** Texts that follow each other are one: where they are cut is not said. */
function add(events: string[], text: string): void {
  if (events.at(-1)?.startsWith('=')) events.push(`${events.pop() ?? ''}${text}`)
  else events.push(`=${text}`)
}

/** What the scanner finds, null where the text is not well-formed. */
function scanned(xml: string, slice = xml.length): Events | null {
  const events: string[] = []
  const scanner = new XmlScanner({
    open: (name, attributes) => events.push(open(name, attributes)),
    close: (name) => events.push(close(name)),
    text: (text) => {
      add(events, text)
    },
    doctype: () => {
      throw new NotWellFormed()
    },
  })
  try {
    for (let at = 0; at < xml.length; at += slice) scanner.write(xml.slice(at, at + slice))
    scanner.close()
    return events
  } catch (error) {
    if (error instanceof NotWellFormed) return null
    throw error
  }
}

/** What another parser finds. */
function expected(xml: string): Events | null {
  const events: string[] = []
  let depth = 0
  const parser = new SaxesParser({ position: false, xmlns: false })
  const refuse = (): never => {
    throw new SyntaxError()
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    events.push(open(name, attributes))
  })
  parser.on('closetag', ({ name }) => {
    depth--
    events.push(close(name))
  })
  for (const kind of ['text', 'cdata'] as const)
    parser.on(kind, (text) => {
      if (depth > 0 && text !== '') add(events, text)
    })
  try {
    parser.write(xml)
    parser.close()
    return events
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const SHEET = `<?xml version="1.0" encoding="UTF-8" standalone='yes'?>
<x:worksheet xmlns:x="urn:m" ><!-- 报表 --><row r = "1" ht='a>b'><c r="A1" t="s"><v>1</v></c><c r="B1"/></row
><is><t xml:space="preserve"> 甲&amp;&#x4E59;&#19969; ]] &gt;\r\n\r</t></is><?p q?><![CDATA[<a>&amp;]]></x:worksheet>
`

describe('the scanner of XML', () => {
  it('finds what another parser finds, however the text is sliced', () => {
    const events = expected(SHEET)
    expect(events).toHaveLength(17)
    for (const slice of [1, 2, 3, 7, 64, SHEET.length])
      expect(scanned(SHEET, slice)).toEqual(events)
  })

  it('refuses and takes what another parser does, with any character gone or put in', () => {
    const wrong: string[] = []
    for (let at = 0; at < SHEET.length; at++)
      for (const put of ['', '<', '>', '&', '"', "'", '/', ' ', '=', 'x', ';', ']', '\u0001']) {
        const rest = SHEET.slice(put === '' ? at + 1 : at)
        const xml = `${SHEET.slice(0, at)}${put}${rest}`
        if (JSON.stringify(scanned(xml)) !== JSON.stringify(expected(xml))) wrong.push(xml)
      }
    expect(wrong).toEqual([])
  })

  it.each([
    ...['', ' ', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a>x', 'x<a/>', '<a/>x', '<1/>', '< a/>'],
    ...['<a b/>', '<a b=c/>', '<a b="1"c="2"/>', '<a b="1" b="2"/>', '<a b="<"/>', '<a b="&x;"/>'],
    ...[
      '<a>&</a>',
      '<a>&nbsp;</a>',
      '<a>&#0;</a>',
      '<a>&#xD800;</a>',
      '<a>]]></a>',
      '<a>\u0000</a>',
    ],
    ...['<a><!-- -- --></a>', '<a><?xml?></a>', ' <?xml version="1.0"?><a/>', '<a><![CDATA[</a>'],
    ...['<!DOCTYPE a><a/>', '<a><!ENTITY b "c"></a>', '<a'],
  ])('refuses %j', (xml) => {
    expect(expected(xml)).toBeNull()
    for (const slice of [1, xml.length || 1]) expect(scanned(xml, slice)).toBeNull()
  })

  it('keeps no more than one piece of markup', () => {
    expect(scanned(`<a><!--${'x'.repeat(1_100_000)}`, 65_536)).toBeNull()
    expect(scanned(`<a>${'&amp;'.repeat(300_000)}</a>`, 65_537)?.[1]).toHaveLength(300_001)
  })

  it('reads attributes that are called as what every object has', () => {
    const xml = '<a constructor="1" toString="2"/>'
    expect(scanned(xml)).toEqual(expected(xml))
  })
})
