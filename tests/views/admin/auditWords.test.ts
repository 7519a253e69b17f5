import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import en from '../../../src/app/locales/en.office.json' with { type: 'json' }
import zh from '../../../src/app/locales/zh-CN.office.json' with { type: 'json' }

const SERVER = join(import.meta.dirname, '../../../server')

/** Actions as they stand in what is written into the trail: `note(who, 'draft.save', …)`, `action: 'draft.save'`. */
function notedActions(): readonly string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SERVER, file), 'utf8'))
  const found = texts.flatMap((text) => [
    ...text.matchAll(/(?:\bnote\w*\(|\baction[:=?] )[^;]{0,60}?'([a-z]\w*\.[a-z]\w*)'/gi),
  ])
  return [...new Set(found.map(([, action = '']) => action))]
}

const wordOf = (words: unknown, action: string): unknown =>
  action.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], words)

it('every action of the trail has a word in both languages', () => {
  const actions = notedActions()
  expect(actions).toEqual(
    expect.arrayContaining(['session.open', 'document.read', 'request.refused']),
  )
  for (const words of [zh.audit.action, en.audit.action])
    expect(actions.filter((action) => typeof wordOf(words, action) !== 'string')).toEqual([])
})
