import { chromium } from '@playwright/test'

import { buildWhenStale } from '../e2e/buildWhenStale.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { startService } from '../e2e/service.ts'
import { documentBench } from './export/documentBench.ts'
import { picturesBench } from './export/picturesBench.ts'
import { responseBench } from './export/responseBench.ts'
import { sheetBench } from './export/sheetBench.ts'
import { slidesBench } from './export/slidesBench.ts'
import { report } from './harness.ts'

const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.')
buildWhenStale()
const writers = [await slidesBench(), await documentBench(), await sheetBench()]
const service = await startService()
const browser = await chromium.launch({ executablePath, args: chromiumArgs() })
try {
  report('export', [
    ...writers,
    await picturesBench(browser),
    ...(await responseBench(browser, service.url)),
  ])
} finally {
  await browser.close()
  await service.stop()
}
