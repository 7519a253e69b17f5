const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** Sent with every answer. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

/** Sent with every answer that a browser may open as a page, problems among them. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  ...ALWAYS,
  // Styles set through the CSSOM (Vue, ECharts) are not inline styles.
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Scripts, styles, fonts and JSON are never a page (nosniff): a policy on them would only cost bytes. */
const NEVER_A_PAGE = /^(text\/(javascript|css)|application\/json|font\/)/

/** The headers for a document of a media type. */
export const securityHeadersOf = (type: string): Readonly<Record<string, string>> =>
  NEVER_A_PAGE.test(type) ? ALWAYS : SECURITY_HEADERS
