import { describe, expect, it } from 'vitest'

import { mergePlan } from '../../src/stores/mergePlan.ts'

const here = (stamp: string) => [{ key: 'k', stamp }]
const there = (changedAt: string) => [{ id: 'r', changedAt }]
const ledger = { k: { id: 'r', local: 'a', remote: '1' } }

describe('what brings a browser and an account into step', () => {
  it.each([
    ['in step', here('a'), there('1'), []],
    ['changed here', here('b'), there('1'), ['upload']],
    ['changed there', here('a'), there('2'), ['download']],
    ['changed on both sides', here('b'), there('2'), ['both']],
    ['removed there', here('a'), [], ['removeLocal']],
    ['removed there and changed here', here('b'), [], ['upload']],
    ['removed here', [], there('1'), ['removeRemote']],
    ['removed here and changed there', [], there('2'), ['download']],
    ['removed on both sides', [], [], ['forget']],
  ])('%s', (_, local, remote, kinds) => {
    expect(mergePlan(local, remote, ledger).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('offers what was never there, and fetches what was never here', () => {
    expect(mergePlan(here('a'), there('1'), {})).toEqual([
      { kind: 'offer', key: 'k' },
      { kind: 'download', id: 'r', key: null },
    ])
  })
})
