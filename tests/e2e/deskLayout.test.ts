import { expect, type Page, test } from '@playwright/test'

import { auditDesk } from './auditLayout.ts'
import { create, openBriefing } from './briefings.ts'
import { openPath, stands } from './openPage.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
] as const

const PAGES = {
  demo: [
    'desk',
    'desk?domain=chemicals&b=sim-026&i=compute.rackUtilisation',
    'brain/sim-026',
    'compare?ids=sim-026~sim-028~370100',
    'platforms',
    'indicators/compute.rackUtilisation',
    'trace/cluster.revenue/sim-047/2026-09',
    'data',
    'briefing',
    'lifecycle',
    'lifecycle?tab=list',
    'lifecycle?tab=calendar&lang=en',
    'eligibility?batch=2023',
    'eligibility?tab=brain&brain=sim-001&batch=2024',
    'eligibility?tab=whatif&batch=2023&lang=en',
    'eligibility?tab=rules',
    'assessment',
    'assessment?tab=card&brain=sim-001&lang=en',
  ],
  main: [
    'desk',
    'brain/sd-brain-jinan-licheng-tcm',
    'compare',
    'platforms',
    'indicators/statistics.revenue',
    'trace/statistics.revenue/370000/2025',
    'data',
    'briefing',
  ],
} as const

/** Each page at the smallest size and one of the larger, in turn; explorer and profile at all three. */
const sizesOf = (path: string, i: number) =>
  /^(desk|brain\/\S+)$/.test(path) ? SIZES : [SIZES[0], SIZES[1 + (i % 2)]!]

async function checkLayout(page: Page, size: (typeof SIZES)[number], name: string): Promise<void> {
  await page.setViewportSize(size)
  await stands(page)
  const at = `${size.width}x${size.height}`
  await page.screenshot({ path: `test-results/desk/${at}/${name}.png`, fullPage: true })
  expect.soft(await auditDesk(page), at).toEqual([])
}

for (const space of ['demo', 'main'] as const)
  for (const [i, path] of PAGES[space].entries())
    test(`/${space}/${path} lays itself out: nothing sideways, too small, over other text or empty`, async ({
      page,
    }) => {
      test.slow()
      const name = `${space}-${path.replace(/\W+/g, '-').slice(0, 40)}`
      await page.setViewportSize(SIZES[0])
      await openPath(page, `/${space}/${path}`)
      for (const size of sizesOf(path, i)) await checkLayout(page, size, name)
    })

for (const [space, template] of [
  ['demo', '月度运行简报'],
  ['main', '月度运行简报'],
  ['demo', '一脑一页'],
] as const)
  test(`a briefing of ${space} (${template}) lays itself out: nothing sideways, too small, over other text or empty`, async ({
    page,
  }) => {
    test.slow()
    await page.setViewportSize(SIZES[0])
    await openBriefing(page, space)
    await create(page, template)
    for (const size of SIZES) await checkLayout(page, size, `${space}-briefing-${template}`)
  })
