import { readFile } from 'node:fs/promises'

import { type Download, expect, type Locator, type Page } from '@playwright/test'

/** A figure that was opened from a wall or a desk. */
export const detail = (page: Page): Locator => page.locator('dialog.detail')

/** The dialog of the export. */
export const dialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: '导出', exact: true })

/** Opens the export of the figure that has the focus, from its own dialog. */
export async function openExport(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await detail(page)
    .getByRole('button', { name: /^导出：/ })
    .click()
  await expect(dialog(page)).toBeVisible()
}

export interface SavedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Saves what the dialog shows as a file of a format: PNG, XLSX. */
export async function save(page: Page, format: string): Promise<SavedFile> {
  await dialog(page).getByRole('radio', { name: format, exact: true }).check()
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    dialog(page).getByRole('button', { name: '导出文件' }).click(),
  ])
  return read(file)
}

async function read(file: Download): Promise<SavedFile> {
  const bytes = new Uint8Array(await readFile(await file.path()))
  return { name: file.suggestedFilename(), bytes }
}
