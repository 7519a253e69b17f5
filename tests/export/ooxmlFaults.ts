import { unzipSync } from 'fflate'

import { resolved } from './openedDeck.ts'
import { elementsOf, type XmlElement } from './xmlElements.ts'

/** Children in the order of the schema (ECMA-376 part 1, DrawingML charts, PresentationML, DrawingML). */
const ORDER: Readonly<Record<string, string>> = {
  'c:chartSpace':
    'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes',
  'c:chart':
    'c:title c:autoTitleDeleted c:view3D c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:showDLblsOverMax',
  'c:plotArea':
    'c:layout c:areaChart c:barChart c:lineChart c:scatterChart c:bubbleChart c:catAx c:valAx c:catAx c:valAx c:dTable c:spPr',
  'c:areaChart': 'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:axId',
  'c:barChart':
    'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId',
  'c:lineChart':
    'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId',
  'c:scatterChart': 'c:scatterStyle c:varyColors c:ser c:dLbls c:axId',
  'c:ser/c:areaChart':
    'c:idx c:order c:tx c:spPr c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val',
  'c:ser/c:barChart':
    'c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape',
  'c:ser/c:lineChart':
    'c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth',
  'c:ser/c:scatterChart':
    'c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:xVal c:yVal c:smooth',
  'c:dPt': 'c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr',
  'c:marker/c:ser': 'c:symbol c:size c:spPr',
  'c:marker/c:dPt': 'c:symbol c:size c:spPr',
  'c:dLbls':
    'c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines',
  'c:dLbl':
    'c:idx c:delete c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator',
  'c:errBars': 'c:errDir c:errBarType c:errValType c:noEndCap c:plus c:minus c:val c:spPr',
  'c:catAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl',
  'c:valAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits',
  'c:scaling': 'c:logBase c:orientation c:max c:min',
  'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr',
  'c:legendEntry': 'c:idx c:delete c:txPr',
  'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr',
  'c:manualLayout': 'c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h',
  'c:numRef': 'c:f c:numCache',
  'c:strRef': 'c:f c:strCache',
  'c:numCache': 'c:formatCode c:ptCount c:pt',
  'c:strCache': 'c:ptCount c:pt',
  'c:externalData': 'c:autoUpdate',
  'c:spPr': 'a:noFill a:solidFill a:ln a:effectLst',
  'a:ln': 'a:noFill a:solidFill a:prstDash a:round a:miter a:headEnd a:tailEnd',
  'a:p': 'a:pPr a:r a:br a:fld a:r a:br a:fld a:r a:br a:fld a:r a:br a:fld a:endParaRPr',
  'p:txBody': 'a:bodyPr a:lstStyle a:p',
  'p:sp': 'p:nvSpPr p:spPr p:style p:txBody',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic',
  'a:tbl': 'a:tblPr a:tblGrid a:tr',
  'a:tc': 'a:txBody a:tcPr',
  'p:cSld': 'p:bg p:spTree p:custDataLst p:controls p:extLst',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells conditionalFormatting dataValidations pageMargins pageSetup legacyDrawing',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs',
}

/** Runs may follow each other in any number. */
const FREE = new Set(['a:r', 'a:br', 'a:fld'])

