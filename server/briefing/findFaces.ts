import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { BriefingError } from './briefingError.ts'
import { FaceError } from './faceError.ts'
import { readFaces, type Face } from './readFaces.ts'

/** A Chinese face to draw words with, and its bold companion where the same folder has one. */
export interface ChineseFaces {
  readonly family: string
  readonly file: string
  /** Whole files, the regular weight first. */
  readonly files: readonly Uint8Array[]
  readonly has: Face['has']
}

/** Where a face is looked for: a file somebody has chosen, else folders. */
export interface FacePlaces {
  readonly chosen: string | null
  readonly folders: readonly string[]
}

/** What every briefing says: a face without these characters is no Chinese one. */
const PROBE = '山东工业经济产业大脑运行简报集群营业收入同比增长整改亿元，。（）'

/** A face of some thousand characters has at least so many bytes; more than the upper bound nobody ships. */
const BYTES = { least: 1_000_000, most: 100_000_000 }
/** Folders in folders, and files of one folder. */
const DEPTH = 5
const MOST_FILES = 20_000
const BOLD = { from: 600, to: 700 }

/** Names of files, the best first: simplified Chinese without serifs, made for screens and print alike. */
const PREFERRED = [
  /^(?:Noto|SourceHan)Sans(?:CJK|SC|CN|HW)/i,
  /^(?:msyh|PingFang|HarmonyOS_?Sans|MiSans|Hiragino Sans GB|STHeiti|simhei|wqy)/i,
  /^(?!.*(?:serif|mono|kai|fang|song|ming))/i,
  /./,
] as const

/** The usual folders of typefaces of a system. */
export function fontFolders(system: NodeJS.Platform, home = homedir()): string[] {
  switch (system) {
    case 'darwin':
      return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts']
    case 'win32':
      return [join(home, 'AppData/Local/Microsoft/Windows/Fonts'), 'C:\\Windows\\Fonts']
    default:
      return [
        ...[join(home, '.local/share/fonts'), join(home, '.fonts')],
        ...['/usr/local/share/fonts', '/usr/share/fonts'],
      ]
  }
}

/**
 * The best Chinese face that may be embedded. Throws FaceError where the folders have none, BriefingError where the
 * chosen file is none.
 */
export function findFaces({ chosen, folders }: FacePlaces): ChineseFaces {
  if (chosen !== null) {
    const face = faceOf(chosen)
    if (face) return withBold(chosen, face)
    throw new BriefingError(
      `BRIEFING_FONT=${chosen} 不是可嵌入的中文字体（TTF、OTF 或 TTC）：改为其他字体文件，或取消该设置 · is no Chinese typeface (TTF, OTF or TTC) that may be embedded: name another file, or unset it.`,
    )
  }
  for (const file of typefacesIn(folders)) {
    const face = faceOf(file, BYTES.least)
    if (face) return withBold(file, face)
  }
  throw new FaceError(noneIn(folders))
}

/** Another face of the folders that has all these characters and may be embedded; null where none does. */
export function faceWith(characters: readonly number[], folders: readonly string[]): Found | null {
  for (const file of typefacesIn(folders)) {
    const { bytes, faces } = facesOf(file, 0)
    const face = faces.find(({ embeddable, has }) => embeddable && characters.every(has))
    if (face) return { ...face, bytes }
  }
  return null
}

const noneIn = (folders: readonly string[]): string =>
  `${folders.join('、')} 中没有含简体汉字且许可嵌入的字体（TTF、OTF、TTC）：安装 fonts-noto-cjk，或以 BRIEFING_FONT 指定字体文件 · ` +
  `no typeface (TTF, OTF, TTC) with Chinese characters that may be embedded is in ${folders.join(', ')}: install fonts-noto-cjk, or name a file in BRIEFING_FONT`

const rankOf = (file: string): number => PREFERRED.findIndex((name) => name.test(basename(file)))
/** Regular by its name, or without a weight in it. */
const isPlain = (file: string): boolean => /regular|^[^-]*$/i.test(basename(file))

const byPreference = (one: string, other: string): number =>
  rankOf(one) - rankOf(other) ||
  Number(isPlain(other)) - Number(isPlain(one)) ||
  one.localeCompare(other)

const typefacesIn = (folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) => typefaces(folder, DEPTH))
    .slice(0, MOST_FILES)
    .sort(byPreference)

function typefaces(folder: string, depth: number): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return depth > 0 ? typefaces(path, depth - 1) : []
    return /\.(?:ttf|otf|ttc)$/i.test(entry.name) ? [path] : []
  })
}

/** Nothing where there is no such folder, or none that may be read. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

interface Read {
  readonly bytes: Uint8Array
  readonly faces: readonly Face[]
}

/** No faces in a file that is none, cannot be read or is of another size. */
function facesOf(file: string, least: number): Read {
  const none = { bytes: new Uint8Array(), faces: [] }
  try {
    const { size } = statSync(file)
    if (size < least || size > BYTES.most) return none
    const bytes = readFileSync(file)
    return { bytes, faces: readFaces(bytes) }
  } catch {
    return none
  }
}

/** A face and the file it stands in. */
export type Found = Face & { readonly bytes: Uint8Array }

/** Of a collection the face with the Chinese forms of the characters, not the Japanese or Korean. */
function faceOf(file: string, least = 0): Found | null {
  const { bytes, faces } = facesOf(file, least)
  const usable = faces.filter(
    ({ embeddable, has }) =>
      embeddable && Array.from(PROBE).every((one) => has(one.codePointAt(0) ?? 0)),
  )
  const face = usable.find(({ family }) => /\b(?:SC|CN|GB)\b/.test(family)) ?? usable[0]
  return face ? { ...face, bytes } : null
}

function withBold(file: string, { family, bytes, has, weight }: Found): ChineseFaces {
  const isBold = (face: Face): boolean =>
    face.family === family && face.embeddable && face.weight >= BOLD.from && face.weight <= BOLD.to
  const bold =
    weight >= BOLD.from
      ? undefined
      : typefaces(dirname(file), 0)
          .filter((other) => other !== file && /b(?:ol)?d/i.test(other))
          .map((other) => facesOf(other, BYTES.least))
          .find(({ faces }) => faces.some(isBold))
  return { family, file, files: bold ? [bytes, bold.bytes] : [bytes], has }
}
