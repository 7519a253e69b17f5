import { describe, expect, it } from 'vitest'

import { mayDo, scopeOf } from '../../../src/domain/rights.ts'
import type { Grant } from '../../../src/domain/rights.ts'
import { homePath } from '../../../src/views/account/homePath.ts'
import { nextPage } from '../../../src/views/account/nextPage.ts'

const OPEN_DEMO: Grant = { role: 'analyst', space: 'demo', city: null, brain: null }
const duty = (role: Grant['role']): Grant => ({ role, space: null, city: null, brain: null })

const home = (...grants: readonly Grant[]): string =>
  homePath({
    mayIn: (action, space) => scopeOf([OPEN_DEMO, ...grants], action, space).kind !== 'none',
    may: (action) => mayDo(grants, action),
  })

describe('the page where somebody’s work begins', () => {
  it('is one that they may open', () => {
    expect(home({ ...OPEN_DEMO, role: 'reporter', space: 'main', brain: 'a' })).toBe('/main/desk')
    expect(home(duty('administrator'))).toBe('/admin/users')
    expect(home(duty('security'))).toBe('/admin/users')
    expect(home(duty('auditor'))).toBe('/admin/audit')
    expect(home()).toBe('/account')
  })

  it('gives way to a page of ours that was asked for, never to another site', () => {
    expect(nextPage('/main/review?draft=D1', '/x')).toBe('/main/review?draft=D1')
    for (const wanted of ['//evil.example', 'https://evil.example', '/\\evil', '/api/users', null])
      expect(nextPage(wanted, '/x')).toBe('/x')
  })
})
