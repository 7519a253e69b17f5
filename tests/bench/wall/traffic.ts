import type { CDPSession } from '@playwright/test'

/** Requests of a page and what came over the wire for them, heads included, in bytes. */
export interface Traffic {
  readonly requests: number
  readonly bytes: number
}

/** Web fonts and the style sheet that lists the parts of the Chinese face. */
export const isFont = (url: string): boolean => /\.woff2$|\/noto-sans-sc[^/]*\.css$/.test(url)

interface Asked {
  readonly url: string
  bytes: number
}

/** Counts from now on; an unfinished stream counts with what has come. */
export async function watchTraffic(cdp: CDPSession): Promise<(fonts: boolean) => Traffic> {
  const asked = new Map<string, Asked>()
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) asked.set(requestId, { url: request.url, bytes: 0 })
  })
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (one) one.bytes += encodedDataLength
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  await cdp.send('Network.enable')
  return (fonts) => {
    const counted = [...asked.values()].filter(({ url }) => isFont(url) === fonts)
    return { requests: counted.length, bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0) }
  }
}
