import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'

import { useRefusal } from '../../../src/stores/refusal.ts'
import { useSession } from '../../../src/stores/session.ts'
import SignInHere from '../../../src/views/account/SignInHere.vue'
import SignInView from '../../../src/views/account/SignInView.vue'
import { refused } from '../../stores/fakeService.ts'
import { openOffice } from '../reporting/openOffice.ts'

enableAutoUnmount(afterEach)

const open = (query: string) => openOffice(SignInView, { grants: [], query })

it.each([
  ['?ended=link', '链接无效、已过期或已作废'],
  ['?ended=session', '登录已结束'],
])('says what has ended (%s), above the fields', async (query, words) => {
  const { view } = await open(query)
  expect(view.get('[role="status"]').text()).toContain(words)
  expect(view.find('input[name="username"]').exists()).toBe(true)
})

it.each(['', '?ended=toString', '?ended=<b>x</b>'])(
  'says nothing of an end for %j',
  async (query) => {
    const { view } = await open(query)
    expect(view.find('[role="status"]').exists()).toBe(false)
  },
)

it('in place of a page lifts the refusal once somebody is signed in', async () => {
  const { view, settle } = await openOffice(SignInHere, { grants: [] })
  expect(view.get('[role="alert"]').text()).toContain('所填内容仍在')
  const [refusal, session] = [useRefusal(), useSession()]
  refusal.tell(refused(401))
  const signIn = vi.spyOn(session, 'signIn').mockResolvedValue()
  await view.get('input[name="username"]').setValue(' li ')
  await view.get('input[type="password"]').setValue('a long password')
  await view.get('form').trigger('submit')
  await settle()
  expect(signIn).toHaveBeenCalledWith('li', 'a long password')
  expect(refusal.error).toBeNull()
})
