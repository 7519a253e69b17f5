import { expect, test } from '@playwright/test'

import { auditLayout } from './auditLayout.ts'
import { watchFlicker } from './watchFlicker.ts'
import { watchPage } from './watchPage.ts'

/** A sound wall of two areas; each test plants one defect into it. */
const SHEET = `
  <body style="margin:0"><main class="wall" style="width:100vw;height:100vh;overflow:hidden;font:20px/1.5 sans-serif">
    <section role="figure" aria-label="one" class="area-one" style="position:absolute;left:0;top:0;width:400px;height:200px">
      <p style="margin:0">First</p>
    </section>
    <section role="figure" aria-label="two" class="area-two" style="position:absolute;left:400px;top:0;width:400px;height:200px">
      <p style="margin:0">Second</p><canvas width="100" height="50"></canvas>
    </section>
  </main></body>`

const PLANTS: readonly (readonly [defect: string, plant: string, words: RegExp])[] = [
  ['text under 18u', `p.style.fontSize = '17px'`, /17\.0u/],
  ['an element beyond the window', `p.style.marginTop = '-40px'`, /leaves the window/],
  ['text outside its area', `p.style.marginTop = '190px'`, /text leaves area-one/],
  ['areas that overlap', `one.style.width = '420px'`, /area-one .* overlaps area-two/],
  ['text over another figure’s', `p.style.marginLeft = '380px'`, /another figure’s text is hit/],
  [
    'text over its own figure’s',
    `one.append(Object.assign(p.cloneNode(true), { style: 'position:absolute;top:4px;margin:0' }))`,
    /a text of its own figure is hit/,
  ],
  [
    'text that is cut',
    `Object.assign(p.style, { width: '20px', overflow: 'hidden' })`,
    /is cut by \d+ × 0/,
  ],
  ['an empty canvas', `canvas.getContext('2d').clearRect(0, 0, 100, 50)`, /is empty/],
]

/** Opens the sheet with u = 1 px and a painted canvas, then runs what plants the defect. */
const planted = (plant: string): string => `
  document.documentElement.style.setProperty('--u', '1px')
  const [one, canvas] = [document.querySelector('.area-one'), document.querySelector('canvas')]
  const p = one.querySelector('p')
  canvas.getContext('2d').fillRect(0, 0, 100, 50)
  ${plant}`

test('a sound layout has no defects', async ({ page }) => {
  await page.setContent(SHEET)
  await page.evaluate(planted(''))
  expect(await auditLayout(page)).toEqual([])
})

for (const [defect, plant, words] of PLANTS)
  test(`the layout audit finds ${defect}`, async ({ page }) => {
    await page.setContent(SHEET)
    await page.evaluate(planted(plant))
    expect((await auditLayout(page)).join('\n')).toMatch(words)
  })

test('the watch for flicker sees a chart that is blank for a moment', async ({ page }) => {
  await page.setContent(SHEET)
  await page.evaluate(planted(''))
  const seen = await watchFlicker(page)
  expect(await seen()).toEqual([])
  await page.evaluate(() => document.querySelector('canvas')!.getContext('2d')!.reset())
  await expect.poll(seen).toEqual(['a blank chart'])
})

test('the watch over a page hears errors, stopped content and requests that leave it', async ({
  page,
  baseURL,
}) => {
  const trouble = await watchPage(page, baseURL!)
  await page.goto('/api/health')
  await page.evaluate(() => {
    console.error('broken')
    document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/other.png' }))
  })
  await expect.poll(() => trouble.join('\n')).toContain('CSP img-src stopped')
  expect(trouble.join('\n')).toContain('console: broken')
})
