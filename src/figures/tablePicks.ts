import type { Figure } from './figure.ts'

/** What the heads of a figure's table (see tableOf) stand for, where they can be picked. */
export interface TablePicks {
  readonly rows: readonly (string | null)[]
  readonly columns: readonly (string | null)[]
}

/** Brains, areas and plots by the rows and columns that name them; months by those of a single plot. */
export function tablePicks(figure: Figure): TablePicks {
  switch (figure.kind) {
    case 'bar':
      return { rows: figure.rows.map(({ id, sum }) => (sum ? null : id)), columns: [] }
    case 'map':
      return { rows: figure.areas.map(({ id }) => id), columns: [] }
    case 'scatter':
      return { rows: figure.points.map(({ id }) => id), columns: [] }
    case 'line':
      return figure.panels.length > 1
        ? { rows: [], columns: [null, ...figure.panels.map(({ id }) => id)] }
        : { rows: figure.periods, columns: [] }
    default:
      return { rows: [], columns: [] }
  }
}
