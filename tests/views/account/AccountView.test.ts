import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'

import type { Grant } from '../../../src/domain/rights.ts'
import AccountView from '../../../src/views/account/AccountView.vue'
import { openOffice } from '../reporting/openOffice.ts'

enableAutoUnmount(afterEach)

const DEMO: Grant = { role: 'analyst', space: 'demo', city: null, brain: null }
const DUTY: Grant = { role: 'security', space: null, city: null, brain: null }
const WHOM = '尚未获得正式库的权限，请联系安全管理员授予。'

it('an account that holds nothing but the open demo says whom to ask for main', async () => {
  const { view } = await openOffice(AccountView, { grants: [DEMO] })
  expect(view.text()).toContain(WHOM)
})

it.each([DUTY, { ...DEMO, space: 'main' } satisfies Grant])(
  'an account with a right of its own does not',
  async (grant) => {
    const { view } = await openOffice(AccountView, { grants: [DEMO, grant] })
    expect(view.text()).not.toContain(WHOM)
  },
)

it('lists the shared links that still open, and ends one at a second click', async () => {
  const link = {
    ...{ id: 'l1', label: '集群营业收入', target: '/main/desk', createdBy: 'user:李敏' },
    ...{ createdAt: '2026-11-01T00:00:00.000Z', expiresAt: '2999-01-01T00:00:00.000Z' },
    revokedAt: null as string | null,
  }
  const over = { ...link, id: 'l2', label: '旧链接', expiresAt: '2020-01-01T00:00:00.000Z' }
  const held = [link, over]
  const endSharedLink = vi.fn((id: string) => {
    held[0] = { ...link, id, revokedAt: '2026-11-02T00:00:00.000Z' }
    return Promise.resolve()
  })
  const saved = { sharedLinks: () => Promise.resolve({ links: held }), endSharedLink }
  const { view, settle } = await openOffice(AccountView, { saved })
  expect(view.text()).not.toContain('旧链接')
  await view.get('button[aria-label="作废“集群营业收入”"]').trigger('click')
  expect(endSharedLink).not.toHaveBeenCalled()
  await view.get('button[aria-label="确认作废“集群营业收入”"]').trigger('click')
  await settle()
  expect(endSharedLink).toHaveBeenCalledWith('l1')
  expect(view.text()).not.toContain('集群营业收入')
})
