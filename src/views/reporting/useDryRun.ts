import { computed, shallowRef } from 'vue'

import { download } from '../../components/exporting/download.ts'
import { useAttempt } from '../../components/useAttempt.ts'
import { useIntake } from '../../stores/intake.ts'
import type { DraftHead, DryRunAnswer, ReportTarget } from '../../stores/intake.ts'
import { hindrances } from './hindrances.ts'

/** A file on its way: what it would change, what its reporter says to that, and the draft it became. */
export function useDryRun() {
  const intake = useIntake()
  const { busy: trying, failure, attempt } = useAttempt()
  const { busy: handing, failure: refusal, attempt: attemptHandIn } = useAttempt()
  const file = shallowRef<File | null>(null)
  const verdict = shallowRef<DryRunAnswer | null>(null)
  const answers = shallowRef<ReadonlyMap<string, string>>(new Map())
  const reason = shallowRef('')
  const handed = shallowRef<DraftHead | null>(null)
  let asked: ReportTarget | null = null

  const missing = computed(() =>
    verdict.value ? hindrances(verdict.value, answers.value, reason.value) : [],
  )

  /** Forgets the file: another brain, another month, or done. */
  function clear(): void {
    file.value = verdict.value = refusal.value = failure.value = asked = null
    answers.value = new Map()
    reason.value = ''
  }

  /** Has a file judged; what was answered stays where the same file is judged again. */
  async function tryFile(next: File, target: ReportTarget): Promise<void> {
    if (trying.value) return
    if (next !== file.value) clear()
    handed.value = refusal.value = null
    file.value = next
    asked = target
    await attempt(async () => {
      const seen = await intake.tryFile(next, target)
      if (asked === target) verdict.value = seen
    })
  }

  const again = async (): Promise<void> => {
    if (file.value && asked) await tryFile(file.value, asked)
  }

  const answer = (finding: string, text: string): void => {
    answers.value = new Map(answers.value).set(finding, text)
  }

  /** Whether the file was handed in. */
  const handIn = (): Promise<boolean> =>
    attemptHandIn(async () => {
      const [sent, seen] = [file.value, verdict.value]
      if (!sent || !seen || missing.value.length > 0) return
      const said = seen.needs.answers.map((id) => answers.value.get(id)?.trim() ?? '')
      handed.value = await intake.handIn(sent, seen, {
        answers: seen.needs.answers.map((finding, i) => ({ finding, text: said[i] ?? '' })),
        reason: reason.value.trim(),
      })
      clear()
    })

  const annotate = (): Promise<boolean> =>
    attemptHandIn(async () => {
      if (!file.value || !asked) return
      const { bytes, name } = await intake.annotated(file.value, asked)
      download(bytes, name)
    })

  return {
    ...{ file, verdict, answers, reason, handed, missing, trying, handing, failure, refusal },
    ...{ tryFile, again, answer, handIn, annotate, clear },
  }
}
