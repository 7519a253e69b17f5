import { defineConfig } from '@playwright/test'

import { chromiumArgs, findChromium } from './tests/e2e/chromium.ts'

const executablePath = findChromium()
const baseURL = process.env['E2E_BASE_URL']
const storageState = process.env['E2E_STORAGE_STATE']

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './tests/e2e/globalSetup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A busy machine may be late once; a defect fails twice.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...(baseURL ? { baseURL } : {}),
    ...(storageState ? { storageState } : {}),
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArgs(), ...(executablePath ? { executablePath } : {}) },
  },
})
