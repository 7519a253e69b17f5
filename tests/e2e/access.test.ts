import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

import { openDesk, openWall } from './openPage.ts'

const GRAVE = ['serious', 'critical']

for (const space of ['demo', 'main'] as const)
  for (const [name, open] of [
    ['wall', openWall],
    ['desk', openDesk],
  ] as const)
    test(`the ${name} of ${space} has no serious or critical accessibility finding`, async ({
      page,
    }) => {
      test.slow()
      await open(page, space)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations
        .filter(({ impact }) => GRAVE.includes(impact ?? ''))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
      expect(grave).toEqual([])
    })

test('every figure has a name that goes on with its finding', async ({ page }) => {
  await openWall(page, 'demo')
  const names = await page
    .getByRole('figure')
    .evaluateAll((figures) => figures.map((figure) => figure.getAttribute('aria-label') ?? ''))
  expect(names.length).toBeGreaterThan(14)
  expect(names.filter((name) => !/^.+。.+/.test(name))).toEqual([])
})
