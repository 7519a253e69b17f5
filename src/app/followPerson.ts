import { SIGNED_IN } from '../stores/session.ts'

/** What of a window the page listens to. */
interface PageWindow extends Pick<EventTarget, 'addEventListener'> {
  readonly location: Pick<Location, 'reload'>
}

/**
 * Begins the page anew where another page of this browser signed somebody in or out, and where the browser brings
 * back a page that it had put away since: what it holds in memory is for the person of its own time. A page with words
 * in it waits for who comes next: it is taken from the screen as soon as the service refuses it.
 */
export function followPerson(
  page: PageWindow,
  storage: Pick<Storage, 'getItem'> | null,
  isTyped: () => boolean,
): void {
  const person = (): string => storage?.getItem(SIGNED_IN) ?? ''
  const began = person()
  page.addEventListener('storage', (event) => {
    const { key, newValue } = event as StorageEvent
    const now = newValue ?? ''
    if (key !== SIGNED_IN || now === began || (now === '' && isTyped())) return
    page.location.reload()
  })
  page.addEventListener('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted && person() !== began) page.location.reload()
  })
}
