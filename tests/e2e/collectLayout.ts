import type { Page } from '@playwright/test'

/** Place and size in pixels of the window. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One line of visible text: what it says, where, how large, and to what it belongs. */
export interface TextLine {
  readonly text: string
  readonly box: Box
  /** Pixels. */
  readonly size: number
  /** Position of its figure on the page, -1 outside figures. */
  readonly figure: number
  /** The area of the grid that holds it, by class; empty where it floats above the grid. */
  readonly area: string
  /** Position of the element whose own text it is. */
  readonly owner: number
}

/** An element that cuts what does not fit, and how much that is. */
export interface Clip {
  readonly name: string
  readonly overWidth: number
  readonly overHeight: number
}

export interface Canvas {
  readonly name: string
  readonly box: Box
  /** Part of its pixels that is painted, 0–1. */
  readonly painted: number
}

/** What a page looks like in numbers: read once, judged in auditLayout. */
export interface Layout {
  /** Pixels of one design unit. */
  readonly u: number
  readonly width: number
  readonly height: number
  readonly areas: readonly { readonly name: string; readonly box: Box }[]
  readonly outside: readonly { readonly name: string; readonly box: Box }[]
  readonly texts: readonly TextLine[]
  readonly clips: readonly Clip[]
  readonly canvases: readonly Canvas[]
}

interface Tools {
  readonly name: (element: Element) => string
  readonly box: (rect: DOMRect) => Box
  readonly area: (element: Element) => string
  /** The nearest ancestors that cut, itself among them, below the sheet itself. */
  readonly cutters: (element: Element) => Element[]
}

/** Installs what the readers below share: functions handed to a page cannot see this file. */
function installTools(): void {
  const tools: Tools = {
    name: (element) => {
      const figure = element.closest('[role="figure"]')?.getAttribute('aria-label') ?? ''
      const own = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 24)
      const tag = `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`
      return `${tag} «${own}»${figure ? ` in «${figure.slice(0, 12)}»` : ''}`
    },
    box: ({ x, y, width, height }) => ({ x, y, width, height }),
    area: (element) =>
      /\barea-\w+/.exec(element.closest('.wall > [class*="area-"]')?.className ?? '')?.[0] ?? '',
    cutters: (element) => {
      const found: Element[] = []
      for (let at: Element | null = element; at && !at.matches('.wall, body, html');) {
        if (getComputedStyle(at).overflow !== 'visible') found.push(at)
        at = at.parentElement
      }
      return found
    },
  }
  Object.assign(window, { layoutTools: tools })
}

function readTexts(): TextLine[] {
  const { layoutTools: tools } = window as unknown as { layoutTools: Tools }
  const figures = [...document.querySelectorAll('[role="figure"]')]
  const owners: Element[] = []
  const visibleIn = (rect: DOMRect, element: Element): DOMRect => {
    let { left, top, right, bottom } = rect
    for (const cutter of tools.cutters(element)) {
      const edge = cutter.getBoundingClientRect()
      left = Math.max(left, edge.left)
      top = Math.max(top, edge.top)
      right = Math.min(right, edge.right)
      bottom = Math.min(bottom, edge.bottom)
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }
  /** How much larger a picture shows its text; null for a watermark, which lies at an angle under everything. */
  const scaleOf = (element: Element): number | null => {
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    if (!matrix) return 1
    return Math.abs(matrix.b) > 0.01 ? null : matrix.a
  }
  /** Text of a picture has a twin below it, drawn as its halo. */
  const isHalo = (element: Element): boolean =>
    element instanceof SVGTextElement && getComputedStyle(element).fill === 'none'
  const linesOf = (node: Node, element: Element, scale: number): TextLine[] => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const line = {
      text: (node.textContent ?? '').trim().slice(0, 24),
      size: parseFloat(getComputedStyle(element).fontSize) * scale,
      figure: figures.indexOf(element.closest('[role="figure"]') as Element),
      area: tools.area(element),
      owner: owners.push(element),
    }
    return [...range.getClientRects()]
      .map((rect) => visibleIn(rect, element))
      .filter(({ width, height }) => width > 2 && height > 2)
      .map((rect) => ({ ...line, box: tools.box(rect) }))
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: TextLine[] = []
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!element || !walker.currentNode.textContent?.trim()) continue
    if (element.closest('defs, title, script, style') || !element.checkVisibility()) continue
    const scale = scaleOf(element)
    if (scale !== null && !isHalo(element))
      lines.push(...linesOf(walker.currentNode, element, scale))
  }
  return lines
}

