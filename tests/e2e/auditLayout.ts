import type { Page } from '@playwright/test'

import { type Box, collectLayout, type Layout, type TextLine } from './collectLayout.ts'

/** Text that is read from metres away is never smaller (visual language, type). */
const SMALLEST_U = 18
/** Layout rounds to parts of a pixel. */
const SLACK = 1.5
/** On a desk text is read from an arm's length. */
const SMALLEST_DESK_U = 12
/** A canvas with less paint shows nothing. */
const LEAST_PAINT = 0.002

const round = ({ x, y, width, height }: Box): string =>
  [x, y, width, height].map((value) => Math.round(value)).join(' ')

const overlap = (a: Box, b: Box) => ({
  x: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  y: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
})

/** A line's box holds room for accents and descenders: the letters stand in its middle. */
const letters = ({ x, y, width, height }: Box): Box => ({
  x,
  y: y + height * 0.18,
  width,
  height: height * 0.64,
})

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]))
}

/** One line a kind of defect: its first case and how many more there are. */
function summary<T>(cases: readonly T[], words: (one: T) => readonly [string, string]): string[] {
  const kinds = new Map<string, string[]>()
  for (const [kind, where] of cases.map(words)) kinds.set(kind, [...(kinds.get(kind) ?? []), where])
  return [...kinds].map(([kind, [first, ...more]]) =>
    more.length > 0 ? `${kind}: ${first}, and ${more.length} more` : `${kind}: ${first}`,
  )
}

/** Both in the window's sheet: a dialog or the help lies over it on purpose. */
const meet = ([a, b]: [TextLine, TextLine]): boolean => {
  if (a.owner === b.owner || a.area === '' || b.area === '') return false
  const { x, y } = overlap(letters(a.box), letters(b.box))
  return x > SLACK && y > SLACK
}

const inWords = ({ text, area, box }: TextLine): string => `«${text}» (${area}, ${round(box)})`

const collisions = ({ texts }: Layout): string[] =>
  summary(pairs(texts).filter(meet), ([a, b]) => {
    const whose = a.figure === b.figure ? 'a text of its own figure' : 'another figure’s text'
    return [`${a.area} and ${b.area}: ${whose} is hit`, `${inWords(a)} by ${inWords(b)}`]
  })

const tooSmall = ({ texts, u }: Layout, smallest = SMALLEST_U): string[] =>
  summary(
    texts.filter(({ size }) => size < smallest * u - 0.05),
    (line) => [`text of ${(line.size / u).toFixed(1)}u in ${line.area}`, inWords(line)],
  )

const leavesArea = ({ texts, areas }: Layout): string[] => {
  const home = new Map(areas.map(({ name, box }) => [name, box]))
  const leaves = ({ area, box }: TextLine): boolean => {
    const { x, y } = overlap(letters(box), home.get(area) ?? box)
    return x < box.width - SLACK || y < letters(box).height - SLACK
  }
  return summary(texts.filter(leaves), (line) => [
    `text leaves ${line.area} (${round(home.get(line.area) ?? line.box)})`,
    inWords(line),
  ])
}

const areasMeet = ({ areas }: Layout): string[] =>
  pairs(areas)
    .filter(([a, b]) => overlap(a.box, b.box).x > SLACK && overlap(a.box, b.box).y > SLACK)
    .map(([a, b]) => `${a.name} (${round(a.box)}) overlaps ${b.name} (${round(b.box)})`)

const cut = ({ clips }: Layout): string[] =>
  clips.map(
    ({ name, overWidth, overHeight }) => `${name} is cut by ${overWidth} × ${overHeight} px`,
  )

const beyondWindow = ({ outside }: Layout): string[] =>
  outside.map(({ name, box }) => `${name} (${round(box)}) leaves the window`)

const empty = ({ canvases }: Layout): string[] =>
  canvases
    .filter(({ painted }) => painted < LEAST_PAINT)
    .map(({ name, box }) => `${name} (${round(box)}) is empty`)

/** Every defect of a layout in words; empty for a sound one. */
const judgeLayout = (layout: Layout): string[] => [
  ...new Set(
    [beyondWindow, cut, areasMeet, leavesArea, collisions, tooSmall, empty].flatMap((rule) =>
      rule(layout),
    ),
  ),
]

/** Only what lies over or runs into something else: for pages that may cut, such as fallback tables. */
export const auditOverlaps = async (page: Page): Promise<string[]> => {
  const layout = await collectLayout(page)
  return [beyondWindow, areasMeet, leavesArea, collisions].flatMap((rule) => rule(layout))
}

/**
 * The defects of the page as it stands: elements beyond the window, cut or overlapping text, text
 * outside its area or under 18u, areas that overlap, empty canvases.
 */
export const auditLayout = async (page: Page): Promise<string[]> =>
  judgeLayout(await collectLayout(page))

/** Text of one element over another's, wherever it stands. */
const crossings = ({ texts }: Layout): string[] => {
  const hit = ([a, b]: [TextLine, TextLine]): boolean => {
    if (a.owner === b.owner) return false
    const { x, y } = overlap(letters(a.box), letters(b.box))
    return x > SLACK && y > SLACK
  }
  const inOrder = [...texts].sort((a, b) => a.box.y - b.box.y)
  const near = inOrder.flatMap((a, i) => {
    const end = inOrder.findIndex((b, j) => j > i && b.box.y > a.box.y + a.box.height)
    return inOrder.slice(i + 1, end < 0 ? undefined : end).map((b): [TextLine, TextLine] => [a, b])
  })
  return summary(near.filter(hit), ([a, b]) => ['text over text', `${inWords(a)} by ${inWords(b)}`])
}

/**
 * The defects of a page of the desk, which scrolls down but never sideways: text under 12u or over other
 * text, empty charts.
 */
export async function auditDesk(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  const layout = await collectLayout(page)
  return [
    ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px`] : []),
    ...tooSmall(layout, SMALLEST_DESK_U),
    ...crossings(layout),
    ...empty(layout),
  ]
}