function orderFaults(element: XmlElement): string[] {
  const order = (ORDER[`${element.name}/${element.parent}`] ?? ORDER[element.name])?.split(' ')
  if (!order) return []
  const axes = element.children.filter((child) => child === 'c:axId').length
  if (/Chart$/.test(element.name) && axes !== 2) return [`${element.name} with ${axes} axes`]
  if (element.children.lastIndexOf('a:pPr') > 0) return ['properties inside a paragraph']
  let at = 0
  for (const child of element.children) {
    const next = FREE.has(child) ? order.indexOf(child) : order.indexOf(child, at)
    if (next < 0) return [`${child} stands wrong in ${element.name}: ${element.children.join(' ')}`]
    if (!FREE.has(child)) at = next
  }
  return []
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * What is wrong with a package by ECMA-376: parts without type and types without part, relations that lead
 * nowhere, XML that is not well-formed, elements out of the schema's order, numbers that stand twice. Packages
 * inside it are looked into as well.
 */
export function ooxmlFaults(bytes: Uint8Array, where = ''): string[] {
  const files = unzipSync(bytes)
  const paths = Object.keys(files)
  const faults = paths[0] === '[Content_Types].xml' ? [] : ['the list of types is not first']
  for (const path of paths) {
    const content = files[path] ?? new Uint8Array()
    if (path.endsWith('.xlsx')) faults.push(...ooxmlFaults(content, `${where}${path}!`))
    if (!/\.(xml|rels|svg)$/.test(path)) continue
    try {
      const xml = decoder.decode(content)
      const elements = elementsOf(xml)
      faults.push(...partFaults(path, elements, paths).map((fault) => `${where}${path}: ${fault}`))
      if (path.endsWith('.rels')) continue
      faults.push(...relationFaults(path, xml, files).map((fault) => `${where}${path}: ${fault}`))
    } catch (error) {
      faults.push(`${where}${path}: ${String(error)}`)
    }
  }
  return faults
}

const attribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1]

function partFaults(path: string, elements: readonly XmlElement[], paths: readonly string[]) {
  const faults = elements.flatMap(orderFaults)
  if (path === '[Content_Types].xml') faults.push(...typeFaults(elements, paths))
  if (path.endsWith('.rels')) faults.push(...targetFaults(path, elements, paths))
  const ids = elements.filter(({ name }) => name === 'p:cNvPr').map((one) => attribute(one, 'id'))
  if (new Set(ids).size !== ids.length) faults.push(`two shapes of one number: ${ids.join()}`)
  return faults
}

function typeFaults(elements: readonly XmlElement[], paths: readonly string[]): string[] {
  const named = elements.flatMap((one) => attribute(one, 'PartName')?.slice(1) ?? [])
  const ends = new Set(elements.flatMap((one) => attribute(one, 'Extension') ?? []))
  return [
    ...named.filter((name) => !paths.includes(name)).map((name) => `${name} is not there`),
    ...named.filter((name, i) => named.indexOf(name) !== i).map((name) => `${name} twice`),
    ...paths
      .filter((path) => path !== '[Content_Types].xml' && !named.includes(path))
      .filter((path) => !ends.has(path.split('.').at(-1) ?? ''))
      .map((path) => `${path} has no type`),
    ...paths
      .filter((path) => path.endsWith('.xml') && !path.startsWith('[') && !named.includes(path))
      .map((path) => `${path} is plain XML`),
  ]
}

function targetFaults(
  path: string,
  elements: readonly XmlElement[],
  paths: readonly string[],
): string[] {
  const folder = path.replace(/_rels\/[^/]*$/, '')
  const relations = elements.filter(({ name }) => name === 'Relationship')
  const ids = relations.map((one) => attribute(one, 'Id'))
  const lost = relations.flatMap((one) => {
    const target = attribute(one, 'Target') ?? ''
    if (attribute(one, 'TargetMode') === 'External')
      return /[\s<>"{}|\\^`]/.test(target) ? [`no address: ${target}`] : []
    return paths.includes(resolved(folder, target)) ? [] : [`leads nowhere: ${target}`]
  })
  return [...lost, ...(new Set(ids).size === ids.length ? [] : ['two relations of one id'])]
}

/** Relations that a part names and does not have. */
function relationFaults(
  path: string,
  xml: string,
  files: Readonly<Record<string, Uint8Array>>,
): string[] {
  const rels = files[path.replace(/([^/]+)$/, '_rels/$1.rels')]
  const known = rels ? decoder.decode(rels) : ''
  return [...xml.matchAll(/\sr:(?:id|embed|link|pict)="([^"]+)"/g)].flatMap(([, id = '']) =>
    known.includes(`Id="${id}"`) ? [] : [`no relation ${id}`],
  )
}
