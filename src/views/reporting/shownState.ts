import type { DraftHead } from '../../stores/intake.ts'

/** What a draft is called: a published one that was taken back says so. */
export const shownState = ({ state, undoneBy }: DraftHead): DraftHead['state'] | 'undone' =>
  undoneBy ? 'undone' : state
