import { computed } from 'vue'

import { useBriefingFile } from '../../components/briefing/useBriefingFile.ts'
import type { WorkerPort } from '../../components/exporting/useExport.ts'
import { monthlyNotice } from '../../export/briefing/monthlyNotice.ts'
import type { BoardContext } from '../../figures/board/boardContext.ts'
import { useClock } from '../../stores/clock.ts'
import { usePorts } from '../../stores/ports.ts'
import { randomId } from '../../stores/randomId.ts'

/** The draft of a 通报 on one month, as a Word document. Demonstration data carry no marking. */
export function useNotice(openWorker?: () => WorkerPort) {
  const clock = useClock()
  const { now } = usePorts()
  const file = useBriefingFile({ geometryOf: () => null, isKnown: () => true, openWorker })

  const save = (context: BoardContext, column: number): Promise<void> =>
    file.save(
      monthlyNotice(context, column, {
        ...{ id: randomId(), createdAt: now().toISOString(), asOf: clock.today },
        ...{ marking: context.space === 'demo' ? null : 'internal', watermark: '' },
      }),
      'docx',
    )
  const isMaking = computed(() => file.progress.value !== null)
  return { save, isMaking, saved: file.saved, failure: file.failure }
}
