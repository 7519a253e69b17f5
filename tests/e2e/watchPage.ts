import type { Page } from '@playwright/test'

/** Says on the console what the content security policy stopped: a page's error like any other. */
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('CSP ' + event.violatedDirective + ' stopped ' + event.blockedURI))`

/**
 * Everything that goes wrong behind a page: errors on its console, uncaught ones, stops by the content
 * security policy, and requests that leave its origin. Call it before the page is opened; the list grows.
 */
export async function watchPage(page: Page, origin: string): Promise<readonly string[]> {
  const trouble: string[] = []
  await page.addInitScript(TELL_VIOLATIONS)
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => trouble.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url())
    if (asked !== origin && !['data:', 'blob:'].includes(protocol))
      trouble.push(`left the origin: ${request.url()}`)
  })
  return trouble
}
