import { computed, onScopeDispose, shallowRef, watch, watchEffect } from 'vue'

import { tellError } from '../../components/tellError.ts'
import { useFigureContext } from '../../components/useFigureContext.ts'
import { useProgrammeData } from '../../components/useProgrammeContext.ts'
import { CATALOGUE } from '../../domain/catalogue/index.ts'
import { foldAll } from '../../domain/lifecycle.ts'
import type { Locale } from '../../domain/text.ts'
import type { Briefing, BriefingFigure } from '../../export/briefing.ts'
import { changesSince, type FigureChanges } from '../../export/briefing/changesSince.ts'
import { buildFigure } from '../../figures/buildFigure.ts'
import type { FigureContext } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import type { Failure } from '../../stores/failure.ts'
import { useProgramme } from '../../stores/programme.ts'
import { useReporting } from '../../stores/reporting.ts'
import { useSlices } from '../../stores/slices.ts'
import { sourceOf } from './sourceOf.ts'

/**
 * What became of the figures of a briefing: the question of its day, asked of the data known now. Worked out
 * figure by figure between other things, and again when the data change.
 */
export function usePresent(briefing: () => Briefing | null, locale: () => Locale) {
  const slices = useSlices()
  const reporting = useReporting()
  const rules = useProgramme()
  const programme = useProgrammeData()
  const wanted = shallowRef<readonly string[]>([])
  const shown = useFigureContext(CATALOGUE, locale, () => wanted.value)
  const context = computed(() => shown.value && { ...shown.value, programme: programme.value })
  const figures = computed(() =>
    (briefing()?.items ?? []).filter((item): item is BriefingFigure => item.kind === 'figure'),
  )
  watchEffect(() => {
    if (figures.value.some((item) => sourceOf(item)?.readsReporting)) reporting.need()
  })
  watchEffect(() => {
    const now = context.value
    if (!now) return
    const next = [
      ...new Set(figures.value.flatMap((item) => sourceOf(item)?.indicators(now) ?? [])),
    ]
    if (next.join() !== wanted.value.join()) wanted.value = next
  })

  const changes = shallowRef<ReadonlyMap<string, FigureChanges>>(new Map())
  /** Of figures that have not changed since they were compared. */
  const compared = new WeakMap<
    Figure,
    { readonly now: FigureContext; readonly found: FigureChanges }
  >()
  const isLoading = (): boolean =>
    wanted.value.some((id) => slices.states.get(id)?.loading !== false && !slices.slices.has(id))

  let turn = 0
  async function compare(): Promise<void> {
    turn += 1
    const mine = turn
    const [frame, from] = [context.value, briefing()]
    if (!frame || !from || isLoading()) return
    const now = asked(frame, from)
    const found = new Map<string, FigureChanges>()
    for (const item of figures.value) {
      if (sourceOf(item)?.readsProgramme && !frame.programme) {
        if (rules.error) found.set(item.id, notRead(item, rules.error))
        continue
      }
      const known = compared.get(item.figure)
      if (known?.now !== frame) await pause()
      if (mine !== turn) return
      const change = known?.now === frame ? known.found : changeOf(item, now)
      compared.set(item.figure, { now: frame, found: change })
      found.set(item.id, change)
    }
    changes.value = found
  }
  watch([figures, context, wanted, () => rules.error], () => void compare(), { immediate: true })
  onScopeDispose(() => (turn += 1))

  return { context, changes }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** The day of the briefing, with everything that is known now. */
const asked = (now: FigureContext, { asOf, locale }: Briefing): FigureContext => ({
  ...now,
  locale,
  today: asOf,
  states: foldAll(now.cube.brains, now.cube.events, asOf),
})

/** Of what rests on rules and statements that cannot be read nothing can be said. */
const notRead = ({ figure }: BriefingFigure, { reason }: Failure): FigureChanges => ({
  kind: 'gone',
  reason: say(
    figure.locale,
    `规则与说明材料读取失败：${reason.zh}`,
    `Rules and statements could not be read: ${reason.en}`,
  ),
})

function changeOf(item: BriefingFigure, now: FigureContext): FigureChanges {
  const { figure } = item
  const source = sourceOf(item)
  if (!source) return changesSince(figure, null)
  const name = { zh: figure.title, en: figure.title }
  const build = (context: FigureContext): Figure => source.build(context) ?? figure
  const shown = buildFigure({ id: figure.id, name, build }, now, tellError)
  return changesSince(figure, shown === figure ? null : shown)
}
