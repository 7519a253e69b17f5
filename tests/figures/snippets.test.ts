import { describe, expect, it } from 'vitest'

import { dataPath, LARGEST_DATA_PAGE, PLAIN_CHOICE } from '../../src/domain/dataLink.ts'
import { snippet, SNIPPET_TOOLS } from '../../src/figures/snippets.ts'

const ORIGIN = 'http://127.0.0.1:8787'
const CHOICE = { ...PLAIN_CHOICE, indicators: ['cluster.revenue'], from: '2025-01' }
const request = (locale: 'zh-CN' | 'en') =>
  ({ space: 'demo', asOf: null, locale, format: 'csv', size: LARGEST_DATA_PAGE }) as const

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  const url = ORIGIN + dataPath(CHOICE, request(locale))

  it.each(SNIPPET_TOOLS)('the text for %s asks the very address that is shown', (tool) => {
    for (const size of [LARGEST_DATA_PAGE, null]) {
      const text = snippet(tool, { url, size, locale })
      expect(text).toContain(`"${url}"`)
      expect(text.match(/https?:/g)).toHaveLength(1)
    }
  })

  it.each(['excel', 'pandas', 'r'] as const)(
    'the text for %s turns pages only where there are some',
    (tool) => {
      expect(snippet(tool, { url, size: LARGEST_DATA_PAGE, locale })).toContain('&page=')
      expect(snippet(tool, { url, size: null, locale })).not.toContain('page=')
    },
  )

  it('headings are those of the answer', () => {
    const heading = locale === 'en' ? '"value"' : '"数值"'
    for (const tool of ['excel', 'python'] as const)
      expect(snippet(tool, { url, size: null, locale })).toContain(heading)
  })
})

it('an address without parameters gets its page with a question mark', () => {
  const question = { url: `${ORIGIN}/api/demo/data/observations`, size: 10, locale: 'en' } as const
  expect(snippet('r', question)).toContain('?page=')
})
