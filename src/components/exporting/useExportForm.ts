import { computed, reactive, toRaw } from 'vue'

import type { Exported, Marking, Origin } from '../../export/exported.ts'
import {
  customSize,
  scalesOf,
  sizeFaults,
  SIZES,
  type PictureSize,
  type Scale,
  type SizeId,
} from '../../export/sizes.ts'
import type { ChartContext } from '../../charts/chartFigure.ts'
import type { Figure } from '../../figures/figure.ts'
import type { FileFormat } from './exportJob.ts'
import type { OriginChoice } from './useOrigin.ts'

/** Everything that a figure can become; a copy is a PNG on the clipboard. */
export const EXPORT_FORMATS = ['copy', 'png', 'svg', 'pptx', 'xlsx', 'csv', 'docx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Formats that are one picture, of a size of one's choice. */
const PICTURES: readonly ExportFormat[] = ['copy', 'png', 'svg']
/** Those of pixels. */
const PAINTED: readonly ExportFormat[] = ['copy', 'png']

export const fileFormat = (format: ExportFormat): FileFormat => (format === 'copy' ? 'png' : format)

/** What the reader has chosen in the dialog. */
interface Choice extends OriginChoice {
  format: ExportFormat
  size: SizeId | 'custom'
  /** Of a custom size. */
  width: number
  height: number
  dpi: number
  scale: Scale
  /** Empty: the conclusion heads a picture, the figure's name a table. */
  title: string
  sentence: string
  marking: Marking | null
  watermark: string
}

/** The form of the dialog: what is chosen, what follows from it, and the figure as it is to be exported. */
export function useExportForm(figure: () => Figure) {
  const choice = reactive<Choice>({
    format: 'png',
    size: 'slideFull',
    width: 1200,
    height: 800,
    dpi: 96,
    scale: 2,
    title: '',
    sentence: figure().finding,
    marking: null,
    watermark: '',
  })

  const isPicture = computed(() => PICTURES.includes(choice.format))
  const isPainted = computed(() => PAINTED.includes(choice.format))
  const faults = computed(() =>
    isPicture.value && choice.size === 'custom' ? sizeFaults(choice) : [],
  )

  /** Null while a custom size is out of bounds. A document previews as the page it gets. */
  const size = computed<PictureSize | null>(() => {
    if (!isPicture.value) return SIZES[choice.format === 'docx' ? 'a4Full' : 'slideFull']
    if (choice.size !== 'custom') return SIZES[choice.size]
    return faults.value.length > 0 ? null : customSize(choice.width, choice.height, choice.dpi)
  })
  const scales = computed(() => (size.value ? scalesOf(size.value) : []))
  const scale = computed<Scale>(() =>
    scales.value.includes(choice.scale) ? choice.scale : (scales.value.at(-1) ?? 1),
  )
  const origin = computed<OriginChoice>(() => {
    const { simulated } = figure()
    return {
      marking: simulated ? null : choice.marking,
      watermark: simulated ? '' : choice.watermark.trim(),
    }
  })

  /** The figure with the words of the reader where they differ from its own; as plain data. */
  function exported(context: ChartContext, from: Origin): Exported {
    const title = choice.title.trim()
    const isOwn = title !== '' || choice.sentence !== figure().finding
    return {
      figure: toRaw(figure()),
      context: toRaw(context),
      origin: from,
      ...(title ? { title } : {}),
      ...(isOwn ? { sentence: choice.sentence } : {}),
    }
  }

  return { choice, isPicture, isPainted, faults, size, scales, scale, origin, exported }
}
