import { useEventListener } from '@vueuse/core'

export interface WallActions {
  readonly next: () => void
  readonly previous: () => void
  readonly toggle: () => void
  readonly map: (by: 1 | -1) => void
  readonly full: () => void
  readonly help: () => void
  readonly language: () => void
  readonly close: () => void
  readonly drill: () => void
  readonly back: () => void
  readonly table: () => void
}

/** Keyboard of the wall: arrows, space, D, Backspace, T, F, ?, L and Esc. Enter belongs to the focused figure. */
export function useWallKeys(actions: WallActions): void {
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: actions.next,
    ArrowLeft: actions.previous,
    ArrowDown: () => actions.map(1),
    ArrowUp: () => actions.map(-1),
    ' ': actions.toggle,
    f: actions.full,
    '?': actions.help,
    l: actions.language,
    Escape: actions.close,
    d: actions.drill,
    Backspace: actions.back,
    t: actions.table,
  }
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isForControl(event)) return
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action) return
    event.preventDefault()
    action()
  })
}

/** Keys of a button, a field or an open dialog are theirs. */
const isForControl = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('button, a, input, select, textarea, dialog') !== null
