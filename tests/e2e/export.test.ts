import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

import { textsOf } from '../../src/export/pngText.ts'
import { detail, dialog, openExport, save } from './exports.ts'
import { figure } from './figures.ts'
import { openDesk, openPath, openWall } from './openPage.ts'

const alert = (page: Page) => dialog(page).getByRole('alert')

/** The bar figure of the wall: a native chart, and numbers that are easy to read. */
const DOMAINS = '分领域集群营业收入'

async function openDomains(page: Page): Promise<void> {
  await openWall(page, 'demo')
  await figure(page, DOMAINS).focus()
  await openExport(page)
}

/** The numbers of the first column with numbers in the table of the figure's dialog. */
async function shownNumbers(page: Page): Promise<number[]> {
  const texts = await detail(page).locator('tbody tr td:nth-child(2)').allTextContents()
  return texts.map((text) => Number(text.replaceAll(',', '').replace('−', '-')))
}

/** Unrounded numbers of a file print as the page does. */
const rounded = (values: readonly unknown[]): number[] =>
  values.map((value) => Math.round(Number(value)))

/** Fields of CSV without quoted line ends. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
    field.replace(/^"|"$/g, '').replaceAll('""', '"'),
  )

const isDomainRow = (first: unknown): boolean =>
  ['机械', '化工', '轻工', '纺织', '电子'].includes(String(first))

test('a figure of the wall is saved in every format with its numbers, its source and 演示', async ({
  page,
}) => {
  test.slow()
  await openDomains(page)
  const shown = (await shownNumbers(page)).filter((value) => !Number.isNaN(value))
  expect(shown.length).toBeGreaterThan(5)

  const png = await save(page, 'PNG')
  expect(png.name).toMatch(/^演示_分领域集群营业收入.*\.png$/)
  const texts = new Map(textsOf(png.bytes))
  expect(texts.get('Title')).toContain('【演示】')
  const link = new URL(texts.get('Link') ?? '')
  expect(`${link.origin}${link.pathname}`).toBe(page.url())
  const instant = link.searchParams.get('asOf') ?? ''
  expect(new Date(instant).toISOString()).toBe(instant)
  expect(texts.get('Query')).toBe('wall')
  expect(texts.get('Data')).toBe('演示数据')
  const header = new DataView(png.bytes.buffer, png.bytes.byteOffset + 16)
  expect([header.getUint32(0), header.getUint32(4)]).toEqual([3200, 1800])

  const svg = strFromU8((await save(page, 'SVG')).bytes)
  expect(svg).toContain('演示数据')
  for (const value of shown) expect(svg).toContain(`>${value.toLocaleString('en-US')}<`)

  const xlsx = await save(page, 'XLSX')
  const rows = await readSheet(Buffer.from(xlsx.bytes), 1)
  const inSheet = rows.filter(([first]) => isDomainRow(first)).map(([, value]) => value)
  expect(inSheet.length).toBeGreaterThan(3)
  for (const value of inSheet) {
    expect(typeof value).toBe('number')
    expect(shown).toContain(rounded([value])[0])
  }
  const about = (await readSheet(Buffer.from(xlsx.bytes), 2)).flat().join(' ')
  expect(about).toContain('模拟数据')
  expect(about).toContain(page.url())

  const csv = strFromU8((await save(page, 'CSV')).bytes)
  const lines = csv.trim().split('\r\n').map(fieldsOf)
  const inText = lines.filter(([first]) => isDomainRow(first)).map(([, value]) => value)
  expect(inText.map(Number)).toEqual(inSheet)
  expect(csv).toContain('【演示】')

  const pptx = unzipSync((await save(page, 'PPTX')).bytes)
  const chart = Object.keys(pptx).find((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
  const inChart = [...strFromU8(pptx[chart ?? '']!).matchAll(/<c:v>([^<]+)<\/c:v>/g)].map(
    ([, value]) => Number(value),
  )
  for (const value of inSheet) expect(inChart).toContain(value)
  expect(strFromU8(pptx['ppt/slides/slide1.xml']!)).toContain('演示')

  const docx = unzipSync((await save(page, 'DOCX')).bytes)
  const text = strFromU8(docx['word/document.xml']!)
  expect(text).toContain('演示')
  for (const value of shown) expect(text).toContain(value.toLocaleString('en-US'))
  expect(Object.keys(docx).some((path) => /^word\/media\/.*\.png$/.test(path))).toBe(true)
})

test('a panel of the desk is saved from its own button, a map with the note that belongs to it', async ({
  page,
}) => {
  await openDesk(page, 'demo', 'domain=light')
  const map = page.locator('.figure.map')
  await map.hover()
  await map.getByRole('button', { name: /^导出：/ }).click()
  const svg = strFromU8((await save(page, 'SVG')).bytes)
  expect(svg).toContain('示意图，未经审核')
  expect(svg).toContain('desk?domain=light')
  const pptx = unzipSync((await save(page, 'PPTX')).bytes)
  expect(Object.keys(pptx).some((path) => /^ppt\/media\/.*\.(svg|png)$/.test(path))).toBe(true)
  expect(strFromU8(pptx['ppt/slides/slide1.xml']!)).toContain('演示')
})

for (const path of ['/demo/brain/sim-001', '/demo/compare?ids=sim-001~370100', '/demo/platforms'])
  test(`${path} has its figures exported`, async ({ page }) => {
    await openPath(page, path)
    await page
      .getByRole('button', { name: /^导出：/ })
      .first()
      .click()
    const { name, bytes } = await save(page, 'CSV')
    expect(name).toMatch(/^演示_.*\.csv$/)
    expect(strFromU8(bytes).split('\r\n').length).toBeGreaterThan(2)
  })

test('what stands in the dialog is what is saved: title, size and scale', async ({ page }) => {
  await openDomains(page)
  await dialog(page).getByRole('textbox', { name: '标题' }).fill('=HYPERLINK("x") <我的> & 标题')
  await dialog(page).getByRole('combobox', { name: '尺寸' }).selectOption('square')
  await dialog(page).getByRole('radio', { name: '3×' }).check()
  await expect(dialog(page)).toContainText('3240 × 3240')
  const { name, bytes } = await save(page, 'PNG')
  expect(name).toMatch(/^演示_=HYPERLINK\(_x_\) _我的_ & 标题_/)
  expect(new Map(textsOf(bytes)).get('Title')).toBe('【演示】=HYPERLINK("x") <我的> & 标题')
  const header = new DataView(bytes.buffer, bytes.byteOffset + 16)
  expect([header.getUint32(0), header.getUint32(4)]).toEqual([3240, 3240])
})

test('a figure goes into the briefing from the dialog', async ({ page }) => {
  await openDomains(page)
  await dialog(page).getByRole('button', { name: '加入简报' }).click()
  await expect(dialog(page).getByRole('status')).toContainText('共 1 项')
})

test('a picture goes to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDomains(page)
  await dialog(page).getByRole('radio', { name: '复制图片' }).check()
  await dialog(page).getByRole('button', { name: '复制图片' }).click()
  await expect(dialog(page).getByRole('status')).toContainText('图片已复制')
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  )
  expect(types).toContain('image/png')
})

test('a figure without data is refused with its reason, and there is no file', async ({ page }) => {
  await openPath(page, '/main/platforms')
  let files = 0
  page.on('download', () => (files += 1))
  await page.getByRole('button', { name: /^导出：/ }).click()
  await expect(alert(page)).toContainText('均未公开')
  await expect(dialog(page).getByRole('button', { name: '导出文件' })).toBeDisabled()
  expect(files).toBe(0)
})

test('a font that cannot be read fails with its reason, and there is no file', async ({ page }) => {
  let files = 0
  page.on('download', () => (files += 1))
  await openDomains(page)
  await page.route(/\.woff2$/, (route) => route.abort())
  await dialog(page).getByRole('button', { name: '导出文件' }).click()
  await expect(alert(page)).toContainText('字体')
  expect(files).toBe(0)
})

test('an export is cancelled, and the next one works', async ({ page }) => {
  let files = 0
  page.on('download', () => (files += 1))
  await openDomains(page)
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/exportWorker.*\.js$/, async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  await dialog(page).getByRole('button', { name: '导出文件' }).click()
  await expect(dialog(page).getByRole('progressbar')).toBeVisible()
  await dialog(page).getByRole('button', { name: '取消' }).click()
  await expect(dialog(page).getByRole('progressbar')).toHaveCount(0)
  expect(files).toBe(0)
  release()
  await page.unroute(/exportWorker.*\.js$/)
  expect((await save(page, 'PNG')).name).toMatch(/\.png$/)
  expect(files).toBe(1)
})

test('a deck is made beside the page: what writes it is loaded by the worker alone', async ({
  page,
}) => {
  await openDomains(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('worker', () => asked.push('worker'))
  await save(page, 'PPTX')
  expect(asked).toContain('worker')
  const own = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(asked.some((url) => /\/slides-[^/]*\.js$/.test(url))).toBe(true)
  expect(own.filter((url) => /\/slides-[^/]*\.js$/.test(url))).toEqual([])
})

test('the dialog is worked by keys alone and gives the focus back', async ({ page }) => {
  await openWall(page, 'demo')
  await figure(page, DOMAINS).focus()
  await page.keyboard.press('Enter')
  await expect(detail(page)).toBeVisible()
  await detail(page)
    .getByRole('button', { name: /^导出：/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('radio', { name: 'PNG' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(dialog(page).getByRole('radio', { name: 'SVG' })).toBeChecked()
  const file = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await file).suggestedFilename()).toMatch(/\.svg$/)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(detail(page)).toBeVisible()
  await expect(detail(page).getByRole('button', { name: /^导出：/ })).toBeFocused()
})

for (const [name, open] of [
  ['wall', openWall],
  ['desk', openDesk],
] as const)
  test(`the dialog on the ${name} has no serious accessibility finding, and fits`, async ({
    page,
  }) => {
    test.slow()
    await open(page, 'demo')
    await page.getByRole('figure').first().focus()
    await openExport(page)
    for (const format of ['PNG', 'XLSX']) {
      await dialog(page).getByRole('radio', { name: format, exact: true }).check()
      const { violations } = await new AxeBuilder({ page }).include('dialog.export').analyze()
      const grave = violations.filter(({ impact }) =>
        ['serious', 'critical'].includes(impact ?? ''),
      )
      expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    const box = await dialog(page).boundingBox()
    const view = page.viewportSize()
    expect((box?.x ?? -1) >= 0 && (box?.y ?? -1) >= 0).toBe(true)
    expect((box?.width ?? 0) <= (view?.width ?? 0)).toBe(true)
  })

test('a page that exports nothing fetches nothing of it', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openWall(page, 'demo')
  await openDesk(page, 'demo')
  expect(asked.filter((url) => /export(?!.*button)|slides|docx|sheet/i.test(url))).toEqual([])
})
