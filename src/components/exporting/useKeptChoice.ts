import { SCALES, SIZE_IDS, sizeFaults, type Scale, type SizeId } from '../../export/sizes.ts'
import { useKeptSettings } from '../../stores/keptSettings.ts'
import { copyFault } from './copyPicture.ts'

/** Everything that a figure can become; a copy is a PNG on the clipboard. */
export const EXPORT_FORMATS = ['copy', 'png', 'svg', 'pptx', 'xlsx', 'csv', 'docx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What the dialog begins with the next time. */
export interface KeptChoice {
  readonly format: ExportFormat
  readonly size: SizeId | 'custom'
  /** Of a custom size. */
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly scale: Scale
}

const NAME = 'export-choice'
const OWN = { width: 1200, height: 800, dpi: 96 }
const FIRST: KeptChoice = { format: 'png', size: 'slideFull', ...OWN, scale: 2 }

/** The last choice of format, size and scale on this machine; what no longer can be chosen is left out. */
export function useKeptChoice() {
  const settings = useKeptSettings()
  const keep = (choice: KeptChoice): void => settings.keep(NAME, choice)
  return { choice: readChoice(settings.read(NAME)), keep }
}

function readChoice(kept: unknown): KeptChoice {
  const { format, size, width, height, dpi, scale } = (kept ?? {}) as Record<string, unknown>
  const own = { width: Number(width), height: Number(height), dpi: Number(dpi) }
  const isSound = sizeFaults(own).length === 0
  const formats = EXPORT_FORMATS.filter((id) => id !== 'copy' || copyFault() === null)
  const sizes = [...SIZE_IDS, ...(isSound ? (['custom'] as const) : [])]
  return {
    format: formats.find((id) => id === format) ?? FIRST.format,
    size: sizes.find((id) => id === size) ?? FIRST.size,
    ...(isSound ? own : OWN),
    scale: SCALES.find((one) => one === scale) ?? FIRST.scale,
  }
}
