import { characterWidth } from './characterWidth.ts'
import { PALETTES, type LookName, type Palette } from './palette.ts'

/** Where and how a figure is drawn: pixels of the box, pixels of one design unit, text factor. */
export interface Look {
  readonly name: LookName
  readonly palette: Palette
  readonly width: number
  readonly height: number
  /** Pixels of one design unit (1/1080 of a wall's height; 1 px on the desk). */
  readonly u: number
  /** Enlarges text only, where the layout has the width for it. */
  readonly t: number
}

/** Smallest label of each look in units: nothing printed is smaller. */
const LABEL: Readonly<Record<LookName, number>> = { wall: 18, desk: 12, print: 22 }

/** Builds a look for a box. */
export const makeLook = (
  name: LookName,
  box: { readonly width: number; readonly height: number; readonly u: number; readonly t?: number },
): Look => ({ name, palette: PALETTES[name], t: 1, ...box })

/** Pixels of the smallest label. */
export const labelSize = (look: Look): number => LABEL[look.name] * look.u * look.t

/** Numerals come from the display face, everything else from the system's Chinese face. */
export const FONT_FAMILY =
  '"Barlow Semi Condensed","PingFang SC","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","Noto Sans SC Variable",sans-serif'

export const SERIF_FAMILY =
  '"FZXiaoBiaoSong-B05S","Source Han Serif SC","Noto Serif CJK SC","Songti SC","STZhongsong","SimSun","Noto Sans SC Variable",serif'

export const font = (size: number, weight = 400, family = FONT_FAMILY): string =>
  `${weight} ${size.toFixed(2)}px ${family}`

/** Estimated width of a text in pixels, rather too wide than too narrow: the display face is condensed. */
export function textWidth(text: string, size: number): number {
  let em = 0
  for (const char of text) em += characterWidth(char)
  return em * size
}

/** The hex colour with an opacity. */
export function alpha(hex: string, opacity: number): string {
  const n = Number.parseInt(hex.slice(1), 16)
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${opacity})`
}
