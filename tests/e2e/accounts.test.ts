import { expect, test } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'

import { openPath, openWall, settled } from './openPage.ts'

const PASSWORD = 'a long sentence of one’s own'

/** A browser in which nobody is signed in. */
const stranger = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()

/** The administrator makes an account for one city; gives the one-time link. */
async function invite(page: Page, name: string): Promise<string> {
  await openPath(page, '/admin/users')
  await page.getByLabel('用户名', { exact: true }).fill(name)
  await page.getByLabel('范围').selectOption('city')
  await page.getByRole('combobox', { name: '一个市', exact: true }).selectOption('370200')
  await page.getByRole('button', { name: '生成一次性链接' }).click()
  return page.getByLabel(`${name} 的一次性链接`).inputValue()
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(name)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

test('an account: invited, set up by its owner, limited to its city, closed again', async ({
  page,
  browser,
}) => {
  const name = `qingdao-${test.info().retry}`
  const link = await invite(page, name)
  const owner = await stranger(browser)
  await owner.goto(link)
  await expect(owner).toHaveURL(/\/welcome$/)
  await owner.locator('[name="new-password"]').fill(PASSWORD)
  await owner.locator('[name="new-password-again"]').fill('something else again')
  await expect(owner.getByText('两次输入不一致。')).toBeVisible()
  await owner.locator('[name="new-password-again"]').fill(PASSWORD)
  await owner.getByRole('button', { name: '启用并登录' }).click()
  await expect(owner.getByRole('heading', { name })).toBeVisible()
  await expect(owner.getByRole('main')).toContainText('正式库 · 青岛市')

  await openPath(owner, '/main/desk')
  const registry = await owner.request.get('/api/main/registry')
  const { brains } = (await registry.json()) as { brains: { city: string }[] }
  expect(new Set(brains.map(({ city }) => city))).toEqual(
    new Set(brains.length > 0 ? ['370200'] : []),
  )
  expect((await owner.request.get('/api/users')).status()).toBe(403)

  const again = await stranger(browser)
  await again.goto(link)
  await again.locator('[name="new-password"]').fill(PASSWORD)
  await again.locator('[name="new-password-again"]').fill(PASSWORD)
  await again.getByRole('button', { name: '启用并登录' }).click()
  await expect(again.getByRole('alert')).toBeVisible()

  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: '关闭' }).click()
  expect((await owner.request.get('/api/main/registry')).status()).toBe(200)
  await row.getByRole('button', { name: '确认关闭' }).click()
  await expect(row).toContainText('已关闭')
  expect((await owner.request.get('/api/main/registry')).status()).toBe(401)
})

test('whoever is not signed in is asked, told what was wrong, and led back', async ({
  page,
  browser,
}) => {
  const name = `reader-${test.info().retry}`
  const link = await invite(page, name)
  const owner = await stranger(browser)
  await owner.goto(link)
  await owner.locator('[name="new-password"]').fill(PASSWORD)
  await owner.locator('[name="new-password-again"]').fill(PASSWORD)
  await owner.getByRole('button', { name: '启用并登录' }).click()
  await owner.getByRole('button', { name: '退出登录' }).click()
  await expect(owner).toHaveURL(/\/sign-in/)

  await owner.goto('/main/compare?lang=en')
  await expect(owner).toHaveURL(/\/sign-in\?.*next=/)
  await expect(owner.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await owner.goto('/sign-in?next=/main/compare')
  await signIn(owner, name, 'not the password')
  await expect(owner.getByRole('alert')).toBeVisible()
  await signIn(owner, name, PASSWORD)
  await expect(owner).toHaveURL(/\/main\/compare$/)
  await owner.getByText(name, { exact: true }).click()
  await expect(owner.getByRole('link', { name: '我的账号' })).toBeVisible()
  await expect(owner.getByRole('link', { name: '审核发布' })).toHaveCount(0)
})

test('demo is open on this machine, main is not', async ({ browser }) => {
  const page = await stranger(browser)
  await openWall(page, 'demo')
  await page.goto('/main/wall')
  await expect(page).toHaveURL(/\/sign-in\?.*next=/)
})

test('a wall link opens the wall and nothing else, until it is revoked', async ({
  page,
  browser,
}) => {
  const label = `大厅 ${test.info().retry}`
  await openPath(page, '/admin/links')
  const form = page.locator('form').filter({ hasText: '生成链接' })
  await form.getByLabel('用途').fill(label)
  await form.getByRole('button', { name: '生成链接' }).click()
  const link = await page.getByLabel(`大屏链接“${label}”`).inputValue()
  const wall = await stranger(browser)
  await wall.goto(link)
  await expect(wall).toHaveURL(/\/main\/wall/)
  await expect(wall.getByRole('figure').first()).toBeVisible()
  await settled(wall)
  expect((await wall.request.get('/api/users')).status()).toBe(403)
  expect((await wall.request.get('/api/main/intake/drafts')).status()).toBe(403)

  await page.getByRole('button', { name: `作废“${label}”`, exact: true }).click()
  expect((await wall.request.get('/api/main/registry')).status()).toBe(200)
  await page.getByRole('button', { name: `确认作废“${label}”` }).click()
  await expect(page.getByRole('row').filter({ hasText: label })).toContainText('已作废')
  await expect(wall).toHaveURL(/\/sign-in\?ended=link/)
  await expect(wall.getByRole('status')).toContainText('链接无效、已过期或已作废')
  await expect(wall.getByRole('figure')).toHaveCount(0)
  await wall.goto(link)
  await expect(wall).toHaveURL(/\/sign-in\?ended=link/)
})

test('an auditor finds what was done, and the chain holds', async ({ page }) => {
  await openPath(page, '/admin/audit')
  await page.getByRole('searchbox').fill('session.open')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('登录')
  const head = await page.getByText(/^\d+:[\da-f]{64}$/).textContent()
  await page.getByLabel('抄录过的链尾').fill(head ?? '')
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByRole('status')).toContainText('完好')
  await page.getByLabel('抄录过的链尾').fill(`1:${'0'.repeat(64)}`)
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByRole('alert')).toContainText('第 1 条')
})
