import { expect, type Page, test } from '@playwright/test'

import { clickRow, facet, findings, queryOf, rowsBehind, sortBy, tableRows } from './explorer.ts'
import { figure } from './figures.ts'
import { openDesk, openPath, settled, stands } from './openPage.ts'
import { watchPage } from './watchPage.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const count = (page: Page) => page.getByRole('complementary', { name: '筛选' }).locator('b').first()
const notice = (page: Page) => page.getByRole('status').filter({ hasText: '已略过' })

/** Panels whose finding is the same as before: none may be, after a filter. */
const unmoved = async (page: Page, before: readonly string[]): Promise<string[]> =>
  (await findings(page)).filter((name) => before.includes(name))

test('a filter in the rail moves every panel, the sentence, the counts and the table', async ({
  page,
  baseURL,
}) => {
  const trouble = await watchPage(page, baseURL!)
  await openDesk(page, 'demo')
  const before = await findings(page)
  const all = Number(await count(page).innerText())
  await facet(page, '轻工').click()
  await stands(page)
  expect(before.length).toBe(6)
  expect(await unmoved(page, before)).toEqual([])
  await expect.poll(() => queryOf(page)).toEqual({ domain: 'light' })
  const left = Number(await count(page).innerText())
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(all)
  const rows = await tableRows(page)
  expect(rows.length).toBe(left)
  expect(new Set(rows.map((row) => row['领域']))).toEqual(new Set(['轻工']))
  await page.getByRole('button', { name: '清除' }).click()
  await expect(count(page)).toHaveText(`${all}`)
  await expect.poll(() => queryOf(page)).toEqual({})
  expect(trouble).toEqual([])
})

test('a city on the map filters all panels, a second click lifts it', async ({ page }) => {
  await openDesk(page, 'demo')
  const before = await findings(page)
  const map = page.locator('.panels .map canvas')
  const { width, height } = (await map.boundingBox())!
  const middle = { position: { x: width * 0.46, y: height * 0.5 } }
  await map.click(middle)
  await stands(page)
  expect(queryOf(page)['city']).toMatch(/^37\d{4}$/)
  expect(await unmoved(page, before)).toEqual([])
  const towns = new Set((await tableRows(page)).map((row) => row['市']))
  expect(towns.size).toBe(1)
  await map.click(middle)
  await stands(page)
  await expect.poll(() => queryOf(page)).toEqual({})
  expect(await findings(page)).toEqual(before)
})

test('a brain in the ranking is focused in trend, ranking and table', async ({ page }) => {
  await openDesk(page, 'demo', 'domain=chemicals')
  const [, first] = await rowsBehind(page, '大脑排名')
  const rows = (await rowsBehind(page, '大脑排名')).length - 1
  const name = first?.[0]?.replace(/^\d+ /, '') ?? '?'
  await clickRow(page, '大脑排名', 0, rows)
  expect(queryOf(page)['b']).toBeTruthy()
  await expect(page.getByText(`焦点：${name}`)).toBeVisible()
  await expect(figure(page, '大脑排名')).toHaveAccessibleName(new RegExp(`${name} .*居化工第1位`))
  await expect(figure(page, '集群营业收入走势')).toHaveAccessibleName(new RegExp(name))
  await expect(page.locator('[role="row"].focused')).toContainText(name)
  await page.getByRole('button', { name: '取消焦点' }).click()
  await expect(page.getByText('焦点：')).toHaveCount(0)
  await expect.poll(() => queryOf(page)).toEqual({ domain: 'chemicals' })
})

test('a small plot filters by its domain', async ({ page }) => {
  await openDesk(page, 'demo')
  const before = await findings(page)
  const plots = page.locator('.panels .multiples canvas')
  await plots.click({ position: { x: 60, y: 30 } })
  await stands(page)
  expect(queryOf(page)['domain']).toBeTruthy()
  expect(await unmoved(page, before)).toEqual([])
})

test('the address is short and canonical; back, forward and reload give the same view', async ({
  page,
}) => {
  await openDesk(page, 'demo', 'm=value&i=cluster.revenue&domain=light~chemicals')
  await facet(page, '验收').click()
  await page.getByRole('combobox', { name: '度量' }).selectOption('yearOnYear')
  await stands(page)
  const link = '/demo/desk?domain=chemicals~light&stage=accepted&m=yearOnYear'
  expect(decodeURIComponent(new URL(page.url()).pathname + new URL(page.url()).search)).toBe(link)
  const shown = await findings(page)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: '度量' })).toHaveValue('value')
  await page.goBack()
  await expect(facet(page, '验收')).not.toBeChecked()
  await page.goForward()
  await page.goForward()
  await expect(page.getByRole('combobox', { name: '度量' })).toHaveValue('yearOnYear')
  await stands(page)
  expect(await findings(page)).toEqual(shown)
  await page.reload()
  await stands(page)
  expect(await findings(page)).toEqual(shown)
})

