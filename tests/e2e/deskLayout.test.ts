import { expect, test } from '@playwright/test'

import { auditDesk } from './auditLayout.ts'
import { openPath } from './openPage.ts'

const SIZES = [
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
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
  ],
  main: [
    'desk',
    'brain/sd-brain-jinan-licheng-tcm',
    'compare',
    'platforms',
    'indicators/statistics.revenue',
    'trace/statistics.revenue/370000/2025',
  ],
} as const

for (const [width, height] of SIZES)
  for (const space of ['demo', 'main'] as const)
    test.describe(`the desk of ${space} at ${width}×${height}`, () => {
      test.use({ viewport: { width, height } })

      test('lays itself out: nothing sideways, too small, over other text or empty', async ({
        page,
      }) => {
        test.slow()
        for (const path of PAGES[space]) {
          await openPath(page, `/${space}/${path}`)
          const name = `${space}-${path.replace(/\W+/g, '-').slice(0, 40)}`
          await page.screenshot({
            path: `test-results/desk/${width}x${height}/${name}.png`,
            fullPage: true,
          })
          expect.soft(await auditDesk(page), path).toEqual([])
        }
      })
    })