function readClips(): Clip[] {
  /** Ends with an ellipsis and carries its whole text; the figure's detail prints it too. */
  const givesWay = (element: Element): boolean =>
    element.hasAttribute('title') && getComputedStyle(element).textOverflow === 'ellipsis'
  const { layoutTools: tools } = window as unknown as { layoutTools: Tools }
  return [...document.querySelectorAll('body *')]
    .filter((element) => getComputedStyle(element).overflow !== 'visible')
    .filter((element) => !element.closest('svg, .visually-hidden') && element.checkVisibility())
    .filter((element) => !givesWay(element))
    .map((element) => ({
      name: tools.name(element),
      overWidth: element.scrollWidth - element.clientWidth,
      overHeight: element.scrollHeight - element.clientHeight,
    }))
    .filter(({ overWidth, overHeight }) => Math.max(overWidth, overHeight) > 1)
}

function readBoxes(): Pick<Layout, 'u' | 'width' | 'height' | 'areas' | 'outside'> {
  const { layoutTools: tools } = window as unknown as { layoutTools: Tools }
  const { innerWidth: width, innerHeight: height } = window
  const isOutside = (element: Element): boolean => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return left < -1 || top < -1 || right > width + 1 || bottom > height + 1
  }
  const isOutermostOutside = (element: Element): boolean =>
    isOutside(element) &&
    element.checkVisibility() &&
    !element.closest('svg, .visually-hidden') &&
    !isOutside(element.parentElement!) &&
    tools.cutters(element.parentElement!).length === 0
  const boxed = (element: Element) => ({
    name: tools.name(element),
    box: tools.box(element.getBoundingClientRect()),
  })
  return {
    u: parseFloat(document.documentElement.style.getPropertyValue('--u')),
    width,
    height,
    areas: [...document.querySelectorAll('.wall > [class*="area-"]')].map((element) => ({
      ...boxed(element),
      name: tools.area(element),
    })),
    outside: [...document.querySelectorAll('.wall *')].filter(isOutermostOutside).map(boxed),
  }
}

function readCanvases(): Canvas[] {
  const { layoutTools: tools } = window as unknown as { layoutTools: Tools }
  const painted = (canvas: HTMLCanvasElement): number => {
    const probe = document.createElement('canvas')
    probe.width = probe.height = 64
    const context = probe.getContext('2d')
    if (!context || canvas.width === 0 || canvas.height === 0) return 0
    context.drawImage(canvas, 0, 0, 64, 64)
    const { data } = context.getImageData(0, 0, 64, 64)
    return data.filter((value, i) => i % 4 === 3 && value > 0).length / (64 * 64)
  }
  return [...document.querySelectorAll('canvas')].map((canvas) => ({
    name: tools.name(canvas),
    box: tools.box(canvas.getBoundingClientRect()),
    painted: painted(canvas),
  }))
}

/** Reads places, texts, cuts and canvases of the page as it stands. */
export async function collectLayout(page: Page): Promise<Layout> {
  await page.evaluate(installTools)
  const boxes = await page.evaluate(readBoxes)
  const texts = await page.evaluate(readTexts)
  const clips = await page.evaluate(readClips)
  return { ...boxes, texts, clips, canvases: await page.evaluate(readCanvases) }
}
