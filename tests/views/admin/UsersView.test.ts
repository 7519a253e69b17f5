import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import type { Grant } from '../../../src/domain/rights.ts'
import UsersView from '../../../src/views/admin/UsersView.vue'
import { BRAIN, openOffice, REPORTER } from '../reporting/openOffice.ts'

enableAutoUnmount(afterEach)

const duty = (role: Grant['role']): Grant => ({ role, space: null, city: null, brain: null })

/** The page of accounts for somebody; how often the accounts were asked for. */
async function openUsers(grants: readonly Grant[]) {
  const users = vi.fn().mockResolvedValue({ users: [] })
  const page = await openOffice(UsersView, {
    grants,
    admin: { users, grants: () => Promise.resolve({ grants: [], history: [] }) },
  })
  return { ...page, users }
}

describe('a page of the administration', () => {
  it('sends a stranger to the sign-in and back, and asks for nothing', async () => {
    const { router, users, view } = await openUsers([])
    expect(router.currentRoute.value.fullPath).toBe('/sign-in?next=/demo/page')
    expect(users).not.toHaveBeenCalled()
    expect(view.find('form').exists()).toBe(false)
  })

  it('says to somebody without the right that it is not theirs, and shows no empty list', async () => {
    const { router, users, view } = await openUsers([REPORTER])
    expect(router.currentRoute.value.path).toBe('/demo/page')
    expect(view.get('[role="status"]').text()).toContain('李敏')
    expect(view.find('table').exists()).toBe(false)
    expect(users).not.toHaveBeenCalled()
  })

  it('opens for the administrator, who gives no roles', async () => {
    const { users, view } = await openUsers([duty('administrator')])
    expect(users).toHaveBeenCalledOnce()
    expect(view.find('form.invite').exists()).toBe(true)
    expect(view.find('fieldset.grant').exists()).toBe(false)
  })

  it('finds a brain by its name for those who may see the registry', async () => {
    const { view, settle } = await openUsers([duty('administrator'), duty('security'), REPORTER])
    const [, space, reach] = view.findAll('fieldset.grant select')
    await space?.setValue('demo')
    await reach?.setValue('brain')
    await settle()
    expect(view.findAll('datalist option').map((one) => one.text())).toContain(BRAIN.name)
    await view.get('input[list]').setValue(BRAIN.id)
    expect(view.get('.brain small').text()).toBe(BRAIN.name)
  })
})
