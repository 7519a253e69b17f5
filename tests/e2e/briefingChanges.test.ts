import { expect } from '@playwright/test'

import { largestReport, revise } from './revise.ts'
import { test } from './smallService.ts'

test.describe.configure({ mode: 'default' })

test('a frozen briefing stays as it was and says what is otherwise today, old → new', async ({
  page,
  service,
}) => {
  await page.goto('/demo/briefing')
  await page.getByRole('combobox', { name: '模板' }).selectOption('月度运行简报')
  await page.getByRole('button', { name: '新建' }).click()
  const since = page.locator('.since')
  await expect(since).toContainText('各图数据未变')
  const revenue = page
    .locator('section.item')
    .filter({ has: page.locator('.numeral') })
    .filter({
      hasText: '集群营业收入',
    })
  const frozen = await revenue.first().locator('.numeral').textContent()

  const report = await largestReport(service.url)
  await revise(service, { ...report, value: report.value + 900 })
  await expect(since).toContainText(/[1-9]\d* 幅图的数据有变化/)
  const changes = revenue.first().locator('.changes')
  await expect(changes).toContainText('→')
  await expect(changes.locator('del').first()).toContainText(frozen?.trim() ?? '?')
  await expect(revenue.first().locator('.numeral')).toHaveText(frozen ?? '?')

  await expect(page.locator('.sheet')).toHaveAttribute('aria-busy', 'false')
  await page.reload()
  await expect(since).toContainText(/[1-9]\d* 幅图的数据有变化/)
  await expect(revenue.first().locator('.numeral')).toHaveText(frozen ?? '?')
})
