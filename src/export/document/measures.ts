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

/** First line of a paragraph: two characters of body type. */
export const INDENT = { firstLine: 2 * TYPE.three * TWIPS_A_POINT, firstLineChars: 200 }

/** Left and right of a cell's text, in twips. */
export const CELL_PADDING = 60
