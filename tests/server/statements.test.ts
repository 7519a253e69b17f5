import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { asOperator, openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
let office: Record<string, string>
beforeEach(async () => {
  fixture = await openFixture()
  office = await fixture.signIn('office')
})
afterEach(() => fixture.close())

const statement = (rest: object = {}) => ({
  ...{ brain: 'm', batch: 2024, subject: 'painPoints', verdict: 'met' },
  ...{ document: '方案', reason: null, version: 0, ...rest },
})
const waiver = (rest: object = {}) =>
  statement({ subject: 'outputValue', verdict: 'waived', reason: '经研究同意', ...rest })
const state = (...statements: object[]) =>
  fixture.post('/api/main/statements', { statements }, office)
const kept = async () =>
  (await fixture.get('/api/main/programme', office)).body['statements'] as object[]

describe('statements', () => {
  it('are kept once, with who and when', async () => {
    expect((await state(statement())).body).toEqual({ added: 1, unchanged: 0 })
    expect((await state(statement())).body).toEqual({ added: 0, unchanged: 1 })
    expect(await kept()).toMatchObject([{ subject: 'painPoints', date: '2026-11-22', version: 1 }])
  })

  it.each([
    ['unknownSubject', statement({ subject: 'nothing' })],
    ['notWaivable', waiver({ subject: 'plan' })],
    ['reason', waiver({ reason: null })],
    ['unknownBatch', statement({ batch: 2022 })],
    ['unknownBrain', statement({ brain: 'nobody' })],
  ])('that break a rule are refused whole: %s', async (rule, broken) => {
    const { status, body } = await state(statement({ subject: 'fourPlatforms' }), broken)
    expect([status, body.issues]).toMatchObject([422, [{ rule }]])
    expect(await kept()).toHaveLength(0)
  })

  it('that contradict each other are refused with both places', async () => {
    const { status, body } = await state(statement(), statement({ verdict: 'notMet' }))
    expect([status, body.issues]).toMatchObject([
      ...[422, [{ rule: 'repeated', place: '/statements/1/subject' }]],
    ])
    expect(body.issues?.[0]?.['remedy']).toContain('/statements/0')
    expect(await kept()).toHaveLength(0)
    expect((await state(statement(), statement({ subject: 'fourPlatforms' }))).status).toBe(200)
  })

  it('of somebody who has not seen what stands are refused with what stands', async () => {
    await state(statement())
    const blind = await state(statement({ verdict: 'notMet' }))
    expect(blind.status).toBe(409)
    expect(blind.body.issues).toMatchObject([{ rule: 'version', place: '/statements/0/version' }])
    expect(blind.body.issues?.[0]?.['remedy']).toMatch(/方案.*2026-11-22.*1/)
    expect(await kept()).toMatchObject([{ verdict: 'met', version: 1 }])
    expect((await state(statement({ verdict: 'notMet', version: 1 }))).status).toBe(200)
    expect(await kept()).toMatchObject([{ verdict: 'notMet', version: 2 }])
  })

  it('are for office and assessors', async () => {
    const reporter = await fixture.signIn({ role: 'reporter', brain: 'm' })
    const { status } = await fixture.post('/api/main/statements', { statements: [] }, reporter)
    expect(status).toBe(403)
    const operator = await fixture.post('/api/main/statements', { statements: [] }, asOperator)
    expect(operator.status).toBe(400)
  })
})

describe('a waiver', () => {
  const backed = (rest: object = {}) =>
    waiver({ verdict: 'notMet', reason: '豁免有误', version: 1, ...rest })

  it('is taken back by a statement that says why', async () => {
    expect((await state(waiver())).status).toBe(200)
    expect((await state(backed({ reason: null }))).body.issues).toMatchObject([{ rule: 'reason' }])
    expect((await state(backed())).status).toBe(200)
    expect(await kept()).toMatchObject([{ subject: 'outputValue', verdict: 'notMet', version: 2 }])
    expect((await state(waiver({ version: 2 }))).status).toBe(200)
  })

  it('that was never given is not taken back, and no clause is met by a statement', async () => {
    expect((await state(backed({ version: 0 }))).body.issues).toMatchObject([{ rule: 'noWaiver' }])
    expect((await state(waiver({ verdict: 'met' }))).body.issues).toMatchObject([
      { rule: 'unknownSubject' },
    ])
  })
})
