import { describe, expect, it } from 'vitest'

import { liveCommand, readOptions, UsageError } from '../../mock/options.ts'

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

  it('takes address and grant from the settings of the service', () => {
    const settings = { PORT: '9000', HOST: '::1', DATA_DIR: '/srv/brain' }
    expect(readOptions(['--live'], settings)).toMatchObject({
      ...{ url: 'http://[::1]:9000', grantFile: '/srv/brain/simulator.json' },
    })
    const given = ['--url', 'http://127.0.0.1:9', '--grant-file', 'g.json']
    expect(readOptions(given, settings)).toMatchObject({
      ...{ url: 'http://127.0.0.1:9', grantFile: 'g.json' },
    })
  })

  it.each(['0', 'http', ''])('asks for an address where PORT is %j', (PORT) => {
    expect(() => readOptions([], { PORT })).toThrow(UsageError)
    expect(readOptions(['--url', 'http://127.0.0.1:9'], { PORT }).url).toBe('http://127.0.0.1:9')
  })

  it.each([
    [[], {}, 'npm run mock -- --live'],
    [['--url', 'http://localhost:9'], {}, 'npm run mock -- --live --url http://localhost:9'],
    [
      ['--seed', '3', '--brains', '6'],
      { PORT: '9000', DATA_DIR: "/a b's" },
      String.raw`npm run mock -- --live --url http://127.0.0.1:9000 --grant-file '/a b'\''s/simulator.json' --seed 3 --brains 6`,
    ],
  ])('is printed for live reports so that it works as printed: %j %j', (args, settings, line) => {
    expect(liveCommand(readOptions(args, settings))).toBe(line)
  })

  it('of the printed line means the same again', () => {
    const options = readOptions(['--seed', '3'], { PORT: '9000', DATA_DIR: '/srv/brain' })
    const words = liveCommand(options).split(' ').slice(4)
    expect(readOptions(words)).toEqual({ ...options, live: true })
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
