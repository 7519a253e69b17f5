import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'

import LinksView from '../../../src/views/admin/LinksView.vue'
import { openOffice } from '../reporting/openOffice.ts'

enableAutoUnmount(afterEach)

const ISSUED = {
  ...{ createdAt: '2026-11-01T00:00:00.000Z', createdBy: 'operator', revokedAt: null },
  expiresAt: '2999-01-01T00:00:00.000Z',
}
const TOKEN = { ...ISSUED, id: 't1', label: '直报', brain: 'b1', may: 'draft' as const }
const WALL = { ...ISSUED, id: 'w1', label: '大厅', space: 'main' as const, city: null }

it('asks once before a token or a wall link is revoked, each for itself', async () => {
  const revokeToken = vi.fn().mockResolvedValue(undefined)
  const revokeWallLink = vi.fn().mockResolvedValue(undefined)
  const { view, settle } = await openOffice(LinksView, {
    grants: [{ role: 'security', space: null, city: null, brain: null }],
    admin: {
      tokens: () => Promise.resolve({ tokens: [TOKEN] }),
      wallLinks: () => Promise.resolve({ wallLinks: [WALL] }),
      ...{ revokeToken, revokeWallLink },
    },
  })
  const click = (label: string) => view.get(`button[aria-label="${label}"]`).trigger('click')
  await click('作废“直报”')
  await click('作废“大厅”')
  expect(revokeToken).not.toHaveBeenCalled()
  expect(revokeWallLink).not.toHaveBeenCalled()
  await view.get('button[aria-label="确认作废“直报”"]').trigger('blur')
  await click('确认作废“大厅”')
  await settle()
  expect(revokeWallLink).toHaveBeenCalledWith('main', 'w1')
  expect(revokeToken).not.toHaveBeenCalled()
  expect(view.text()).not.toContain('确认')
})
