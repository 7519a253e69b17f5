import { expect, type Page, test } from '@playwright/test'

import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { askBrains, askValues } from './askService.ts'
import { openDesk, openPath, stands } from './openPage.ts'
import { watchPage } from './watchPage.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const title = (page: Page) => page.getByRole('heading', { level: 1 })

test('every figure of the explorer opens with a table or a reason, its definition and its source', async ({
  page,
}) => {
  for (const space of ['demo', 'main'] as const) {
    await openDesk(page, space)
    const dialog = page.getByRole('dialog')
    for (const figure of await page.getByRole('figure').all()) {
      await figure.focus()
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('heading').first()).toBeVisible()
      const rows = await dialog.getByRole('row').count()
      const text = await dialog.innerText()
      const isStated = rows > 1 && text.includes('统计口径') && /数据来源|来源/.test(text)
      expect.soft(isStated || /未公开|没有|尚未/.test(text), text).toBe(true)
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog')).toHaveCount(0)
    }
  }
})

test('the main explorer lists every brain that is public, and invents nothing', async ({
  page,
  request,
  baseURL,
}) => {
  const trouble = await watchPage(page, baseURL!)
  await openDesk(page, 'main')
  const { brains } = (await (await request.get('/api/main/registry')).json()) as {
    brains: { name: string }[]
  }
  const table = page.getByRole('table', { name: '明细' })
  await expect(table).toHaveAttribute('aria-rowcount', `${brains.length + 1}`)
  for (const { name } of brains) await expect(table).toContainText(name)
  await expect(page.getByRole('main')).not.toContainText(/演示|模拟|示例·|种子/)
  expect(trouble).toEqual([])
})

test('the search box finds by name, initials, pinyin, adcode and id', async ({ page, request }) => {
  const { byId } = await askBrains(request)
  const [id, { name = '' } = {}] = [...byId].find(([, brain]) => brain.batch !== null) ?? []
  await openDesk(page, 'demo')
  const box = page.getByRole('combobox', { name: /^搜索/ })
  for (const [text, found, address] of [
    [name, name, `/demo/brain/${id}`],
    [id ?? '', name, `/demo/brain/${id}`],
    ['jqyysr', '集群营业收入', '/demo/indicators/cluster.revenue'],
    ['jinan', '济南市', 'city=370100'],
    ['370200', '青岛市', 'city=370200'],
    ['四大平台', '四大平台', '/demo/platforms'],
  ] as const) {
    await page.keyboard.press('/')
    await expect(box).toBeFocused()
    await box.fill(text)
    await expect(page.getByRole('option').first()).toContainText(found)
    await box.press('Enter')
    await expect.poll(() => page.url()).toContain(address)
    await stands(page)
  }
  await page.keyboard.press('/')
  await box.fill('查无此物')
  await expect(page.getByText('没有找到“查无此物”')).toBeVisible()
})

test('a view is saved by name in the browser, found again, and removed', async ({ page }) => {
  await openDesk(page, 'demo', 'domain=light&m=share')
  await page.getByText('视图', { exact: true }).click()
  await page.getByRole('textbox', { name: '视图名称' }).fill('轻工占比')
  await page.getByRole('button', { name: '保存当前视图' }).click()
  await openDesk(page, 'demo')
  await page.getByText('视图', { exact: true }).click()
  await page.getByRole('link', { name: '轻工占比' }).click()
  await expect(page).toHaveURL(/domain=light&m=share/)
  await page.getByText('视图', { exact: true }).click()
  await page.getByRole('button', { name: '删除视图 轻工占比' }).click()
  await expect(page.getByText('还没有命名的视图')).toBeVisible()
})

test('the dictionary lists every indicator, is searched, and leads to where it is used', async ({
  page,
}) => {
  await openPath(page, '/demo/indicators')
  const list = page.getByRole('navigation', { name: '指标', exact: true })
  await expect(list.getByRole('link')).toHaveCount(CATALOGUE.length)
  await list.getByRole('searchbox').fill('shangjialv')
  await expect(list.getByRole('link')).toHaveCount(1)
  await list.getByRole('link').click()
  await expect(title(page)).toHaveText('机架上架率')
  await expect(page).toHaveURL(/indicators\/compute\.rackUtilisation$/)
  await expect(page.getByRole('main')).toContainText('加权平均，权重为')
  await page.getByRole('link', { name: '在分析中打开' }).click()
  await expect(title(page)).toHaveText('机架上架率')
  await openPath(page, '/demo/indicators/no.such')
  await expect(page.getByRole('status').filter({ hasText: 'no.such' })).toBeVisible()
})

