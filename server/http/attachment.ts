import { SECURITY_HEADERS } from './securityHeaders.ts'

/** The workbooks of Excel. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Bytes to be saved as a file, never opened as a page. */
export const attachment = (bytes: Uint8Array, name: string, type: string): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...SECURITY_HEADERS,
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': disposition(name),
      'cache-control': 'private, no-store',
    },
  })

/** RFC 6266: a plain name for old readers, the full one in UTF-8 (RFC 8187). */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
