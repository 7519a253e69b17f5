// @vitest-environment node
import { describe, expect, it } from 'vitest'

import enBoard from '../../src/app/locales/en.board.json' with { type: 'json' }
import enDesk from '../../src/app/locales/en.desk.json' with { type: 'json' }
import enExport from '../../src/app/locales/en.export.json' with { type: 'json' }
import enOffice from '../../src/app/locales/en.office.json' with { type: 'json' }
import en from '../../src/app/locales/en.json' with { type: 'json' }
import zhBoard from '../../src/app/locales/zh-CN.board.json' with { type: 'json' }
import zhDesk from '../../src/app/locales/zh-CN.desk.json' with { type: 'json' }
import zhExport from '../../src/app/locales/zh-CN.export.json' with { type: 'json' }
import zhOffice from '../../src/app/locales/zh-CN.office.json' with { type: 'json' }
import zh from '../../src/app/locales/zh-CN.json' with { type: 'json' }
import { sourcesOf } from '../charts/sources.ts'

type Messages = { readonly [key: string]: string | Messages }

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  )
const [chinese, english] = [
  new Map(flat({ ...zh, ...zhBoard, ...zhDesk, ...zhExport, ...zhOffice })),
  new Map(flat({ ...en, ...enBoard, ...enDesk, ...enExport, ...enOffice })),
]

const SOURCES = sourcesOf(['components', 'views', 'app'], ['.ts', '.vue'])
const used = [...SOURCES.values()].flatMap((text) =>
  [...text.matchAll(/\bt\(\s*(['`])([\w.$\s{}]+?)\1/g)].map(([, , key]) => key ?? ''),
)

describe('the words of the page', () => {
  it('keep those of desk and export apart: the wall asks for none of them', () => {
    const apart = new Set(Object.keys({ ...zhBoard, ...zhDesk, ...zhExport, ...zhOffice }))
    const wall = sourcesOf(['views'], ['.ts', '.vue'])
    for (const [file, text] of wall) {
      if (!file.includes('/wall/')) continue
      for (const [, , key = ''] of text.matchAll(/\bt\(\s*(['`])([\w.$\s{}]+?)\1/g))
        expect(`${file} ${apart.has(key.split('.')[0] ?? '')}`).toBe(`${file} false`)
    }
  })

  it('are the same in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('have the same places for values in both languages', () => {
    const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const [key, text] of chinese)
      expect([key, ...places(english.get(key))]).toEqual([key, ...places(text)])
  })

  it('are never empty, and English ones are English', () => {
    for (const text of [...chinese.values(), ...english.values()]) expect(text.trim()).not.toBe('')
    const names = new Set(['help.language'])
    for (const [key, text] of english)
      if (!names.has(key)) expect(text).not.toMatch(/\p{Script=Han}/u)
  })

  it('hold every key that the page asks for', () => {
    expect(used.length).toBeGreaterThan(20)
    const missing = used.filter((key) => {
      const [head = ''] = key.split('${')
      return key.includes('${')
        ? ![...chinese.keys()].some((known) => known.startsWith(head))
        : !chinese.has(key)
    })
    expect(missing).toEqual([])
  })
})
