import { readFile } from 'node:fs/promises'

import { expect, type Browser, type Page, test } from '@playwright/test'

import { fillTemplate } from '../server/fillTemplate.ts'
import {
  browserState,
  makeAdministrator,
  NOBODY,
  spawnService,
  type SpawnedService,
  temporaryFolder,
} from '../server/spawnService.ts'
import { openWall } from './openPage.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PASSWORD = 'gravel umbrella seventeen otters'

/** A service of its own: publishing in main would change what other tests see there. */
let service: SpawnedService
let folder: ReturnType<typeof temporaryFolder>
test.beforeAll(async () => {
  folder = temporaryFolder()
  service = await spawnService({ DATA_DIR: folder.path, PORT: '0' })
})
test.afterAll(async () => {
  await service.end('SIGTERM')
  folder.remove()
})

/** A browser with nobody signed in, or with the administrator's session. */
async function openBrowser(browser: Browser, storageState = NOBODY) {
  const context = await browser.newContext({
    ...{ baseURL: service.url, storageState },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true },
    viewport: { width: 1440, height: 900 },
  })
  return context.newPage()
}

/** The administrator's invitation for a reporter of one brain, as its link. */
async function invite(page: Page, name: string, brain: string): Promise<string> {
  await page.goto('/admin/users')
  const form = page.locator('form.invite')
  await form.getByLabel('用户名').fill(name)
  await form.getByLabel(/^\s*角色/).selectOption('reporter')
  await form.getByLabel('范围').selectOption('brain')
  await form.getByLabel('产业大脑编号').fill(brain)
  await form.getByRole('button', { name: '生成一次性链接' }).click()
  return page.getByLabel(`${name} 的一次性链接`).inputValue()
}

async function welcome(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('新密码', { exact: false }).first().fill(PASSWORD)
  await page.getByLabel('再次输入新密码').fill(PASSWORD)
  await page.getByRole('button', { name: '启用并登录' }).click()
  await expect(page).toHaveURL(/\/account/)
}

async function fetchTemplate(page: Page): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载模板' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^[\w-]+-\d{4}-\d{2}\.xlsx$/)
  return new Uint8Array(await readFile(await download.path()))
}

const upload = (page: Page, bytes: Uint8Array): Promise<void> =>
  page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: '月报.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) })

test('a month’s report goes from a template over two corrections and a review to the wall, and leads back', async ({
  browser,
}) => {
  test.slow()
  const session = await makeAdministrator(service.url, service.output())
  const office = await openBrowser(browser, await browserState(session, service.url))
  const registry = (await (await office.request.get('/api/main/registry')).json()) as {
    brains: readonly { id: string; name: string }[]
  }
  const [brain] = registry.brains
  if (!brain) throw new Error('main has brains that are known from publications')

  const reporter = await openBrowser(browser)
  await reporter.goto('/main/reporting')
  await expect(reporter).toHaveURL(/\/sign-in\?.*next=/)
  await welcome(reporter, await invite(office, '李敏', brain.id))
  await reporter.goto('/main/reporting')
  await expect(reporter.getByRole('main')).toContainText(brain.name)
  const period = await reporter.getByLabel('报送月份').inputValue()
  const template = await fetchTemplate(reporter)

  await upload(reporter, fillTemplate(template, { F8: -3, F9: 1200, F18: -2 }))
  const faults = reporter.locator('li.block')
  await expect(faults).toHaveCount(2)
  await expect(faults.nth(0)).toContainText('F8')
  await expect(faults.nth(1)).toContainText('F18')
  const handIn = reporter.getByRole('button', { name: '提交审核' })
  await expect(handIn).toBeDisabled()
  await expect(reporter.getByText('还有 2 处须改正')).toBeVisible()
  const waiting = reporter.waitForEvent('download')
  await reporter.getByRole('button', { name: '下载批注工作簿' }).click()
  expect((await waiting).suggestedFilename()).toContain('annotated')

  const right = fillTemplate(template, { F8: 1234.5, F9: 1200, F18: 12 })
  await upload(reporter, right)
  await expect(faults).toHaveCount(0)
  await handIn.click()
  await expect(reporter.getByRole('status').filter({ hasText: '已提交审核' })).toBeVisible()
  await expect(reporter.getByRole('row', { name: /待审核/ })).toBeVisible()
  expect((await reporter.request.get('/api/main/registry')).status()).toBe(200)
  expect((await reporter.request.post('/api/main/intake/drafts/D1/publish')).status()).toBe(403)

  const wall = await office.context().newPage()
  await openWall(wall, 'main')
  await expect(wall.locator('body')).not.toContainText('1,23')
  await office.goto('/main/review')
  await office.getByRole('button', { name: new RegExp(brain.name) }).click()
  const draft = office.getByRole('article')
  await expect(draft).toContainText('月报.xlsx')
  await draft.getByLabel('发布为').selectOption('preliminary')
  await draft.getByRole('button', { name: '发布', exact: true }).click()
  await expect(draft).toContainText('已发布为')
  await expect(wall.locator('body')).toContainText(/1,23[45]/)

  await reporter.goto(`/main/trace/cluster.revenue/${brain.id}/${period}`)
  const trace = reporter.getByRole('main')
  await expect(trace).toContainText('1,234.50')
  await expect(trace).toContainText('李敏')
  await expect(trace).toContainText(/报送!F8/)
  const kept = reporter.waitForEvent('download')
  await trace.getByRole('link', { name: '月报.xlsx' }).click()
  const bytes = await readFile(await (await kept).path())
  expect(bytes.equals(Buffer.from(right))).toBe(true)

  await office.goto('/admin/audit')
  for (const action of ['存为草稿', '提交报送', '审核发布', '下载报送文件'])
    await expect(office.getByRole('cell', { name: action })).not.toHaveCount(0)
})
