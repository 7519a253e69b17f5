import { expect, type Locator, type Page, test } from '@playwright/test'

import { textsOf } from '../../src/export/pngText.ts'
import { DESK_FIGURES } from '../../src/figures/desk/registry.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { printedIn } from '../export/numbersIn.ts'
import { deskOf } from '../figures/desk/deskContext.ts'
import { scenario } from '../figures/scenarios.ts'
import { detail, dialog, openExport, save } from './exports.ts'
import { fileNumbers, pictureSize } from './fileNumbers.ts'
import { openDesk, openWall } from './openPage.ts'

const FORMATS = ['PPTX', 'XLSX', 'SVG', 'DOCX', 'CSV', 'PNG'] as const
type Format = (typeof FORMATS)[number]

/** Numbers at the head of cells of the table on screen, as printed; dates are none. */
async function shownNumbers(page: Page): Promise<string[]> {
  const cells = await detail(page).locator('tbody td').allTextContents()
  return cells.flatMap(
    (cell) => /^\s*([+\u2212-]?\d[\d,]*(?:\.\d+)?)(?![\d.,\-—年月])/.exec(cell)?.[1] ?? [],
  )
}

/** Whether a printed number is one of a file's, which may have more decimals. */
function isAmong(printed: string, numbers: readonly number[]): boolean {
  const [value = NaN] = printedIn(printed)
  const half = 0.5 / 10 ** (printed.split('.')[1]?.length ?? 0)
  return numbers.some((number) => Math.abs(number - value) <= half + 1e-9)
}

/** Saves the figure in a format, opens the file again and compares it with the table on screen. */
async function checkFile(page: Page, shown: Locator, format: Format | null): Promise<void> {
  await shown.focus()
  await openExport(page)
  const name = (await detail(page).locator('h2').textContent()) ?? ''
  if (format) await compare(page, format, name, await shownNumbers(page))
  else {
    await expect(dialog(page).getByRole('alert')).toContainText(name)
    await expect(dialog(page).getByRole('button', { name: '导出文件' })).toBeDisabled()
  }
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(detail(page)).toHaveCount(0)
}

async function compare(
  page: Page,
  format: Format,
  name: string,
  printed: readonly string[],
): Promise<void> {
  const { bytes } = await save(page, format)
  if (format === 'PNG') {
    expect(await pictureSize(page, bytes), name).toEqual([3200, 1800])
    expect(new Map(textsOf(bytes)).get('Title'), name).toContain(name)
  } else {
    const numbers = await fileNumbers(format, bytes)
    const missing = printed.filter((one) => !isAmong(one, numbers))
    // A picture labels what it has room for.
    const fault = format === 'SVG' ? missing.length === printed.length : missing.length > 0
    expect
      .soft(printed.length > 0 && fault, `${name} as ${format}: ${missing.join(' ')}`)
      .toBe(false)
  }
}

/** Enter on the map of a wall goes into a city: its map leaves from the desk. */
const WALKED = '.area-map'

/**
 * Every figure of a page in one format, formats in turn from `first` on; one without data is refused. Gives
 * those that were saved, as the registry has them.
 */
async function checkAll(
  page: Page,
  registered: readonly Figure[],
  first: number,
): Promise<Figure[]> {
  const saved: Figure[] = []
  for (const shown of await page.locator(`[role=figure]:not(${WALKED})`).all()) {
    const label = (await shown.getAttribute('aria-label')) ?? ''
    const known = registered.find(({ title }) => title === label.split('。')[0])
    if (!known) throw new Error(`${label} is not registered`)
    const isAbsent = known.kind === 'absent'
    const format = FORMATS[(saved.length + first) % FORMATS.length] ?? 'CSV'
    await checkFile(page, shown, isAbsent ? null : format)
    if (!isAbsent) saved.push(known)
  }
  return saved
}

const kindsOf = (figures: readonly Figure[]): string[] =>
  [...new Set(figures.map(({ kind }) => kind))].sort()

const ON_WALL = {
  demo: ['area', 'bar', 'flow', 'kpi', 'timeline', 'units'],
  main: ['area', 'kpi', 'table', 'timeline'],
} as const

for (const [at, space] of (['demo', 'main'] as const).entries())
  test(`every kind of figure on the wall of ${space} leaves in a file with its numbers`, async ({
    page,
  }) => {
    test.slow()
    await openWall(page, space)
    const registered = FIGURES.map(({ build }) => build(scenario(space, 'zh-CN')))
    const saved = await checkAll(page, registered, at * 2)
    expect(kindsOf(saved)).toEqual(ON_WALL[space])
  })

for (const first of [0, 3])
  test(`every panel of the desk leaves in a file with its numbers, in turn from ${FORMATS[first]}`, async ({
    page,
  }) => {
    test.slow()
    await openDesk(page, 'demo')
    const registered = DESK_FIGURES.map(({ build }) => build(deskOf('demo')))
    const saved = await checkAll(page, registered, first)
    // The rows of the selection are no figure but a table of their own, with a button.
    expect(saved).toHaveLength(registered.length - 1)
    await page
      .getByRole('button', { name: /^导出：/ })
      .last()
      .click()
    const cells = await page.locator('[role=cell].end').allTextContents()
    const numbers = await fileNumbers('XLSX', (await save(page, 'XLSX')).bytes)
    const printed = cells.filter((cell) => /^[\d,.]+$/.test(cell.trim()))
    expect(printed.length).toBeGreaterThan(10)
    expect(printed.filter((one) => !isAmong(one, numbers))).toEqual([])
  })
