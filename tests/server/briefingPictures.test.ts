import { platform } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { drawAtNight } from '../../server/briefing/drawAtNight.ts'
import { FaceError } from '../../server/briefing/faceError.ts'
import { findFaces, fontFolders } from '../../server/briefing/findFaces.ts'
import { makeRasterise } from '../../server/briefing/rasterise.ts'
import { allFigures, exported } from '../export/exportable.ts'

const NOWHERE = { chosen: null, folders: [join(import.meta.dirname, 'no-fonts')] }
const HERE = { chosen: null, folders: fontFolders(platform()) }

const hasFace = (() => {
  try {
    findFaces(HERE)
    return true
  } catch {
    return false
  }
})()

const svgOf = (words: string, weight = 400): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="'Microsoft YaHei','Barlow Semi Condensed',sans-serif"><rect width="200" height="40" fill="#ffffff"/><text x="4" y="28" font-size="24" font-weight="${weight}">${words}</text></svg>`
const EMPTY = svgOf('')
const BOX = { width: 480, height: 300, scale: 2 }
const bars = exported(allFigures('demo', 'zh-CN').find(({ kind }) => kind === 'bar')!)

describe('a picture without a Chinese face', () => {
  it('is refused with what was looked for and what to install', async () => {
    const made = makeRasterise(NOWHERE)(svgOf('山东'), 2)
    await expect(made).rejects.toThrow(FaceError)
    await expect(made).rejects.toThrow(/no-fonts.*fonts-noto-cjk.*BRIEFING_FONT/)
  })

  it('is drawn as vectors, counted with its reason', async () => {
    const { draw, vectorOnly } = drawAtNight(makeRasterise(NOWHERE))
    const [one] = [await draw(bars, BOX), await draw(bars, BOX)]
    expect(one).toMatchObject({ png: null, width: 480, height: 300 })
    expect(one.svg).toContain('<svg')
    expect([...vectorOnly.values()]).toEqual([2])
  })

  it('fails aloud where something else is wrong', async () => {
    const { draw, vectorOnly } = drawAtNight(() => Promise.reject(new RangeError('out of memory')))
    await expect(draw(bars, BOX)).rejects.toThrow('out of memory')
    expect(vectorOnly.size).toBe(0)
  })
})

/** Skipped on a machine without such a face: there is nothing to draw with. */
describe.skipIf(!hasFace)('a picture with the Chinese face of this machine', () => {
  const rasterise = makeRasterise(HERE)
  const png = async (words: string): Promise<Buffer> =>
    Buffer.from(await rasterise(svgOf(words), 2))

  it('is a PNG with so many pixels for each of the drawing', async () => {
    const bytes = await png('山东')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([400, 80])
  })

  it('shows every character as itself, not as a box', async () => {
    const shown = await Promise.all(
      ['山', '东', '企', '0', '1', 'A', 'é', '&lt;', '—'].map((words) => png(words)),
    )
    const blank = Buffer.from(await rasterise(EMPTY, 2))
    expect(new Set([blank, ...shown].map((bytes) => bytes.toString('base64'))).size).toBe(
      shown.length + 1,
    )
  })

  it('gives the same bytes again', async () => {
    expect((await png('山东 1,234.5')).equals(await png('山东 1,234.5'))).toBe(true)
  })

  it('is refused for a character that no face has, which it names', async () => {
    const made = rasterise(svgOf('山\u{10fffd}东'), 2)
    await expect(made).rejects.toThrow(FaceError)
    await expect(made).rejects.toThrow(/\u{10fffd}/u)
  })

  it('shows a figure', async () => {
    const { draw, vectorOnly } = drawAtNight(rasterise)
    const { png: drawn } = await draw(bars, BOX)
    expect(vectorOnly.size).toBe(0)
    const blank = await rasterise(
      '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="300"><rect width="480" height="300" fill="#ffffff"/></svg>',
      2,
    )
    expect(drawn?.length).toBeGreaterThan(4 * blank.length)
  })
})
