// @vitest-environment node
import { describe, expect, it } from 'vitest'

import { sourcesOf } from '../charts/sources.ts'
import { APART, MESSAGES } from './messages.ts'

type Messages = { readonly [key: string]: string | Messages }

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  )
const [chinese, english] = [new Map(flat(MESSAGES['zh-CN'])), new Map(flat(MESSAGES.en))]

const SOURCES = sourcesOf(['components', 'views', 'app'], ['.ts', '.vue'])
const used = [...SOURCES.values()].flatMap((text) =>
  [...text.matchAll(/\bt\(\s*(['`])([\w.$\s{}]+?)\1/g)].map(([, , key]) => key ?? ''),
)

describe('the words of the page', () => {
  it('keep those of desk and export apart: the wall asks for none of them', () => {
    const apart = new Set(Object.keys(APART))
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
