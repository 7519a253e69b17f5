import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import WelcomeView from '../../../src/views/account/WelcomeView.vue'
import { openOffice } from '../reporting/openOffice.ts'

enableAutoUnmount(afterEach)

describe('the page of a one-time link', () => {
  it('takes the whole link where it was opened without its end', async () => {
    const { view, settle } = await openOffice(WelcomeView, { grants: [] })
    expect(view.find('input[type="password"]').exists()).toBe(false)
    await view.get('input').setValue('http://brain.example/welcome#welcome_Ab-1_x')
    await settle()
    expect(view.findAll('input[type="password"]')).toHaveLength(2)
  })

  it('takes a link that is opened in the page that lacked it, and hides its secret', async () => {
    const { view, router, settle } = await openOffice(WelcomeView, { grants: [] })
    await router.push('/demo/page#welcome_Ab-1_x')
    await settle()
    expect(view.findAll('input[type="password"]')).toHaveLength(2)
    expect(router.currentRoute.value.hash).toBe('')
  })
})
