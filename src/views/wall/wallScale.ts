/** Layout classes by the wall's proportion. */
export type LayoutClass = 'portrait' | 'w16' | 'w83' | 'w32'

export interface WallScale {
  readonly layout: LayoutClass
  /** Pixels of one design unit: 1/1080 of the height, less where the width would be short. */
  readonly u: number
  /** Enlarges text only, where the width allows. */
  readonly t: number
}

/** The layout of a window: areas re-lay themselves, nothing is stretched. */
export function wallScale(width: number, height: number): WallScale {
  const ratio = width / Math.max(1, height)
  if (ratio < 1) return { layout: 'portrait', u: Math.min(width / 1080, height / 1920), t: 1 }
  if (ratio < 2.2) return { layout: 'w16', u: Math.min(height / 1080, width / 1760), t: 1 }
  if (ratio < 3.2) return { layout: 'w83', u: height / 1080, t: 1.06 }
  return { layout: 'w32', u: height / 1080, t: 1.16 }
}
