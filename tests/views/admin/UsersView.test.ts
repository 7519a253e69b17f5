import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import type { Grant } from '../../../src/domain/rights.ts'
import { vacantDuties } from '../../../src/views/admin/vacantDuties.ts'
import UsersView from '../../../src/views/admin/UsersView.vue'
import { BRAIN, openOffice, REPORTER } from '../reporting/openOffice.ts'

enableAutoUnmount(afterEach)

const duty = (role: Grant['role']): Grant => ({ role, space: null, city: null, brain: null })

const USER = {
  ...{ id: 'u1', name: '王强', state: 'active' as const, seenAt: null },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', createdBy: 'operator' },
}
const GIVEN = {
  ...{ id: 'g1', user: 'u1', by: 'operator', at: '2026-11-01T00:00:00.000Z' },
  ...duty('security'),
}

/** The page of accounts for somebody; what it asked of the service. */
async function openUsers(grants: readonly Grant[], separateDuties = false) {
  const users = vi.fn().mockResolvedValue({ users: [USER] })
  const setClosed = vi.fn().mockResolvedValue(USER)
  const take = vi.fn().mockResolvedValue(undefined)
  const page = await openOffice(UsersView, {
    grants,
    separateDuties,
    admin: {
      ...{ users, setClosed, take },
      grants: () => Promise.resolve({ grants: [GIVEN], history: [] }),
    },
  })
  return { ...page, users, setClosed, take }
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

  it('lets an administrator of separate duties fill one that nobody holds, and no other role', async () => {
    const { view } = await openUsers([duty('administrator')], true)
    const roles = view.findAll('fieldset.grant option').map((one) => one.attributes('value'))
    expect(roles).toEqual(['auditor'])
  })

  it('asks once before a role is taken or an account closed', async () => {
    const { view, button, settle, take, setClosed } = await openUsers([
      duty('administrator'),
      duty('security'),
    ])
    await button('^×$').trigger('click')
    expect(take).not.toHaveBeenCalled()
    await button('^确认收回$').trigger('click')
    expect(take).toHaveBeenCalledWith('g1')
    await settle()
    await button('^关闭$').trigger('click')
    expect(setClosed).not.toHaveBeenCalled()
    await button('^确认关闭$').trigger('click')
    expect(setClosed).toHaveBeenCalledWith('u1', true)
    await settle()
    expect(view.text()).not.toContain('确认')
  })
})

describe('vacant duties', () => {
  it('are those that no open account holds', () => {
    expect(vacantDuties([USER], [GIVEN])).toEqual(['auditor'])
    expect(vacantDuties([{ ...USER, state: 'closed' }], [GIVEN])).toEqual(['security', 'auditor'])
  })
})
