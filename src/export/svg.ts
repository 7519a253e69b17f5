import { FONT_FAMILY } from '../charts/look.ts'
import { drawnOf, type Drawn, type DrawnText, type PictureMark } from './picture/drawn.ts'
import type { Ink, Tint } from './picture/ink.ts'
import type { Step } from './picture/steps.ts'
import { escaped } from './xml.ts'

/** What a picture says about itself, beside its marks. */
export interface SvgPage {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly title: string
  /** The finding in a sentence: what a screen reader says. */
  readonly desc: string
  /** Where it comes from, as name and text: space, query, as-of, link. */
  readonly metadata: readonly (readonly [string, string])[]
  readonly background: string
  /** Language of the words: it chooses between Chinese and Japanese forms of a character. */
  readonly lang?: string
}

/**
 * The marks as an SVG file, drawn by z and then by place; the same marks give the same bytes. Of SVG 1.1 only
 * what browsers, Word and LibreOffice draw alike: no dominant-baseline, no paint-order, no rgba().
 * @throws RangeError where a mark has a number that is not finite.
 */
export function svgOf(marks: readonly PictureMark[], page: SvgPage): string {
  const [width, height] = [number(page.width), number(page.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}" role="img"`,
    page.lang ? ` xml:lang="${escaped(page.lang)}"` : '',
    ` font-family="${familyOf(FONT_FAMILY)}">\n`,
    `<title>${escaped(page.title)}</title>\n`,
    `<desc>${escaped(page.desc)}</desc>\n`,
    metadataOf(page.metadata),
    `<rect width="${width}" height="${height}" fill="${escaped(page.background)}"/>\n`,
    ...drawnOf(marks).map((one) => `${elementOf(one)}\n`),
    '</svg>\n',
  ].join('')
}

const NAMESPACE = 'urn:shandong-industrial-economy-brain:provenance'

const metadataOf = (entries: SvgPage['metadata']): string =>
  [
    `<metadata><provenance xmlns="${NAMESPACE}">\n`,
    ...entries.map(([name, text]) => `<entry name="${escaped(name)}">${escaped(text)}</entry>\n`),
    '</provenance></metadata>\n',
  ].join('')

/** In every Windows; Office and LibreOffice take the first family of a list alone. */
const WINDOWS = '"Microsoft YaHei"'

/** A file carries no fonts: its reader misses the condensed face, so that a Chinese one comes first. */
const familyOf = (family: string): string => {
  const names = family.split(',').filter((name) => name !== WINDOWS)
  return escaped((family === FONT_FAMILY ? [WINDOWS, ...names] : names).join().replaceAll('"', "'"))
}

/** Two decimals, without a minus before zero. */
const rounded = (value: number): number => Math.round(value * 100) / 100 || 0
const number = (value: number): string => String(rounded(value))

function elementOf(drawn: Drawn): string {
  switch (drawn.kind) {
    case 'text':
      return textElement(drawn)
    case 'rect': {
      const { x, y, width, height, r } = drawn
      return `<rect${attributes({ x, y, width, height })}${r ? attributes({ rx: r }) : ''}${inkAttributes(drawn.ink)}/>`
    }
    case 'circle': {
      const { cx, cy, r } = drawn
      return `<circle${attributes({ cx, cy, r })}${inkAttributes(drawn.ink)}/>`
    }
    case 'path':
      return `<path d="${pathOf(drawn.steps, drawn.closed)}"${inkAttributes(drawn.ink)}/>`
  }
}

const attributes = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${number(value)}"`)
    .join('')

/** Lines as steps from the point before, which halves a map; every point is rounded before, so that none drifts. */
function pathOf(steps: readonly Step[], closed: boolean): string {
  let [x, y] = [0, 0]
  const parts = steps.map((step) => {
    const before = [x, y] as const
    const end = endOf(step)
    x = rounded(end.x)
    y = rounded(end.y)
    if (step.to === 'start') return `M${pair(x, y)}`
    if (step.to === 'line') return `l${tight(x - before[0])}${after(tight(y - before[1]))}`
    const [large, clockwise] = [
      Math.abs(step.until - step.from) > Math.PI,
      step.until > step.from,
    ].map(Number)
    return `A${pair(step.r, step.r)} 0 ${large} ${clockwise} ${pair(x, y)}`
  })
  return `${parts.join('')}${closed ? 'Z' : ''}`
}

/** As short as SVG allows: no zero before the point, no space before a minus. */
const tight = (value: number): string => number(value).replace(/^(-?)0\./, '$1.')
const after = (value: string): string => (value.startsWith('-') ? value : ` ${value}`)

const endOf = (step: Step): { readonly x: number; readonly y: number } =>
  step.to === 'arc'
    ? { x: step.cx + step.r * Math.cos(step.until), y: step.cy + step.r * Math.sin(step.until) }
    : step

const pair = (x: number, y: number): string => `${number(x)} ${number(y)}`

function inkAttributes({ fill, stroke, lineWidth, dash, join }: Ink): string {
  return [
    tint('fill', fill),
    ...(stroke
      ? [
          tint('stroke', stroke),
          lineWidth === 1 ? '' : attributes({ 'stroke-width': lineWidth }),
          dash.length ? ` stroke-dasharray="${dash.map(number).join(' ')}"` : '',
          join === 'miter' ? '' : ` stroke-linejoin="${join}"`,
        ]
      : []),
  ].join('')
}

function tint(name: 'fill' | 'stroke', of: Tint | null): string {
  if (!of) return ` ${name}="none"`
  const opacity = of.opacity === 1 ? '' : attributes({ [`${name}-opacity`]: of.opacity })
  return ` ${name}="${escaped(of.color)}"${opacity}`
}

const ANCHORS = { left: '', center: ' text-anchor="middle"', right: ' text-anchor="end"' } as const

/** The halo is a text of its own below the words: Office draws an outline over them, whatever the order says. */
function textElement({ ink, ...drawn }: DrawnText): string {
  const { stroke, fill } = ink
  const words = (of: Ink): string =>
    `<text${placeOf(drawn)}${inkAttributes(of)}>${escaped(drawn.text)}</text>`
  const halo = stroke ? words({ ...ink, fill: null }) : ''
  return halo + (fill ? words({ ...ink, stroke: null }) : '')
}

function placeOf({
  x,
  y,
  size,
  weight,
  family,
  align,
  rotation,
  length,
}: Omit<DrawnText, 'ink'>): string {
  return [
    attributes({ x, y, 'font-size': size }),
    weight === 400 ? '' : ` font-weight="${weight}"`,
    family === FONT_FAMILY ? '' : ` font-family="${familyOf(family)}"`,
    ANCHORS[align],
    length === null ? '' : `${attributes({ textLength: length })} lengthAdjust="spacingAndGlyphs"`,
    rotation ? ` transform="rotate(${number((-rotation * 180) / Math.PI)} ${pair(x, y)})"` : '',
  ].join('')
}
