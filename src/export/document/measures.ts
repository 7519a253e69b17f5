/** Twentieths of a point, in which Word measures. */
export const TWIPS_A_POINT = 20
const MM_AN_INCH = 25.4

export const twips = (millimetres: number): number => Math.round((millimetres / MM_AN_INCH) * 1440)

/** CSS pixels, in which the library takes the size of pictures. */
export const cssPixels = (millimetres: number): number =>
  Math.round((millimetres / MM_AN_INCH) * 96)

/** Sheet and type area of GB/T 9704—2012 (5.1, 5.2): A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
export const PAGE = {
  width: 210,
  height: 297,
  top: 37,
  bottom: 35,
  left: 28,
  right: 26,
} as const

/** Width of the type area. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** 22 lines fill the type area (5.2.3): 28.95 pt each. */
export const LINE_PITCH = 579

/** Chinese type sizes in points: 二号, 三号, 四号, 小四, 五号, 小五. */
export const TYPE = {
  two: 22,
  three: 16,
  four: 14,
  smallFour: 12,
  five: 10.5,
  smallFive: 9,
} as const

/** Half points, in which Word gives the size of type. */
export const halfPoints = (points: number): number => points * 2

/** Type of a document in points, pitch of its lines in twips, margins in millimetres. */
export interface TypeScale {
  readonly title: number
  readonly titlePitch: number
  /** Above and below the title, in twips. */
  readonly titleRoom: number
  readonly heading: number
  readonly body: number
  readonly pitch: number
  /** Captions, notes, tables. */
  readonly small: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The layout of GB/T 9704—2012. */
export const FORMAL: TypeScale = {
  ...{ title: TYPE.two, titlePitch: 700, titleRoom: LINE_PITCH },
  ...{ heading: TYPE.three, body: TYPE.three, pitch: LINE_PITCH, small: TYPE.five },
  ...{ top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right },
}

/** One page: narrow margins, and nothing is smaller than 小五. */
export const ONE_PAGE: TypeScale = {
  ...{ title: TYPE.three, titlePitch: 440, titleRoom: 60 },
  ...{ heading: TYPE.smallFour, body: TYPE.five, pitch: 290, small: TYPE.smallFive },
  ...{ top: 20, bottom: 18, left: 20, right: 20 },
}

/** Width of the type area of a scale in millimetres. */
export const textWidth = ({ left, right }: TypeScale): number => PAGE.width - left - right

export const scaleOf = ({ onePage = false }: { readonly onePage?: boolean }): TypeScale =>
  onePage ? ONE_PAGE : FORMAL

/** First line of a paragraph: two characters of its type, in points. */
export const indentOf = (points: number) => ({
  firstLine: 2 * points * TWIPS_A_POINT,
  firstLineChars: 200,
})

/** Left and right of a cell's text, in twips. */
export const CELL_PADDING = 60
