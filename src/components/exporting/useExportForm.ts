import { computed, reactive, toRaw, watch } from 'vue'

import type { Exported, Marking, Origin } from '../../export/exported.ts'
import {
  customSize,
  scalesOf,
  sizeFaults,
  SIZES,
  type PictureSize,
  type Scale,
} from '../../export/sizes.ts'
import type { ChartContext } from '../../charts/chartFigure.ts'
import type { Figure } from '../../figures/figure.ts'
import type { FileFormat } from './exportJob.ts'
import { useKeptChoice, type ExportFormat, type KeptChoice } from './useKeptChoice.ts'
import type { OriginChoice } from './useOrigin.ts'

/** Formats that are one picture, of a size of one's choice. */
const PICTURES: readonly ExportFormat[] = ['copy', 'png', 'svg']
/** Those of pixels. */
const PAINTED: readonly ExportFormat[] = ['copy', 'png']

export const fileFormat = (format: ExportFormat): FileFormat => (format === 'copy' ? 'png' : format)

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What the reader has chosen in the dialog. */
interface Choice extends OriginChoice, Writable<KeptChoice> {
  /** Empty: the conclusion heads a picture, the figure's name a table. */
  title: string
  sentence: string
  marking: Marking | null
  watermark: string
}

/** The form of the dialog: what is chosen, what follows from it, and the figure as it is to be exported. */
export function useExportForm(figure: () => Figure) {
  const kept = useKeptChoice()
  const choice = reactive<Choice>({
    ...kept.choice,
    title: '',
    sentence: figure().finding,
    marking: null,
    watermark: '',
  })
  const lasting = computed((): KeptChoice => {
    const { format, size, width, height, dpi, scale } = choice
    return { format, size, width, height, dpi, scale }
  })
  watch(lasting, kept.keep)

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

  /** The words of the reader where they differ from the figure's own. */
  const words = computed(() => {
    const { title, sentence } = choice
    return {
      ...(title.trim() ? { title: title.trim() } : {}),
      ...(sentence === figure().finding ? {} : { sentence }),
    }
  })

  /** The figure with those words, as plain data: under another title it keeps its sentence. */
  const exported = (context: ChartContext, from: Origin): Exported => ({
    figure: toRaw(figure()),
    context: toRaw(context),
    origin: from,
    ...(words.value.title ? { sentence: choice.sentence } : {}),
    ...words.value,
  })

  return { choice, isPicture, isPainted, faults, size, scales, scale, origin, words, exported }
}
