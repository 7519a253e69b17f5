import { expect, type Browser, type Page } from '@playwright/test'

import { browserState, makeAdministrator, NOBODY } from '../server/spawnService.ts'
import { askBrains } from './askService.ts'
import { openPath, openWall } from './openPage.ts'
import { test, type SmallService } from './smallService.ts'

const PASSWORD = 'gravel umbrella seventeen otters'

/** A browser of somebody of the office, who takes up an invitation of the administrator. */
async function openOffice(browser: Browser, service: SmallService, admin: Page, name: string) {
  const grants = [{ role: 'office', space: 'demo', city: null, brain: null }]
  const answer = await admin.request.post('/api/users', {
    headers: { origin: service.url },
    data: { name, grants },
  })
  expect(answer.status()).toBe(201)
  const { path } = (await answer.json()) as { path: string }
  const page = await openBrowser(browser, service)
  await page.goto(path)
  await page.locator('[name="new-password"]').fill(PASSWORD)
  await page.locator('[name="new-password-again"]').fill(PASSWORD)
  await page.getByRole('button', { name: '启用并登录' }).click()
  await expect(page).toHaveURL(/\/account/)
  return page
}

async function openBrowser(
  browser: Browser,
  { url }: SmallService,
  storageState = NOBODY,
): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: url, storageState },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true },
    viewport: { width: 1440, height: 900 },
  })
  return context.newPage()
}

/** A brain that is built, without an open order, and how many orders are open. */
async function chooseBrain(page: Page) {
  const { brains, states } = await askBrains(page.request)
  const all = brains.flatMap((brain) => {
    const state = states.get(brain.id)
    return state && ['pilot', 'accepted', 'designated'].includes(state.stage)
      ? [{ brain, open: state.measures.length }]
      : []
  })
  const chosen = all.find(({ open }) => open === 0)?.brain
  if (!chosen) throw new Error('no brain of the demo is built without an open order')
  return { brain: chosen, open: all.reduce((sum, { open }) => sum + open, 0) }
}

const panel = (page: Page) => page.locator('aside.panel')

test('a rectification: ordered, counted down on the wall, evidenced, closed by a second person', async ({
  browser,
  service,
  page: wall,
}) => {
  test.slow()
  const session = await makeAdministrator(service.url, service.printed)
  const admin = await openBrowser(browser, service, await browserState(session, service.url))
  const first = await openOffice(browser, service, admin, '王芳')
  const second = await openOffice(browser, service, admin, '李敏')
  const { brain, open } = await chooseBrain(first)
  const onWall = (count: number) =>
    wall.locator(`[role="figure"][aria-label*="限期整改 ${count} 个"]`)

  await openWall(wall, 'demo')
  await expect(onWall(open)).toHaveCount(1)

  await openPath(first, `/demo/brain/${brain.id}`)
  await first.getByRole('main').getByRole('link', { name: '建设过程' }).click()
  await expect(panel(first)).toContainText(brain.name)
  await first.getByLabel('发现的问题').fill('月报连续缺报')
  await first.getByLabel('文件').fill('限期整改通知')
  await first.getByLabel('期限（工作日）').fill('3')
  await first.getByLabel('责任单位').fill('某揭榜单位')
  await first.getByRole('button', { name: '下达限期整改' }).click()
  await expect(panel(first)).toContainText('剩 3 工作日')
  await expect(panel(first)).toContainText('2026-11-25')
  await expect(onWall(open + 1)).toHaveAttribute('aria-label', /剩 3 工作日/)

  await panel(first).getByRole('button', { name: '佐证材料', exact: true }).click()
  await first.locator('form input[type="file"]').setInputFiles({
    ...{ name: '补报截图.png', mimeType: 'image/png', buffer: Buffer.from('佐证') },
  })
  await first.getByLabel('说明什么').fill('已补报全部月份')
  await first.getByRole('button', { name: '提交：佐证材料' }).click()
  await panel(first).getByRole('button', { name: '提请销号', exact: true }).click()
  await first.getByLabel('整改情况').fill('缺报月份已补齐')
  await first.getByRole('button', { name: '提交：提请销号' }).click()
  await expect(panel(first)).toContainText('已提请销号')
  await expect(panel(first).getByRole('button', { name: '销号', exact: true })).toHaveCount(0)
  await expect(panel(first)).toContainText('须由未提请、未提交佐证的另一人办理')
  const order = new URL(first.url()).searchParams.get('case') ?? ''
  const own = await first.request.post(`/api/demo/cases/${order}/steps`, {
    headers: { origin: service.url },
    data: { kind: 'closed', seen: 2, text: '自行销号' },
  })
  expect(own.status()).toBe(422)

  await openPath(second, `/demo/lifecycle?case=${order}`)
  const waiting = second.waitForEvent('download')
  await panel(second).getByRole('button', { name: '补报截图.png' }).click()
  expect((await waiting).suggestedFilename()).toBe('补报截图.png')
  await panel(second).getByRole('button', { name: '销号', exact: true }).click()
  await second.getByLabel('销号意见').fill('佐证属实，同意销号')
  await second.getByRole('button', { name: '提交：销号' }).click()
  await expect(panel(second)).toContainText('已结束')

  for (const page of [first, second])
    await expect(panel(page).locator('.steps li')).toContainText([
      ...['下达限期整改', '佐证材料', '提请销号', '销号'],
    ])
  await expect(panel(second).locator('.steps')).toContainText('王芳')
  await expect(panel(second).locator('.steps li').last()).toContainText('李敏')
  await expect(onWall(open)).toHaveCount(1)
})
