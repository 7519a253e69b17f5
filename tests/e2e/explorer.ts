import { expect, type Locator, type Page } from '@playwright/test'

import { figure } from './figures.ts'
import { settled } from './openPage.ts'

/** What stands in the address. */
export const queryOf = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams)

/** One value of a filter in the rail, by the words beside its box. */
export const facet = (page: Page, words: string): Locator =>
  page
    .getByRole('complementary', { name: '筛选' })
    .getByRole('checkbox', { name: new RegExp(`^${words}\\s*\\d+$`) })

/** Opens a folded filter of the rail. */
export async function unfold(page: Page, filter: string): Promise<void> {
  const group = page
    .locator('aside details')
    .filter({ has: page.getByText(filter, { exact: true }) })
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
}

/** Names of all panels: each goes on with its finding, so that it changes with the selection. */
export const findings = (page: Page): Promise<string[]> =>
  page
    .locator('.panels')
    .getByRole('figure')
    .evaluateAll((figures) => figures.map((one) => one.getAttribute('aria-label') ?? ''))

/** The rows behind a figure, as its detail prints them; the head comes first. */
export async function rowsBehind(page: Page, title: string): Promise<string[][]> {
  await figure(page, title).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const rows = await dialog
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
    )
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
  return rows
}

/** Clicks the n-th of `rows` rows in a ranking, from 0. */
export async function clickRow(
  page: Page,
  title: string,
  row: number,
  rows: number,
): Promise<void> {
  const canvas = figure(page, title).locator('canvas')
  const { height } = (await canvas.boundingBox())!
  await canvas.click({ position: { x: 30, y: ((row + 0.5) * height) / rows } })
  await settled(page)
}

const table = (page: Page): Locator => page.getByRole('table', { name: '明细' })

/** Sorts the table by a column: the head says how it stands. */
export async function sortBy(
  page: Page,
  column: string,
  order: 'ascending' | 'descending',
): Promise<void> {
  const head = table(page)
    .getByRole('columnheader')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${column}\\s*[↑↓]?$`) }) })
  for (let i = 0; i < 2 && (await head.getAttribute('aria-sort')) !== order; i += 1)
    await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', order)
}

/** Rows of the table that are drawn now, by the titles of their columns. */
async function drawnRows(page: Page): Promise<Map<number, Record<string, string>>> {
  const rows = await table(page).evaluate((element) => {
    const texts = (row: Element, role: string): string[] =>
      [...row.querySelectorAll(`[role="${role}"]`)].map((cell) =>
        cell.textContent.replace(/[↑↓]/, '').trim(),
      )
    const heads = texts(element, 'columnheader')
    return [...element.querySelectorAll('[aria-rowindex]')].map((row) => {
      const cells = texts(row, 'cell')
      const record = Object.fromEntries(heads.map((head, i) => [head, cells[i] ?? '']))
      return [Number(row.getAttribute('aria-rowindex')), record] as const
    })
  })
  return new Map(rows)
}

/** All rows of the table in its order: scrolls through it, as a reader would. */
export async function tableRows(page: Page): Promise<Record<string, string>[]> {
  const count = Number(await table(page).getAttribute('aria-rowcount')) - 1
  const seen = new Map<number, Record<string, string>>()
  await table(page).evaluate((element) => element.scrollTo(0, 0))
  for (let at = 0; seen.size < count && at < 400; at += 1) {
    for (const [index, row] of await drawnRows(page)) seen.set(index, row)
    await table(page).evaluate(
      (element) =>
        new Promise((resolve) => {
          element.scrollBy(0, element.clientHeight)
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }),
    )
  }
  return [...seen].sort(([a], [b]) => a - b).map(([, row]) => row)
}
