import { computed, shallowRef } from 'vue'

import type { MapGeometry } from '../../charts/geometry.ts'
import type { Briefing } from '../../export/briefing.ts'
import { originOf, toParts } from '../../export/briefing/toParts.ts'
import { fileName } from '../../export/fileName.ts'
import type { Figure } from '../../figures/figure.ts'
import { usePorts } from '../../stores/ports.ts'
import { useExportNote } from '../../stores/useExportNote.ts'
import { useUserMark } from '../../stores/useUserMark.ts'
import { download } from '../exporting/download.ts'
import { useExportHost } from '../exporting/exportHost.ts'
import { pageFaces } from '../exporting/pageFaces.ts'
import { useExport, type WorkerPort } from '../exporting/useExport.ts'

export const BRIEFING_FORMATS = ['pptx', 'docx', 'xlsx'] as const
export type BriefingFormat = (typeof BRIEFING_FORMATS)[number]

interface FileOptions {
  readonly geometryOf: (adcode: string) => MapGeometry | null
  readonly isKnown: (figure: Figure) => boolean
  readonly openWorker?: (() => WorkerPort) | undefined
}

/** Pages have sizes of their own: this one is asked of single pictures only. */
const NO_SIZE = { width: 1280, height: 720, dpi: 96, grows: false }

/** Makes a file of a briefing in a worker and hands it to the browser. */
export function useBriefingFile({ geometryOf, isKnown, openWorker }: FileOptions) {
  const host = useExportHost()
  const { now } = usePorts()
  const maker = useExport(openWorker)
  const noteExport = useExportNote()
  const { marked } = useUserMark()
  const saved = shallowRef('')
  const format = shallowRef<BriefingFormat | null>(null)

  async function save(kept: Briefing, wanted: BriefingFormat): Promise<void> {
    const briefing = { ...kept, watermark: marked(kept.watermark) }
    saved.value = ''
    format.value = wanted
    await Promise.all([host.words(), host.faces()])
    const site = { site: window.location.origin, madeAt: now().toISOString() }
    const simulated = isSimulated(briefing)
    const bytes = await maker.run({
      format: wanted,
      parts: toParts(briefing, { ...site, geometryOf, isKnown }),
      head: {
        ...{ title: briefing.title, locale: briefing.locale, simulated },
        onePage: briefing.onePage ?? false,
        origin: originOf(briefing, 'briefing', site),
      },
      ...{ size: NO_SIZE, scale: 2 },
      faces: pageFaces(document.styleSheets, document.baseURI),
    })
    format.value = null
    if (!bytes) return
    const name = fileName(briefing.title, { simulated, period: '', extension: wanted })
    download(bytes, name)
    saved.value = name
    void noteExport(`briefing:${briefing.id}`, wanted)
  }

  const progress = computed(() => maker.progress.value)
  const failure = computed(() => maker.failure.value)
  return { save, cancel: maker.cancel, progress, failure, saved, format }
}

/** A briefing of the demo space says 演示 even where it holds words alone. */
const isSimulated = ({ space, items }: Briefing): boolean =>
  space === 'demo' || items.some((item) => item.kind === 'figure' && item.figure.simulated)
