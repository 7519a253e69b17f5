import { describe, expect, it } from 'vitest'

import { readInstant } from '../../src/domain/instant.ts'

const NOW = '2026-11-22T06:00:00.000Z'

describe('the as-of of a link', () => {
  it('is now where there is none', () => {
    expect(readInstant(undefined, NOW)).toEqual({ instant: null, dropped: false })
    expect(readInstant('', NOW)).toEqual({ instant: null, dropped: false })
  })

  it('means the end of a day in Shandong', () => {
    expect(readInstant('2026-10-01', NOW).instant).toBe('2026-10-01T15:59:59.999Z')
  })

  it('takes the end of today for now', () => {
    expect(readInstant('2026-11-22', NOW)).toEqual({ instant: null, dropped: false })
  })

  it('keeps an instant, in UTC', () => {
    expect(readInstant('2026-10-01T08:00:00+08:00', NOW).instant).toBe('2026-10-01T00:00:00.000Z')
  })

  it.each(['never', '2026-13-01', '2199-01-01T00:00:00Z', '1900-01-01'])('drops %s', (text) => {
    expect(readInstant(text, NOW)).toEqual({ instant: null, dropped: true })
  })
})
