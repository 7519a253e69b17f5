import type { LocalText } from './text.ts'

/** Isolated data sets with stores of their own: 正式库 and 演示库. */
export const SPACES = ['main', 'demo'] as const
export type SpaceId = (typeof SPACES)[number]

export const isSpace = (value: string): value is SpaceId =>
  (SPACES as readonly string[]).includes(value)

export const SPACE_NAMES: Readonly<Record<SpaceId, LocalText>> = {
  main: { zh: '正式库', en: 'main' },
  demo: { zh: '演示库', en: 'demo' },
}

/** The demo's seed: another one makes another demo. */
export const DEMO_SEED = 20261122

/** Today in the demo: its history ends here, so that every copy of it shows the same picture. */
export const DEMO_TODAY = '2026-11-22'
