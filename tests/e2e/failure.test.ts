import { expect, type Page, test } from '@playwright/test'

import { auditOverlaps } from './auditLayout.ts'
import { collectLayout } from './collectLayout.ts'
import { figure, mapFigure } from './figures.ts'
import { openWall, settled } from './openPage.ts'

const REVENUE = '**/api/demo/slices/cluster.revenue*'
const PROBLEM = { code: 'internal', message: '服务内部错误', issues: [] }

/** The rest of the wall: a number in another tile, and every chart painted. */
async function expectTheRest(page: Page): Promise<void> {
  await expect(figure(page, '在用机架')).toContainText(/[\d.]+\s*万架/)
  const { canvases } = await collectLayout(page)
  expect(canvases.length).toBeGreaterThan(2)
  expect(canvases.filter(({ painted }) => painted < 0.002)).toEqual([])
}

for (const [answer, reply, reason] of [
  ['a refusal', { status: 500, json: PROBLEM }, '服务拒绝了请求'],
  ['something else', { status: 200, json: { hello: 'world' } }, '服务的答复不合约定'],
] as const) {
  test(`a slice that is answered by ${answer} is named with its reason, the rest is drawn`, async ({
    page,
  }) => {
    await page.route(REVENUE, (route) => route.fulfill(reply))
    await openWall(page, 'demo')
    const notice = page.getByRole('status').filter({ hasText: reason })
    await expect(notice).toContainText('集群营业收入')
    await expectTheRest(page)
    // A number that could not be read is not one that nobody reported.
    const tile = page.locator('.area-kpi').getByRole('figure').nth(1)
    await expect(tile).toContainText('集群营业收入')
    await expect(tile).toContainText('读取失败')
    expect(await auditOverlaps(page)).toEqual([])

    await page.unroute(REVENUE)
    await notice.getByRole('button', { name: '重试' }).click()
    await expect(notice).toBeHidden()
    await expect(figure(page, '集群营业收入')).toContainText(/[\d.]+\s*万亿元/)
  })
}

test('a map that cannot be read is said in its place, the rest is drawn', async ({ page }) => {
  await page.route('**/maps/370000.json', (route) => route.fulfill({ status: 404, body: '' }))
  await openWall(page, 'demo')
  await expect(mapFigure(page)).toContainText('地图数据未能读取')
  await expect(figure(page, '集群营业收入')).toContainText(/[\d.]+\s*万亿元/)
  await expect(page.locator('canvas').first()).toBeVisible()
  expect(await auditOverlaps(page)).toEqual([])
})

test('without a canvas every chart is a table and says why', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await openWall(page, 'demo')
  for (const title of ['建设进度与目标', '分领域集群营业收入', '数据中心机架', '建设全流程']) {
    await expect(figure(page, title)).toContainText('浏览器拒绝绘图')
    await expect(figure(page, title).getByRole('row').nth(1)).toBeAttached()
  }
  expect.soft(await auditOverlaps(page)).toEqual([])
  await expect(figure(page, '集群营业收入')).toContainText(/[\d.]+\s*万亿元/)
})

test('without WebGL nothing changes', async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext as (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) => RenderingContext | null
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.includes('webgl') ? null : getContext.call(this, kind, ...rest)
      },
    })
  })
  await openWall(page, 'demo')
  await expectTheRest(page)
  await expect(page.getByText('浏览器拒绝绘图')).toHaveCount(0)
})

test('without any storage the wall works all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await openWall(page, 'demo')
  await settled(page)
  await expectTheRest(page)
})
