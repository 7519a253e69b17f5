/** What people write words and numbers into; a search, a choice or a password is nothing to keep. */
const TYPES = ['text', 'number', 'date', 'month', 'url', 'email'].map((type) => `[type="${type}"]`)
const WRITTEN = `textarea, input:is(:not([type]), ${TYPES.join()}):not([role="combobox"], [list])`

type Field = HTMLInputElement | HTMLTextAreaElement

/** From now on follows what is typed; the returned function says whether any of it stands on the page. */
export function watchTyped(page: Pick<EventTarget, 'addEventListener'>): () => boolean {
  let fields: readonly Field[] = []
  const standing = (): readonly Field[] => fields.filter(({ isConnected }) => isConnected)
  page.addEventListener('input', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(WRITTEN)) return
    fields = [...new Set([...standing(), target as Field])]
  })
  return () => standing().some(({ value }) => value.trim() !== '')
}
