import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { isPageStale } from '../../server/page/isStale.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Builds the page when a source is newer than the built one, so that no old page is tested. */
export function buildWhenStale(): void {
  if (!isPageStale(ROOT)) return
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error('The page does not build: see above.')
}