test('compare sets brains and regions side by side, focuses one and stands in the link', async ({
  page,
  request,
}) => {
  const { brains } = await askBrains(request)
  const revenue = await askValues(request, 'cluster.revenue')
  const [one, two] = brains.filter(({ id }) => revenue.at(id, revenue.last) !== null)
  await openPath(page, `/demo/compare?ids=${one?.id}~nobody~370100`)
  await expect(page.getByRole('status').filter({ hasText: '已略过' })).toContainText('nobody')
  await page
    .getByRole('textbox', { name: '加入' })
    .or(page.getByRole('combobox', { name: '加入' }))
    .fill(two?.name ?? '')
  await expect(page).toHaveURL(new RegExp(`ids=${one?.id}~370100~${two?.id}`))
  const head = page.getByRole('table', { name: '最近值' }).getByRole('columnheader')
  await expect(head.filter({ hasText: two?.name ?? '?' })).toBeVisible()
  const value = (revenue.at(two?.id ?? '', revenue.last) ?? NaN).toFixed(2)
  await expect(page.getByRole('row', { name: /集群营业收入/ })).toContainText(
    Number(value).toLocaleString('en-US', { minimumFractionDigits: 2 }),
  )
  await page.getByRole('button', { name: two?.name ?? '?', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`f=${two?.id}`))
  await page.getByRole('combobox', { name: '画法' }).selectOption('index')
  await expect(page).toHaveURL(/base=\d{4}-\d\d/)
  await page.getByRole('button', { name: `移除${one?.name}` }).click()
  await expect(page).not.toHaveURL(new RegExp(`${one?.id}`))
})

test('the platforms sort by any column, with the absent last and totals with their coverage', async ({
  page,
}) => {
  await openPath(page, '/demo/platforms')
  const table = page.getByRole('table', { name: '四大平台与数据仓' })
  await expect(table.getByRole('row', { name: /^合计/ })).toContainText(/\d+\/\d+/)
  const column = async (at: number): Promise<string[]> =>
    table
      .locator('tbody')
      .last()
      .getByRole('row')
      .evaluateAll(
        (rows, index) =>
          rows.map(
            (r) =>
              r.querySelectorAll('td')[index]?.querySelector('a, span')?.textContent.trim() ?? '',
          ),
        at,
      )
  const head = table.getByRole('columnheader').filter({ hasText: '数据汇聚' })
  for (const order of ['descending', 'ascending'] as const) {
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', order)
    const texts = await column(2)
    const known = texts
      .filter((text) => /^\d/.test(text))
      .map((text) => Number(text.replaceAll(',', '')))
    expect(known.length).toBeGreaterThan(20)
    expect(known).toEqual([...known].sort((a, b) => (order === 'ascending' ? a - b : b - a)))
    expect(texts.slice(0, known.length).filter((word) => !/^\d/.test(word))).toEqual([])
  }
  await expect(page).toHaveURL(/by=\w+&up=1/)
})

test('a profile prints on one page of A4, without the bar', async ({ page, request }) => {
  const revenue = await askValues(request, 'cluster.revenue')
  const isSilent = (brain: string): boolean => revenue.at(brain, revenue.last) === null
  const [silent, reported] = [
    revenue.brains.find(isSilent),
    revenue.brains.find((b) => !isSilent(b)),
  ]
  for (const id of [reported, silent]) {
    await openPath(page, `/demo/brain/${id}`)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect.soft(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, id).toBe(1)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: '打印一页纸' })).toBeHidden()
  await expect(title(page)).toBeVisible()
})

test('a profile or trace of a brain that is unknown says so and offers those that are there', async ({
  page,
}) => {
  await openPath(page, '/demo/brain/nobody')
  await expect(title(page)).toContainText('没有编号为 nobody 的产业大脑')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/demo\/brain\/(?!nobody)/)
  await openPath(page, '/demo/trace/cluster.revenue/nobody/1999-01')
  await expect(page.getByRole('status').filter({ hasText: '已略过' })).toContainText('nobody')
})

for (const path of ['desk', 'platforms', 'compare', 'indicators/cluster.revenue', 'brain/sim-001'])
  test(`/${path} speaks English throughout`, async ({ page }) => {
    await openPath(page, `/demo/${path}?lang=en`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    const heads = await page.getByRole('heading').allInnerTexts()
    const facts = heads.filter((head) => !head.includes('示例·'))
    expect(facts.filter((head) => /[\u4e00-\u9fff]/.test(head.replace(/\(.*?\)/g, '')))).toEqual([])
    await page.getByRole('navigation').first().getByRole('link').nth(1).click()
    await expect(page).toHaveURL(/lang=en/)
  })

test.describe('at 200 % zoom', () => {
  // Zoom halves the page's own pixels and doubles those of the device.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

  for (const path of ['desk', 'brain/sim-001', 'compare', 'platforms', 'indicators'])
    test(`/${path} stays usable: no sideways scrolling of the page`, async ({ page }) => {
      await openPath(page, `/demo/${path}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      const link = page.getByRole('link', { name: '指标字典' }).first()
      await link.click()
      await expect(page).toHaveURL(/\/demo\/indicators/)
    })
})
