import type { LocalText } from '../domain/text.ts'
import type { Point } from './mapProjection.ts'

/** Label points of the cities, set by eye so that names sit in the widest part of each city. */
const ANCHORS: Readonly<Record<string, Point>> = {
  '370100': [117.22, 36.72],
  '370200': [120.12, 36.62],
  '370300': [118.06, 36.62],
  '370400': [117.42, 34.9],
  '370500': [118.62, 37.62],
  '370600': [120.72, 37.28],
  '370700': [119.12, 36.62],
  '370800': [116.72, 35.42],
  '370900': [116.98, 36.02],
  '371000': [121.98, 37.13],
  '371100': [119.2, 35.56],
  '371300': [118.3, 35.4],
  '371400': [116.6, 37.3],
  '371500': [115.87, 36.5],
  '371600': [117.86, 37.62],
  '371700': [115.66, 35.2],
}

/** Whether a label was set by eye: it stays where it is. */
export const isSetByEye = (adcode: string): boolean => adcode in ANCHORS

/** The label point of an area, else the one its data carry. */
export const anchorOf = (adcode: string, fallback: Point): Point => ANCHORS[adcode] ?? fallback

/** The two seas, by language. */
export const SEAS: readonly { readonly name: LocalText; readonly at: Point }[] = [
  { name: { zh: '渤　海', en: 'Bohai Sea' }, at: [119.62, 38.12] },
  { name: { zh: '黄　海', en: 'Yellow Sea' }, at: [120.05, 35.1] },
]
