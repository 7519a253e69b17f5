import { say } from '../../figures/text/words.ts'
import { plainText } from '../plainText.ts'
import type { Exported } from '../exported.ts'
import { provenanceOf, type ExportWords } from '../words.ts'
import type { About } from './chart/workbook.ts'

/** What the workbook behind a chart says of its numbers: title, unit and period, source, 口径, notes, way back. */
export function aboutOf(item: Exported, words: ExportWords): About {
  const { locale } = item.figure
  const { title, subtitle, sentence, badge, facts, notes, marking } = words
  const lines: (readonly [string, string])[] = [
    [say(locale, '标题', 'Title'), title],
    [say(locale, '说明', 'Subtitle'), subtitle],
    [say(locale, '结论', 'Finding'), sentence],
    ...(badge ? [[say(locale, '数据', 'Data'), badge] as const] : []),
    ...facts.map(({ name, text }) => [name, text] as const),
    ...notes.map((text, i) => [`${say(locale, '注', 'Note')} ${i + 1}`, text] as const),
    ...(marking ? [[say(locale, '标识', 'Marking'), marking] as const] : []),
    ...provenanceOf(item),
  ]
  return {
    name: say(locale, '说明', 'About'),
    lines: lines.map(([name, text]) => [name, plainText(text)]),
  }
}
