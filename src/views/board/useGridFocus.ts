import { nextTick, shallowRef, type Ref } from 'vue'

/** A place of the grid: row −1 is the head, column −1 the names. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

interface GridOptions {
  /** Where the tab stop is first. */
  readonly start: GridPlace
  readonly rows: () => number
  readonly columns: () => number
  /** Rows that a page key moves by. */
  readonly page: () => number
  readonly root: Readonly<Ref<HTMLElement | null>>
  /** Draws a row that is out of view. */
  readonly scrollTo: (row: number) => void
}

export const placeKey = ({ row, column }: GridPlace): string => `${row}:${column}`

/** The place that an element or one around it stands for; null outside the grid. */
export function placeOf(target: EventTarget | null): GridPlace | null {
  const at = (target as Element | null)?.closest<HTMLElement>('[data-at]')?.dataset['at']
  const [row, column] = at?.split(':').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}

/**
 * Keyboard of a grid with a roving tab stop (WAI-ARIA APG, grid pattern): arrows, Home and End within a row,
 * with Ctrl within the grid, page keys by what is in view.
 */
export function useGridFocus({ start, rows, columns, page, root, scrollTo }: GridOptions) {
  const active = shallowRef(start)

  const within = ({ row, column }: GridPlace): GridPlace => ({
    row: Math.min(Math.max(row, -1), rows() - 1),
    column: Math.min(Math.max(column, -1), columns() - 1),
  })

  async function moveTo(place: GridPlace): Promise<void> {
    active.value = within(place)
    if (active.value.row >= 0) scrollTo(active.value.row)
    await nextTick()
    root.value
      ?.querySelector<HTMLElement>(`[data-at="${placeKey(active.value)}"]`)
      ?.focus({ preventScroll: active.value.row < 0 })
  }

  function onKey(event: KeyboardEvent): void {
    const next = target(event, active.value)
    if (!next || event.altKey || event.metaKey) return
    event.preventDefault()
    void moveTo(next)
  }

  function target({ key, ctrlKey }: KeyboardEvent, { row, column }: GridPlace): GridPlace | null {
    const [last, end] = [rows() - 1, columns() - 1]
    switch (key) {
      case 'ArrowUp':
        return { row: row - 1, column }
      case 'ArrowDown':
        return { row: row + 1, column }
      case 'ArrowLeft':
        return { row, column: column - 1 }
      case 'ArrowRight':
        return { row, column: column + 1 }
      case 'Home':
        return { row: ctrlKey ? 0 : row, column: -1 }
      case 'End':
        return { row: ctrlKey ? last : row, column: end }
      case 'PageUp':
        return { row: Math.max(0, row - page()), column }
      case 'PageDown':
        return { row: row + page(), column }
      default:
        return null
    }
  }

  /** A cell that got the focus by itself: by Tab or by a click. */
  function onFocus({ target: element }: FocusEvent): void {
    const place = placeOf(element)
    if (place) active.value = place
  }

  return { active, onKey, onFocus, moveTo }
}
