import { existsSync } from 'node:fs'

import { chromium } from '@playwright/test'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The browser of the tests: CHROMIUM_PATH, else one of the system, else the one Playwright
 * downloaded. Null when there is none.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const candidates = [env['CHROMIUM_PATH'], ...INSTALLED, chromium.executablePath()]
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null
}

/** Quiet on a closed network, able to start as root in a container, and drawing without a pretended graphics card. */
export function chromiumArgs(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
  ]
}
