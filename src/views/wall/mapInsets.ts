import type { LayoutClass } from './wallScale.ts'

/** Room around the province for title, key, ramp and card, in units (align: where slack goes). */
export const MAP_INSETS = {
  w16: { left: 100, right: 24, top: 44, bottom: 52, align: 'right' },
  w83: { left: 50, right: 44, top: 70, bottom: 80, align: 'center' },
  w32: { left: 90, right: 50, top: 50, bottom: 64, align: 'center' },
  portrait: { left: 20, right: 20, top: 108, bottom: 44, align: 'center' },
} as const satisfies Record<LayoutClass, object>

/** Room around one city, which is as high as wide: key and title stand left of it, card and ramp right. */
export const CITY_INSETS = {
  w16: { left: 190, right: 250, top: 24, bottom: 96, align: 'center' },
  w83: { left: 200, right: 270, top: 40, bottom: 90, align: 'center' },
  w32: { left: 200, right: 330, top: 40, bottom: 90, align: 'center' },
  portrait: { left: 190, right: 250, top: 24, bottom: 96, align: 'center' },
} as const satisfies Record<LayoutClass, object>
