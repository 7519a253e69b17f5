import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeEach, describe, expect, it } from 'vitest'

import { BriefingError } from '../../server/briefing/briefingError.ts'
import { FaceError } from '../../server/briefing/faceError.ts'
import { faceWith, findFaces, fontFolders } from '../../server/briefing/findFaces.ts'
import { readFaces } from '../../server/briefing/readFaces.ts'
import { readConfig } from '../../server/config.ts'
import { madeCollection, madeFace, type MadeFace } from './madeFace.ts'

const CHINESE = '山东工业经济产业大脑运行简报集群营业收入同比增长整改亿元，。（）'
const code = (character: string): number => character.codePointAt(0) ?? 0
const face = (more: Partial<MadeFace> = {}): MadeFace => ({
  ...{ family: 'Made Sans SC', characters: CHINESE },
  ...more,
})
const bytesOf = (numbers: readonly number[]): Uint8Array => Uint8Array.from(numbers)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brain-faces-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

/** Written into the folder, as large as a Chinese face is. */
function put(name: string, numbers: readonly number[], size = 1_000_000): string {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  const bytes = new Uint8Array(Math.max(size, numbers.length))
  bytes.set(numbers)
  writeFileSync(file, bytes)
  return file
}
const find = (chosen: string | null = null) => findFaces({ chosen, folders: [folder] })

describe('a typeface file', () => {
  it.each([4, 12] as const)('says by a map of format %i which characters it has', (format) => {
    const [read] = readFaces(bytesOf(madeFace(face({ format, characters: 'AC山东' }))))
    expect(Array.from('AC山东', (one) => read?.has(code(one)))).toEqual(Array(4).fill(true))
    expect(Array.from('@BD西😀', (one) => read?.has(code(one)))).toEqual(Array(5).fill(false))
  })

  it('has characters beyond the first plane in format 12', () => {
    const [read] = readFaces(bytesOf(madeFace(face({ format: 12, characters: '山𠮷' }))))
    expect([read?.has(code('𠮷')), read?.has(code('𠮸'))]).toEqual([true, false])
  })

  it.each([
    [0, true],
    [2, false],
    [4, true],
    [8, true],
    [0x102, false],
    [6, true],
  ])('with licence bits %i may be embedded: %s', (fsType, embeddable) => {
    expect(readFaces(bytesOf(madeFace(face({ fsType }))))).toMatchObject([{ embeddable }])
  })

  it.each(['CBDT', 'COLR', 'SVG ', 'sbix'])('with colours (%s) is no face of outlines', (table) => {
    expect(readFaces(bytesOf(madeFace(face({ table }))))).toEqual([])
  })

  it('may hold several faces', () => {
    const faces = [face({ family: 'Made Sans JP' }), face({ family: 'Made Sans SC', weight: 700 })]
    expect(readFaces(bytesOf(madeCollection(faces)))).toMatchObject([
      { family: 'Made Sans JP', weight: 400 },
      { family: 'Made Sans SC', weight: 700 },
    ])
  })

  it('that is none, or is cut off anywhere, has no face or says the same', () => {
    expect(readFaces(bytesOf([]))).toEqual([])
    expect(readFaces(new TextEncoder().encode('<svg>no typeface at all</svg>'))).toEqual([])
    const whole = madeCollection([face(), face({ format: 12 })])
    for (let length = 0; length < whole.length; length++)
      expect(() => readFaces(bytesOf(whole.slice(0, length)))).not.toThrow()
    const many = [...whole]
    many.splice(8, 4, 0xff, 0xff, 0xff, 0xff)
    expect(readFaces(bytesOf(many))).toEqual([])
  })
})

describe('the Chinese face', () => {
  it('is looked for in folders of folders, the best name first', () => {
    put('a/DroidSansFallbackFull.ttf', madeFace(face({ family: 'Droid Sans Fallback' })))
    put('a/LiberationSans-Regular.ttf', madeFace(face({ characters: 'ABC' })))
    const best = put('b/c/NotoSansCJK-Regular.ttc', madeCollection([face()]))
    put('b/c/NotoSansCJK-Thin.ttc', madeCollection([face({ weight: 100 })]))
    expect(find()).toMatchObject({ file: best, family: 'Made Sans SC' })
  })

  it('of a collection is the one with the Chinese forms, and brings its bold along', () => {
    const families = ['Made Sans CJK JP', 'Made Sans CJK SC']
    const at = (weight: number) =>
      madeCollection(families.map((family) => face({ family, weight })))
    put('NotoSansCJK-Regular.ttc', at(400))
    put('NotoSansCJK-Bold.ttc', at(700))
    const found = find()
    expect(found.family).toBe('Made Sans CJK SC')
    expect(found.files).toHaveLength(2)
  })

  it('is not one with a restricted licence', () => {
    put('msyh.ttf', madeFace(face({ fsType: 2 })))
    const usable = put('wqy-microhei.ttf', madeFace(face()))
    expect(find().file).toBe(usable)
  })

  it('that is missing is said with the folders and the remedy, in both languages', () => {
    put('LiberationSans-Regular.ttf', madeFace(face({ characters: 'ABC' })))
    put('NotoSansSC-Regular.otf', madeFace(face({ fsType: 2 })))
    put('notes.txt', [1, 2, 3])
    expect(() => findFaces({ chosen: null, folders: [folder, '/none/fonts'] })).toThrow(FaceError)
    expect(() => findFaces({ chosen: null, folders: [folder, '/none/fonts'] })).toThrow(
      new RegExp(
        `${folder}、/none/fonts 中没有.*安装 fonts-noto-cjk.*BRIEFING_FONT.*install fonts-noto-cjk.*BRIEFING_FONT`,
      ),
    )
  })

  it('may be chosen, whatever its size and name; a wrong choice ends the run', () => {
    put('NotoSansSC-Regular.otf', madeFace(face()))
    const own = put('own.ttf', madeFace(face({ family: 'Own' })), 0)
    expect(find(own)).toMatchObject({ file: own, family: 'Own' })
    for (const wrong of [
      put('latin.ttf', madeFace(face({ characters: 'ABC' })), 0),
      put('shut.ttf', madeFace(face({ fsType: 2 })), 0),
      join(folder, 'none.ttf'),
      folder,
    ]) {
      expect(() => find(wrong)).toThrow(BriefingError)
      expect(() => find(wrong)).toThrow(
        /BRIEFING_FONT=.*不是可嵌入的中文字体.*is no Chinese typeface/,
      )
    }
  })

  it('has another beside it for what it lacks', () => {
    put('NotoSansSC-Regular.otf', madeFace(face()))
    put('shut.ttf', madeFace(face({ family: 'Shut', characters: '①→', fsType: 2 })), 0)
    put('signs.ttf', madeFace(face({ family: 'Signs', characters: '①→' })), 0)
    expect(faceWith([code('①'), code('→')], [folder])).toMatchObject({ family: 'Signs' })
    expect(faceWith([code('①'), code('②')], [folder])).toBeNull()
  })

  it('has its setting and its usual folders on every system', () => {
    expect(readConfig({}).briefingFont).toBeNull()
    expect(readConfig({ BRIEFING_FONT: '/x/a.ttf' }).briefingFont).toBe('/x/a.ttf')
    expect(fontFolders('linux', '/home/a')).toContain('/usr/share/fonts')
    expect(fontFolders('darwin', '/Users/a')).toContain('/System/Library/Fonts')
    expect(fontFolders('win32', '/a')).toContain('C:\\Windows\\Fonts')
  })
})
