import { expect, type Locator, type Page } from '@playwright/test'

import { settled } from './openPage.ts'

/** Figures and texts of the open briefing. */
export const items = (page: Page): Locator => page.locator('section.item')

/** Opens the page of briefings and waits until one can be begun. */
export async function openBriefing(page: Page, space = 'demo'): Promise<void> {
  await page.goto(`/${space}/briefing`)
  await expect(page.getByRole('button', { name: '新建' })).toBeEnabled()
}

/** Begins a briefing from a template, by the template's name. */
export async function create(page: Page, template: string): Promise<void> {
  await page.getByRole('combobox', { name: '模板' }).selectOption(template)
  await page.getByRole('button', { name: '新建' }).click()
  await expect(items(page).first()).toBeVisible()
  await expect(page.locator('.since')).not.toContainText('正在')
  await settled(page)
}
