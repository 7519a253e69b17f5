import { expect, test } from '@playwright/test'

import { auditLayout } from './auditLayout.ts'
import { openWall } from './openPage.ts'
import { watchPage } from './watchPage.ts'

const WALLS = [
  [1920, 1080, 'w16'],
  [1366, 768, 'w16'],
  [5760, 2160, 'w83'],
  [3840, 1080, 'w32'],
  [7680, 2160, 'w32'],
  [6656, 1792, 'w32'],
  [1080, 1920, 'portrait'],
] as const

/** The sparse space in one size of each class, the desktop's and the portrait's among them. */
const SPARSE = ['1920×1080', '1366×768', '3840×1080', '1080×1920']

/** English words are longer: in the desktop's size and where tiles stand closest. */
const ENGLISH = ['1920×1080', '5760×2160']

const CASES = WALLS.flatMap(([width, height, layout]) => {
  const size = { name: `${width}×${height}`, width, height, layout }
  return [
    { ...size, space: 'demo' as const, query: '' },
    ...(SPARSE.includes(size.name) ? [{ ...size, space: 'main' as const, query: '' }] : []),
    ...(ENGLISH.includes(size.name) ? [{ ...size, space: 'demo' as const, query: 'lang=en' }] : []),
    ...(size.name === '1080×1920' ? [{ ...size, space: 'main' as const, query: 'lang=en' }] : []),
  ]
})

for (const { name, width, height, layout, space, query } of CASES) {
  test.describe(`the wall of ${space} at ${name} ${query}`.trim(), () => {
    test.use({ viewport: { width, height } })

    test('lays itself out whole: nothing cut, overlapping, too small or empty', async ({
      page,
      baseURL,
    }) => {
      const trouble = await watchPage(page, baseURL!)
      await openWall(page, space, query)
      const shot = `test-results/wall/${space}-${width}x${height}${query && '-en'}.png`
      await page.screenshot({ path: shot })
      await expect(page.locator('[data-layout]')).toHaveAttribute('data-layout', layout)
      expect.soft(await auditLayout(page)).toEqual([])
      await expect(page.locator('canvas').first()).toBeVisible()
      expect(trouble).toEqual([])
    })
  })
}
