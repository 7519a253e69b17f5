/** Why the browser cannot put a picture on the clipboard; null where it can. */
export function copyFault(of: Window & typeof globalThis = window): 'insecure' | 'unknown' | null {
  if (!of.isSecureContext) return 'insecure'
  const { clipboard } = of.navigator as { readonly clipboard?: Partial<Clipboard> }
  return 'ClipboardItem' in of && clipboard?.write ? null : 'unknown'
}

/**
 * Puts a PNG that is still being made on the clipboard: asked for at the click, as Safari wants it.
 * @throws what `png` throws, and DOMException where the browser refuses.
 */
export const copyPicture = (png: Promise<Uint8Array<ArrayBuffer>>): Promise<void> =>
  navigator.clipboard.write([
    new ClipboardItem({
      'image/png': png.then((bytes) => new Blob([bytes], { type: 'image/png' })),
    }),
  ])
