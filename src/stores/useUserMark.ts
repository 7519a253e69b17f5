import { computed } from 'vue'

import { useClock } from './clock.ts'
import { useSession } from './session.ts'
import { useSpace } from './space.ts'

/**
 * The words that pages and files of main carry where the site asks for it: who is signed in, and the day.
 * Empty elsewhere.
 */
export function useUserMark() {
  const session = useSession()
  const place = useSpace()
  const clock = useClock()
  const mark = computed(() =>
    place.id === 'main' && session.answer?.watermark && session.user
      ? `${session.user.name} ${clock.today}`
      : '',
  )
  /** A watermark of one's own with these words behind it. */
  const marked = (watermark: string): string => [watermark, mark.value].filter(Boolean).join(' · ')
  return { mark, marked }
}
