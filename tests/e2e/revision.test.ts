import { expect } from '@playwright/test'

import { figure, moneyIn, shanghai } from './figures.ts'
import { openWall } from './openPage.ts'
import { largestReport, revenueSlice, revise, valueIn } from './revise.ts'
import { test } from './smallService.ts'
import { watchFlicker } from './watchFlicker.ts'

/** In the order of the file, in one worker: all revise the same figure. */
test.describe.configure({ mode: 'default' })

test('a revised figure appears on the open wall by itself, without flicker', async ({
  page,
  service,
}) => {
  await openWall(page, 'demo')
  const revenue = figure(page, '集群营业收入')
  const old = await moneyIn(revenue)
  const seen = await watchFlicker(page)

  const report = await largestReport(service.url)
  const receipt = await revise(service, { ...report, value: report.value + 500 })
  expect(receipt).toMatchObject({ revised: 1 })

  await expect.poll(() => moneyIn(revenue)).toBe(old + 500)
  await expect(revenue).toHaveAccessibleName(new RegExp((old + 500).toLocaleString('en-US')))
  expect(await seen()).toEqual([])
})

test('as of an instant before the revision, service and wall still say the old figure', async ({
  page,
  service,
}) => {
  const report = await largestReport(service.url)
  await openWall(page, 'demo')
  const old = await moneyIn(figure(page, '集群营业收入'))
  const { knownAt } = await revise(service, { ...report, value: report.value + 700 })
  const before = new Date(Date.parse(knownAt) - 1).toISOString()
  expect(valueIn(await revenueSlice(service.url, before), report)).toBe(report.value)
  expect(valueIn(await revenueSlice(service.url), report)).toBeCloseTo(report.value + 700)

  await openWall(page, 'demo', `asOf=${before}`)
  expect(await moneyIn(figure(page, '集群营业收入'))).toBe(old)
  await expect(page.getByText(`已知至 ${shanghai(before)}`)).toBeVisible()
})

test('a wall that asks as of an instant does not follow later revisions', async ({
  page,
  service,
}) => {
  const report = await largestReport(service.url)
  const { knownAt } = await revise(service, { ...report, value: report.value + 1 })
  await openWall(page, 'demo', `asOf=${knownAt}`)
  const shown = await moneyIn(figure(page, '集群营业收入'))
  const live = await page.context().newPage()
  await openWall(live, 'demo')
  await revise(service, { ...report, value: report.value + 900 })
  await expect.poll(() => moneyIn(figure(live, '集群营业收入'))).toBe(shown + 899)
  expect(await moneyIn(figure(page, '集群营业收入'))).toBe(shown)
})
