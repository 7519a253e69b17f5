import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { defineComponent, h, inject } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'

import type { StatementEntry, StatementWrite } from '../../../src/contract/programme.ts'
import { DataError } from '../../../src/data/dataError.ts'
import { NOTICES, ruleSetOf } from '../../../src/domain/eligibility/notices.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useProgramme } from '../../../src/stores/programme.ts'
import { useSpace } from '../../../src/stores/space.ts'
import StatementForm from '../../../src/views/eligibility/StatementForm.vue'
import { makeI18n } from '../../components/mounted.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

enableAutoUnmount(afterEach)

const set = ruleSetOf(NOTICES, 2024)!
const WAIVED: StatementEntry = {
  ...{ brain: 'sim-001', batch: 2024, subject: 'outputValue', verdict: 'waived' },
  ...{ document: '会议纪要', reason: '经研究同意', version: 3, by: 'user:a', date: '2026-11-20' },
}

/** The form of sim-001 as somebody of the office sees it; `held` may change before the service answers. */
async function open(statements: readonly StatementEntry[], fails: DataError | null = null) {
  const service = new FilledService('demo')
  const held = { statements }
  const sent: StatementWrite[] = []
  Object.assign(service.programme, {
    programme: () =>
      Promise.resolve({
        ...{ version: 1, ruleSets: [], scoreCards: [], lists: [], scores: [], caseSteps: [] },
        statements: held.statements,
      }),
    state: (_: string, written: readonly StatementWrite[]) => {
      sent.push(...written)
      return fails ? Promise.reject(fails) : Promise.resolve({ added: 1, unchanged: 0 })
    },
  })
  service.session.session = () =>
    Promise.resolve({
      ...{ kind: 'user', separateDuties: false, user: { id: 'u', name: 'li' } },
      grants: [{ role: 'office' as const, space: 'demo' as const, city: null, brain: null }],
    })
  const page = openPage(service)
  page.run(() => useSpace().lookAt('demo'))
  const Page = defineComponent(() => {
    void useProgramme().follow()
    return () => h(StatementForm, { set, brain: 'sim-001', locale: 'zh-CN' })
  })
  const form = mount(Page, {
    attachTo: document.body,
    global: {
      plugins: [page.app.config.globalProperties['$pinia'] as Pinia, makeI18n()],
      provide: { [PORTS as symbol]: page.run(() => inject(PORTS)) },
    },
  })
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await flushPromises()
  }
  await settle()
  const options = () => form.findAll('option').map((one) => one.text())
  const send = async (choice: string) => {
    const option = form.findAll('option').find((one) => one.text().startsWith(choice))
    await form.get('select').setValue(option?.attributes('value'))
    const [paper, reason] = form.findAll('input')
    await paper?.setValue('撤回通知')
    await reason?.setValue('豁免有误')
    await form.get('form').trigger('submit')
    await settle()
  }
  return { form, held, sent, options, send }
}

describe('the form of statements', () => {
  it('takes a waiver back where one stands, with the version that was seen', async () => {
    const { sent, options, send } = await open([WAIVED])
    expect(
      options()
        .filter((one) => one.startsWith('豁免条款'))
        .join(),
    ).not.toContain('产值')
    await send('撤回豁免')
    expect(sent).toEqual([
      {
        ...{ brain: 'sim-001', batch: 2024, subject: 'outputValue', verdict: 'notMet' },
        ...{ document: '撤回通知', reason: '豁免有误', version: 3 },
      },
    ])
  })

  it('waives again once a waiver was taken back', async () => {
    const { sent, options, send } = await open([{ ...WAIVED, verdict: 'notMet', version: 4 }])
    expect(options().join()).not.toContain('撤回豁免')
    await send('豁免条款')
    expect(sent).toMatchObject([{ verdict: 'waived', version: 4 }])
  })

  it('reads what somebody else stated first, and keeps what was typed', async () => {
    const details = { url: '/x', status: 409, problem: 'changedMeanwhile', issues: [] }
    const error = new DataError('refused', 'x', { ...details, said: '他人已先出具说明' })
    const { form, held, sent, send } = await open([], error)
    held.statements = [{ ...WAIVED, version: 1 }]
    await send('豁免条款')
    expect(sent).toMatchObject([{ version: 0 }])
    expect(form.text()).toContain('撤回豁免')
    expect(form.findAll('input').map((one) => one.element.value)).toEqual(['撤回通知', '豁免有误'])
  })
})
