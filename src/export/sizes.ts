/** Room for a picture, and how large it is meant to stand in print or on a slide. */
export interface PictureSize {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** CSS pixels of an inch of the page or slide it is made for: type is measured by it. */
  readonly dpi: number
  /** Becomes higher before its type becomes smaller; slides and squares only where not even that is enough. */
  readonly grows: boolean
  /** Never higher than asked: where its words have no room there is no picture. */
  readonly isExact?: boolean
}

export const SIZE_IDS = ['slideFull', 'slideHalf', 'a4Full', 'a4Half', 'square'] as const
export type SizeId = (typeof SIZE_IDS)[number]

/** Pixels of an inch on paper (CSS), and on a slide of 13.333 × 7.5 inches that is 1600 pixels wide. */
const PAPER = 96
const SLIDE = 120

const millimetres = (length: number): number => Math.round((length / 25.4) * PAPER)

/**
 * Slides are 16:9, whole or one of two halves. The text of an official A4 page (GB/T 9704) is 156 mm wide: whole, or
 * one of two columns; a picture over its whole width takes half of the page's height.
 */
export const SIZES: Readonly<Record<SizeId, PictureSize>> = {
  slideFull: { width: 1600, height: 900, dpi: SLIDE, grows: false },
  slideHalf: { width: 800, height: 900, dpi: SLIDE, grows: false },
  a4Full: { width: millimetres(156), height: millimetres(108), dpi: PAPER, grows: true },
  a4Half: { width: millimetres(76), height: millimetres(108), dpi: PAPER, grows: true },
  square: { width: 1080, height: 1080, dpi: SLIDE, grows: false },
}

/** Keys of the names on the page. */
export const SIZE_LABELS = {
  slideFull: 'export.size.slideFull',
  slideHalf: 'export.size.slideHalf',
  a4Full: 'export.size.a4Full',
  a4Half: 'export.size.a4Half',
  square: 'export.size.square',
  custom: 'export.size.custom',
} as const satisfies Readonly<Record<SizeId | 'custom', string>>

/** Pixels of a PNG for one CSS pixel. */
export const SCALES = [1, 2, 3, 4] as const
export type Scale = (typeof SCALES)[number]

/** More pixels than this no browser paints for certain. */
const MOST_PIXELS = 64_000_000

/** The scales at which a size can be painted; 1 always. */
export const scalesOf = ({ width, height }: Pick<PictureSize, 'width' | 'height'>): Scale[] =>
  SCALES.filter((scale) => scale === 1 || width * height * scale ** 2 <= MOST_PIXELS)

interface Bound {
  readonly least: number
  readonly most: number
}

export const DPI_BOUND: Bound = { least: 72, most: 600 }

/** Inches below which type of 9 points leaves no room for a chart. */
const LEAST_WIDTH = 2.6
const LEAST_HEIGHT = 2
const MOST = 4000

/** CSS pixels that a custom size may have at a resolution. */
export const sizeBounds = (dpi: number): Readonly<Record<'width' | 'height', Bound>> => ({
  width: { least: Math.ceil(LEAST_WIDTH * dpi), most: MOST },
  height: { least: Math.ceil(LEAST_HEIGHT * dpi), most: MOST },
})

/** What of a custom size is no whole number within its bounds, with them; empty where it can be made. */
export function sizeFaults(
  size: Readonly<Record<'width' | 'height' | 'dpi', number>>,
): (Bound & { readonly field: 'width' | 'height' | 'dpi' })[] {
  const isWithin = (value: number, { least, most }: Bound): boolean =>
    Number.isInteger(value) && value >= least && value <= most
  if (!isWithin(size.dpi, DPI_BOUND)) return [{ field: 'dpi', ...DPI_BOUND }]
  const bounds = sizeBounds(size.dpi)
  return (['width', 'height'] as const)
    .filter((field) => !isWithin(size[field], bounds[field]))
    .map((field) => ({ field, ...bounds[field] }))
}

/**
 * A size of one's own, in CSS pixels at a resolution, kept exactly.
 * @throws RangeError where `sizeFaults` finds any.
 */
export function customSize(width: number, height: number, dpi: number): PictureSize {
  const [fault] = sizeFaults({ width, height, dpi })
  if (fault)
    throw new RangeError(
      `${fault.field} must be a whole number from ${fault.least} to ${fault.most}`,
    )
  return { width, height, dpi, grows: false, isExact: true }
}
