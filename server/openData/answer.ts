import { audienceOf, makeDocument } from '../http/servedDocument.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import { csvText } from './csvText.ts'
import type { Column } from './csvText.ts'
import type { OpenSpace } from './openSpace.ts'

export const FORMATS = ['json', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** What a question of the open data comes to, in either format. */
export interface Answer<Row> {
  readonly document: { readonly rows: readonly Row[] }
  readonly columns: readonly Column<Row>[]
  readonly total: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Name of a file: what is simulated says so in it. */
const fileName = (space: string, subject: string): string =>
  `${space === 'demo' ? '演示-' : ''}${subject}.csv`

/** The answer as JSON or CSV, built once for all who ask the same before the next write. */
export function answerDocument<Row>(
  open: OpenSpace,
  { subject, format, question }: { subject: string; format: Format; question: unknown },
  build: () => Promise<Answer<Row>>,
): ServedDocument | Promise<ServedDocument> {
  const key = `${open.state()}@${open.key}@${subject}@${format}@${JSON.stringify(question)}`
  const audience = audienceOf(open.space.isOpen)
  return open.answers.get(key, async () => {
    const { document, columns, total, headers } = await build()
    const shared = { 'x-total-count': String(total), ...headers }
    if (format === 'json')
      return makeDocument(JSON.stringify(document), {
        type: 'application/json; charset=utf-8',
        ...audience,
        headers: shared,
      })
    const name = encodeURIComponent(fileName(open.space.id, subject))
    return makeDocument(csvText(columns, document.rows), {
      type: 'text/csv; charset=utf-8; header=present',
      ...audience,
      headers: { ...shared, 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    })
  })
}
