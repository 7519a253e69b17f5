import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { chromium, type Browser } from '@playwright/test'

import { buildWhenStale } from '../e2e/buildWhenStale.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { startService } from '../e2e/service.ts'
import { browserState, makeAdministrator, type SignedIn } from '../server/spawnService.ts'

/** One picture of the README: the address, the window, how far the file is scaled down, and what is pressed first. */
interface Picture {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly press?: string
}

const wall = (space: string, width: number, height: number, scale: number): Picture => ({
  name: `wall-${space}-${width}x${height}`,
  path: `/${space}/wall`,
  width,
  height,
  scale,
})

const desk = (name: string, path: string): Picture => ({
  ...{ name: `${name}-demo-1440x900`, path, width: 1440, height: 900, scale: 1 },
})

const PICTURES: readonly Picture[] = [
  wall('demo', 1920, 1080, 1),
  wall('demo', 1366, 768, 1),
  wall('demo', 3840, 1080, 0.5),
  wall('demo', 5760, 2160, 1 / 3),
  wall('demo', 7680, 2160, 0.25),
  wall('demo', 6656, 1792, 0.3),
  wall('demo', 1080, 1920, 0.75),
  wall('main', 1920, 1080, 1),
  desk('desk', '/demo/desk'),
  desk('board', '/demo/board'),
  desk('lifecycle', '/demo/lifecycle'),
  desk('whatif', '/demo/eligibility?tab=whatif&batch=2023&a=innovationPlatforms=10'),
  desk('assessment', '/demo/assessment'),
  {
    ...{ name: 'briefing-demo-1440x900', path: '/demo/briefing', press: '月度运行简报' },
    ...{ width: 1440, height: 900, scale: 1 },
  },
]

const FOLDER = import.meta.dirname

async function take(
  browser: Browser,
  { url, signedIn }: { readonly url: string; readonly signedIn: SignedIn },
  picture: Picture,
): Promise<void> {
  const { name, path, width, height, scale, press } = picture
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    storageState: await browserState(signedIn, url),
  })
  await page.goto(url + path, { waitUntil: 'networkidle' }).catch(() => undefined)
  if (press) await page.getByRole('button', { name: press }).first().click()
  await page.waitForTimeout(3_000)
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 84 })
  await page.close()
  console.log(`${name}.jpg`)
}

/** Takes the README's pictures of the real product: run it after every change that shows. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  buildWhenStale()
  const service = await startService()
  const executablePath = findChromium()
  const browser = await chromium.launch({
    args: chromiumArgs(),
    ...(executablePath ? { executablePath } : {}),
  })
  try {
    const signedIn = await makeAdministrator(service.url, service.log())
    for (const picture of PICTURES) await take(browser, { url: service.url, signedIn }, picture)
  } finally {
    await browser.close()
    await service.stop()
  }
}

await main()
