import { ref, shallowRef } from 'vue'

import { randomId } from '../../stores/randomId.ts'
import { useRegistrar } from '../../stores/registrar.ts'
import type { EventWrite } from '../../stores/registrar.ts'
import { useAttempt } from '../useAttempt.ts'
import { emptyDraft, eventOf, type EventDraft } from './eventDraft.ts'

/** One more event of a brain: what is typed, and its sending. `anew` fills the form at first and after what was sent. */
export function useEventForm(
  brain: () => string,
  anew: (sent: EventDraft | null) => Partial<EventDraft>,
) {
  const registrar = useRegistrar()
  const { busy, failure, attempt } = useAttempt()
  const draft = ref<EventDraft>({ ...emptyDraft(), ...anew(null) })
  const done = shallowRef(false)

  /** The event that was added; null where the service refused it: why stands in `failure`. */
  async function add(): Promise<EventWrite | null> {
    const event = eventOf(draft.value, `e-${randomId()}`, brain())
    done.value = await attempt(() => registrar.addEvent(event))
    if (!done.value) return null
    draft.value = { ...emptyDraft(), ...anew(draft.value) }
    return event
  }

  return { draft, busy, failure, done, add }
}
