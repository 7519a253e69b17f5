import { escaped, tag, XML_HEAD } from '../../../src/export/xml.ts'
import { parseXml } from '../workbook/parseXml.ts'
import { readReference } from '../workbook/reference.ts'
import type { Comment } from './comment.ts'

/** Of the ids by which conversations know their notes; programs that do not may pass them over. */
const REVISION = {
  'xmlns:xr': 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'mc:Ignorable': 'xr',
}

/** The comments of a part, as plain texts. */
export function readComments(part: Uint8Array): Comment[] {
  const authors: string[] = []
  const comments: { reference: string; author: number; text: string; uid: string }[] = []
  let into: 'author' | 'text' | null = null
  parseXml(part, {
    open: (name, { ref: reference = '', authorId = '0', 'xr:uid': uid = '' }) => {
      if (name === 'author') authors.push('')
      if (name === 'comment') comments.push({ reference, author: Number(authorId), text: '', uid })
      into = name === 'author' ? 'author' : name === 't' ? 'text' : null
      return undefined
    },
    text: (text) => {
      const last = comments.at(-1)
      if (into === 'author') authors.push(`${authors.pop() ?? ''}${text}`)
      if (into === 'text' && last) last.text += text
    },
    close: () => {
      into = null
    },
  })
  return comments.map(({ reference, author, text, uid }) => ({
    ...{ reference, text },
    author: authors[author] ?? '',
    ...(uid === '' ? {} : { uid }),
  }))
}

/** Comments as a part of a package (ECMA-376 part 1, §18.7) in a main namespace, in the order of rows. */
export function commentsXml(comments: readonly Comment[], main: string): string {
  const authors = [...new Set(comments.map(({ author }) => author))]
  const list = inOrder(comments).map(({ reference, author, text, uid }) =>
    tag(
      'comment',
      { ref: reference, authorId: authors.indexOf(author), ...(uid && { 'xr:uid': uid }) },
      tag('text', {}, tag('r', {}, tag('t', { 'xml:space': 'preserve' }, escaped(text)))),
    ),
  )
  return (
    XML_HEAD +
    tag(
      'comments',
      { xmlns: main, ...(comments.some(({ uid }) => uid) && REVISION) },
      tag('authors', {}, ...authors.map((author) => `<author>${escaped(author)}</author>`)),
      tag('commentList', {}, ...list),
    )
  )
}

function inOrder(comments: readonly Comment[]): Comment[] {
  const at = ({ reference }: Comment): number => {
    const { row, column } = readReference(reference) ?? { row: 1, column: 1 }
    return row * 20_000 + column
  }
  return [...comments].sort((a, b) => at(a) - at(b))
}
