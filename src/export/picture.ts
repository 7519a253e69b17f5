import type { Exported } from './exported.ts'

/** A drawn figure: always as SVG, and as PNG where something can rasterise it with Chinese type. */
export interface Picture {
  readonly svg: string
  readonly png: Uint8Array | null
  /** CSS pixels of the drawing; the PNG has `scale` times as many. */
  readonly width: number
  readonly height: number
}

/** The room a picture gets, in CSS pixels of the print look, and pixels of the PNG per CSS pixel. */
export interface PictureBox {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** Draws the marks of a figure alone, without title and notes: writers of slides and documents have their own. */
export type DrawPicture = (item: Exported, box: PictureBox) => Promise<Picture>
