import { chromium } from '@playwright/test'

import { buildWhenStale } from '../e2e/buildWhenStale.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { startService } from '../e2e/service.ts'
import { report } from './harness.ts'
import { assessmentBudgets } from './lifecycle/assessment.ts'
import { eligibilityBudgets } from './lifecycle/eligibility.ts'
import { replayBench } from './lifecycle/replayBench.ts'
import { whatIfBudgets } from './lifecycle/whatIf.ts'
import { whatIfPaintBudgets } from './lifecycle/whatIfPainted.ts'

const alone = [
  ...replayBench(),
  ...eligibilityBudgets(),
  ...whatIfBudgets(),
  ...assessmentBudgets(),
]

buildWhenStale()
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.')
console.log('filling a demo space')
const service = await startService()
const browser = await chromium.launch({ executablePath, args: chromiumArgs() })
try {
  report('lifecycle', [...alone, ...(await whatIfPaintBudgets(browser, service.url))])
} finally {
  await browser.close()
  await service.stop()
}
