import { describe, expect, it } from 'vitest'

import { readOptions, UsageError } from '../../mock/options.ts'

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readOptions([])).toEqual({
      ...{ url: 'http://127.0.0.1:8787', seed: 20261122, brains: 54, live: false, interval: 5 },
      ...{ grantFile: 'data/simulator.json', force: false, help: false },
    })
  })

  it('reads every option', () => {
    const text = '--url http://127.0.0.1:9/ --seed 3 --brains 5000 --live --interval 60 --force'
    expect(readOptions(text.split(' '))).toMatchObject({
      ...{
        url: 'http://127.0.0.1:9',
        seed: 3,
        brains: 5000,
        live: true,
        interval: 60,
        force: true,
      },
    })
  })

  it.each([
    ['--brains', '0'],
    ['--brains', '5001'],
    ['--seed', '1.5'],
    ['--interval', 'soon'],
    ['--url', 'here'],
    ['--url', 'file:///etc'],
    ['--speed', '1'],
  ])('refuses %s %s', (option, value) => {
    expect(() => readOptions([option, value])).toThrow(UsageError)
  })
})
