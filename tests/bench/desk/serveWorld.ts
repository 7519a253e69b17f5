import type { Page } from '@playwright/test'

import type { StatementEntry } from '../../../src/contract/programme.ts'
import { packSlice } from '../../../src/domain/cube.ts'
import type { World } from './world.ts'

/**
 * Has the page read another registry with its readings: the service's own answers, with other brains in them and
 * the same versions. Statements take the place of the programme's where they are given. Resolves to the bytes.
 */
export async function serveWorld(
  page: Page,
  url: string,
  { brains, events, slices }: World,
  statements?: readonly StatementEntry[],
): Promise<number> {
  let bytes = 0
  const serve = async (path: string, more: object): Promise<void> => {
    const own = (await (await fetch(`${url}/api/demo/${path}`)).json()) as { version: number }
    const body = JSON.stringify({ ...own, ...more, version: own.version })
    bytes += body.length
    await page.route(`**/api/demo/${path}`, (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    )
  }
  await serve('registry', { brains, events })
  if (statements) await serve('programme', { statements })
  for (const slice of slices) await serve(`slices/${slice.indicator}`, packSlice(slice))
  return bytes
}
