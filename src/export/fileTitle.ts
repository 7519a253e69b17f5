import type { Figure } from '../figures/figure.ts'

/** Panels of a profile, and what a score of one brain is made of: every brain has the same ones. */
const OF_BRAIN = /^brain-|^assessment-(card|contributions|lifts|forecast|history)/

/** What a file of a figure is called: its title, after the name of the brain where that is what tells it apart. */
export const fileTitle = ({ id, title, scope }: Pick<Figure, 'id' | 'title' | 'scope'>): string =>
  OF_BRAIN.test(id) && scope && !title.includes(scope) ? `${scope} ${title}` : title
