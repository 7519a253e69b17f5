import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { initWasm, Resvg } from '@resvg/resvg-wasm'

import type { Rasterise } from '../../src/export/briefing/makeDraw.ts'
import { FaceError } from './faceError.ts'
import { faceWith, findFaces, type FacePlaces } from './findFaces.ts'
import type { Face } from './readFaces.ts'

const packageFile = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(import.meta.resolve(name)))

/** The carried face of numerals, for a Chinese face without Latin letters; and what is used of it. */
const LATIN_FILE =
  '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-400-normal.woff2'
const LATIN = /[ -~\u00a0-\u00ff–—‘’“”•…−€]/u

let started: Promise<void> | null = null

/** The module may be started once a process. */
const start = (): Promise<void> =>
  (started ??= packageFile('@resvg/resvg-wasm/index_bg.wasm').then((module) => initWasm(module)))

/**
 * Makes PNGs with a Chinese face of this machine, which is looked for with the first picture. Each call throws
 * FaceError where there is none, or no face has a character of the picture; BriefingError where a chosen file is none.
 */
export function makeRasterise(places: FacePlaces): Rasterise {
  let found: Promise<Lettering> | null = null
  return async (svg, scale) => {
    found ??= letteringOf(places)
    const lettering = await found
    const missing = lettering.missingIn(wordsIn(svg))
    if (missing.length > 0) throw new FaceError(missingWords(missing, lettering.file))
    await start()
    return pngOf(svg, scale, lettering)
  }
}

/** Faces for words, the Chinese one first. */
interface Lettering {
  readonly family: string
  readonly file: string
  readonly files: Uint8Array[]
  /** Characters without a face, after other faces of the machine were asked for them. */
  readonly missingIn: (words: string) => string[]
}

/** Drawn for nobody: spaces, joiners, marks of direction and of a variant. */
const IS_UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u

async function letteringOf(places: FacePlaces): Promise<Lettering> {
  const { family, file, files: chinese, has } = findFaces(places)
  const files = [...chinese, new Uint8Array(await packageFile(LATIN_FILE))]
  const hasIn: Face['has'][] = [has]
  const known = new Map<string, boolean>()
  const ask = (character: string): boolean => {
    if (IS_UNSEEN.test(character) || LATIN.test(character)) return true
    const code = character.codePointAt(0) ?? 0
    if (hasIn.some((one) => one(code))) return true
    const other = faceWith([code], places.folders)
    if (!other) return false
    hasIn.push(other.has)
    files.push(other.bytes)
    return true
  }
  const isThere = (character: string): boolean => {
    const is = known.get(character) ?? ask(character)
    known.set(character, is)
    return is
  }
  const missingIn = (words: string) => [...new Set(words)].filter((one) => !isThere(one))
  return { family, file, files, missingIn }
}

function missingWords(missing: readonly string[], file: string): string {
  const some = missing.slice(0, 10).join(' ')
  return (
    `${file} 及其他已装字体缺少字符 ${some}：安装 fonts-noto-cjk，或以 BRIEFING_FONT 指定含这些字符的字体 · ` +
    `neither ${file} nor another typeface here has ${some}: install fonts-noto-cjk, or name one with them in BRIEFING_FONT`
  )
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' },
}

const wordsIn = (svg: string): string =>
  [...svg.matchAll(/>([^<]*)<\/text>/g)]
    .map(([, text]) => text ?? '')
    .join('')
    .replace(/&\w+;/g, (name) => CHARACTERS[name] ?? name)

/** Every family of the drawing becomes the found one: none of them need be on this machine. */
function pngOf(svg: string, scale: number, { family, files }: Lettering): Uint8Array {
  const drawing = new Resvg(svg.replace(/ font-family="[^"]*"/g, ' font-family="sans-serif"'), {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: files, defaultFontFamily: family },
  })
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}
