import type { Figure } from '../../figures/figure.ts'

/**
 * A figure as plain data that nothing else holds: lists that are made when they are read are read, and what a
 * store would lose is lost now, so that the first export is like every later one.
 */
export const frozenFigure = (figure: Figure): Figure => JSON.parse(JSON.stringify(figure)) as Figure
