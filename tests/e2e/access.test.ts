import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { openDesk, openPath, openWall } from './openPage.ts'

const GRAVE = ['serious', 'critical']

const DESK_PAGES = [
  '/demo/desk',
  '/demo/desk?domain=chemicals&b=sim-001&i=compute.rackUtilisation',
  '/demo/brain/sim-001',
  '/demo/compare?ids=sim-001~370100',
  '/demo/platforms',
  '/demo/indicators/compute.rackUtilisation',
  '/demo/trace/cluster.revenue/sim-001/2026-09',
  '/demo/data',
  '/demo/briefing',
  '/main/briefing',
  '/main/desk',
  '/sign-in',
  '/welcome#an-invitation',
  '/account',
  '/admin/users',
  '/admin/links',
  '/admin/audit',
  '/demo/board',
  '/demo/lifecycle',
  '/demo/lifecycle?tab=list',
  '/demo/eligibility',
  '/demo/eligibility?tab=brain&brain=sim-001&batch=2023',
  '/demo/eligibility?tab=whatif&batch=2023',
  '/main/eligibility?tab=rules',
  '/demo/assessment',
  '/demo/assessment?tab=card&brain=sim-001',
  '/main/reporting',
  '/main/review',
  '/main/registry',
]

/** Serious and critical findings, one line a rule with the elements it met. */
async function graveFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

for (const space of ['demo', 'main'] as const)
  test(`the wall of ${space} has no serious or critical accessibility finding`, async ({
    page,
  }) => {
    test.slow()
    await openWall(page, space)
    expect(await graveFindings(page)).toEqual([])
  })

for (const path of DESK_PAGES)
  test(`${path} has no serious or critical accessibility finding`, async ({ page }) => {
    test.slow()
    await openPath(page, path)
    expect(await graveFindings(page)).toEqual([])
  })

test('an opened figure of the desk has no serious or critical accessibility finding', async ({
  page,
}) => {
  await openDesk(page, 'demo')
  await page.getByRole('figure').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await graveFindings(page)).toEqual([])
})

for (const [name, open] of [
  ['wall', openWall],
  ['desk', openDesk],
] as const)
  test(`every figure of the ${name} has a name that goes on with its finding`, async ({ page }) => {
    await open(page, 'demo')
    const names = await page
      .getByRole('figure')
      .evaluateAll((figures) => figures.map((figure) => figure.getAttribute('aria-label') ?? ''))
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((label) => !/^.+。.+/.test(label))).toEqual([])
  })