for (const [part, kept, words] of [
  ['b=nobody', {}, 'b=nobody'],
  ['i=no.such', {}, 'i=no.such'],
  ['m=magic', {}, 'm=magic'],
  ['city=999999~370100', { city: '370100' }, 'city=999999'],
  ['batch=1999', {}, 'batch=1999'],
  ['t=2199-01', {}, 't=2199-01'],
  ['t=soon', {}, 't=soon'],
] as const)
  test(`a link with ${part} opens the nearest view and says what was dropped`, async ({ page }) => {
    await openDesk(page, 'demo', `domain=light&${part}`)
    await expect(notice(page)).toContainText(words)
    await expect(facet(page, '轻工')).toBeChecked()
    if ('city' in kept) await expect(facet(page, '济南')).toBeChecked()
    expect((await findings(page)).length).toBe(6)
    await facet(page, '轻工').click()
    await expect(notice(page)).toHaveCount(0)
    await expect.poll(() => queryOf(page)).toMatchObject(kept)
  })

test('a month before all data opens the first one', async ({ page }) => {
  await openDesk(page, 'demo', 't=1999-01')
  await expect(notice(page)).toContainText('t=1999-01')
  await expect(page.locator('output')).toContainText('2023年1月')
})

for (const when of ['never', '1999-01-01', '2199-01-01T00:00:00Z'])
  test(`an as-of of ${when} never leaves the desk empty-handed`, async ({ page }) => {
    await openPath(page, `/demo/desk?asOf=${when}`)
    const said = page.getByRole('status').filter({ hasText: /已略过|正在查看截至|没有符合|无法/ })
    await expect(said.first()).toBeVisible()
  })

test('a filter without a match names the conditions that empty it, and lifts them', async ({
  page,
}) => {
  await openDesk(page, 'demo', 'domain=chemicals&city=370800&batch=2025')
  const empty = page.getByRole('status').filter({ hasText: '没有符合条件的产业大脑' })
  const offers = empty.getByText(/这一条件使结果为空，放开后有 \d+ 个/)
  await expect(offers.first()).toBeVisible()
  const [, left] = /放开后有 (\d+) 个/.exec(await offers.first().innerText()) ?? []
  await empty.getByRole('button', { name: /^放开/ }).first().click()
  await stands(page)
  await expect(empty).toHaveCount(0)
  await expect(count(page)).toHaveText(left ?? '?')
  expect(Object.keys(queryOf(page)).length).toBe(2)
})

test('play moves the month, every panel with it, and stops where it is told', async ({ page }) => {
  await openDesk(page, 'demo', 't=2026-02')
  const before = await findings(page)
  await page.getByRole('button', { name: '播放' }).click()
  await page.waitForURL(({ searchParams }) => (searchParams.get('t') ?? '') >= '2026-04')
  await page.getByRole('button', { name: '暂停' }).click()
  await settled(page)
  const month = queryOf(page)['t'] ?? ''
  expect(await unmoved(page, before)).toEqual([])
  await expect(page.locator('output')).toContainText(`${Number(month.slice(5))}月`)
  await expect(page.getByRole('button', { name: '播放' })).toBeVisible()
})

test('the table sorts, leaves columns out, and says what is absent in words', async ({ page }) => {
  await openDesk(page, 'demo', 'domain=chemicals')
  const numbers = async (): Promise<number[]> =>
    (await tableRows(page))
      .map((row) => row['集群营业收入']?.replaceAll(',', '') ?? '')
      .filter((text) => /^\d/.test(text))
      .map(Number)
  await sortBy(page, '集群营业收入', 'ascending')
  const up = await numbers()
  expect(up.length).toBeGreaterThan(4)
  expect(up).toEqual([...up].sort((a, b) => a - b))
  await sortBy(page, '集群营业收入', 'descending')
  expect(await numbers()).toEqual([...up].reverse())

  const rows = await tableRows(page)
  const without = rows.filter((row) => !/^\d/.test(row['集群营业收入'] ?? ''))
  expect(without.length).toBeGreaterThan(0)
  expect(
    without.filter((row) => !/^(未报送|不适用|未到期|未公开)/.test(row['报送'] ?? '')),
  ).toEqual([])
  expect(rows.slice(-without.length)).toEqual(without)

  await page.getByText('列', { exact: true }).click()
  await page.getByRole('checkbox', { name: '领域' }).uncheck()
  await expect(page.getByRole('columnheader', { name: '领域' })).toHaveCount(0)
  await page.getByRole('checkbox', { name: '领域' }).check()
  await expect(page.getByRole('columnheader', { name: '领域' })).toBeVisible()
})
