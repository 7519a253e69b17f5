import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { findChromium } from '../e2e/chromium.ts'

function run(command: string, ...args: string[]): void {
  spawnSync(command, args, { stdio: 'inherit' })
}

/**
 * Makes sure there is a browser for the tests: the one found, else Debian's package when we may
 * install it, else Playwright's download. Returns its path, or null when nothing helped.
 */
export function installChromium(): string | null {
  const found = findChromium()
  if (found) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    run('apt-get', 'update')
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium')
  }
  if (!findChromium()) run('npx', 'playwright', 'install', 'chromium')
  return findChromium()
}
