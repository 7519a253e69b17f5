import { describe, expect, it } from 'vitest'

import { applyTheme } from '../../src/app/theme.ts'
import { PALETTES } from '../../src/charts/palette.ts'
import { sourcesOf } from '../charts/sources.ts'

const SOURCES = sourcesOf(['components', 'views', 'app'], ['.vue', '.css'])

const themed = (look: keyof typeof PALETTES): HTMLElement => {
  const element = document.createElement('div')
  applyTheme(look, element)
  return element
}

describe('the theme of a page', () => {
  it('writes every colour of the look as a variable', () => {
    const { style, dataset } = themed('wall')
    expect(dataset['look']).toBe('wall')
    expect(style.getPropertyValue('--canvas')).toBe(PALETTES.wall.canvas)
    expect(style.getPropertyValue('--text-1')).toBe(PALETTES.wall.text1)
    expect(style.getPropertyValue('--land-no-data')).toBe(PALETTES.wall.landNoData)
    expect(style.getPropertyValue('--status-warn')).toBe(PALETTES.wall.status.warn)
    expect(style.getPropertyValue('--sequential-3')).toBe(PALETTES.wall.sequential[3])
  })

  it('has the same variables in every look', () => {
    const names = (look: keyof typeof PALETTES) => Array.from(themed(look).style).sort()
    expect(names('desk')).toEqual(names('wall'))
    expect(names('print')).toEqual(names('wall'))
  })

  it('has every colour that a style sheet asks for', () => {
    const own = new Set(['--u', '--t'])
    const defined = new Set(Array.from(themed('wall').style))
    const set = (text: string) =>
      [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? '')
    const local = new Set([...SOURCES.values()].flatMap(set))
    const missing = [...SOURCES].flatMap(([file, text]) =>
      [...text.matchAll(/var\((--[\w-]*\w)\b(?![\w-]|\$)/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !defined.has(name) && !own.has(name) && !local.has(name))
        .map((name) => `${file}: ${name}`),
    )
    expect(missing).toEqual([])
  })
})
