import { PRINTABLE_LINE } from '../../src/contract/index.ts'
import { badQuery } from '../http/parseInstant.ts'

const LONGEST = 200

/**
 * The name of an uploaded file as `x-file-name` carries it, percent-encoded: its last part, bounded, printable.
 * A form without a name is called after its type. Throws 400.
 */
export function fileNameOf(header: string | undefined, type: string): string {
  if (header === undefined) return /json/i.test(type) ? 'form.json' : 'upload'
  const name = decoded(header).split(/[/\\]/).at(-1)?.trim() ?? ''
  if (name.length <= LONGEST && PRINTABLE_LINE.test(name) && !/^\.+$/.test(name)) return name
  throw refused()
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  } catch {
    throw refused()
  }
}

const refused = () =>
  badQuery('x-file-name', {
    zh: `百分号编码的文件名，一行可见文字，不超过 ${LONGEST} 字。`,
    en: `Give the percent-encoded name: one line of visible text, ${LONGEST} characters at most.`,
  })
