import type { ScoreWrite } from '../../src/contract/index.ts'
import type { ScoreCard } from '../../src/domain/assessment/scoreCard.ts'
import { leavesOf } from '../../src/domain/assessment/scoreLeaf.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'

/** What a score is judged by before anything is read. */
export interface ScoreGround {
  readonly card: ScoreCard | null
  /** The last month whose report is due. */
  readonly lastDue: string
  /** An event of the space needs a document. */
  readonly requireDocument: boolean
}

/** Everything that is wrong with a score as it is handed in, but for its grade. */
export function scoreFindings(said: ScoreWrite, ground: ScoreGround): readonly Finding[] {
  return [
    ...cardFindings(said, ground.card),
    ...periodFindings(said, ground.lastDue),
    ...(ground.card ? judgedFindings(said, ground.card) : []),
    ...reasonFindings(said, ground.requireDocument),
  ]
}

function cardFindings({ card: id, year }: ScoreWrite, card: ScoreCard | null): Finding[] {
  if (!card)
    return [
      finding(
        '/card',
        'unknownCard',
        `没有评分卡 ${id}；先导入。`,
        `There is no score card ${id}: import it first.`,
      ),
    ]
  if (card.year <= year) return []
  return [
    finding(
      '/card',
      'cardYear',
      `该卡自 ${card.year} 年度起适用，改用 ${year} 年度的评分卡。`,
      `The card holds from ${card.year} on: use one of ${year}.`,
    ),
  ]
}

function periodFindings({ period, year }: ScoreWrite, lastDue: string): Finding[] {
  const read = parsePeriod(period)
  if (read?.cadence !== 'month' || read.year !== year)
    return [
      finding(
        '/period',
        'periodOfYear',
        `取 ${year} 年的一个月，如 ${year}-12。`,
        `Give a month of ${year}, such as ${year}-12.`,
      ),
    ]
  if (period <= lastDue) return []
  return [
    finding(
      '/period',
      'notDue',
      `该月尚未到报送截止日；至多取 ${lastDue}。`,
      `Reports of that month are not due yet: ${lastDue} is the last.`,
    ),
  ]
}

function judgedFindings({ judged }: ScoreWrite, card: ScoreCard): Finding[] {
  const known = leavesOf(card).flatMap(({ item }) => (item.kind === 'judged' ? [item.id] : []))
  return judged.flatMap(({ item }, i) => {
    const at = `/judged/${i}/item`
    if (!known.includes(item))
      return [
        finding(
          at,
          'unknownItem',
          `取该卡的评定项之一：${known.join('、') || '（无）'}。`,
          `Use a judged item of the card: ${known.join(', ') || '(none)'}.`,
        ),
      ]
    if (judged.findIndex((other) => other.item === item) === i) return []
    return [finding(at, 'repeated', '每项只评一次。', 'Judge each item once.')]
  })
}

function reasonFindings(
  { reason, version, publish, document }: ScoreWrite,
  requireDocument: boolean,
): Finding[] {
  return [
    ...(version > 0 && reason === null
      ? [
          finding(
            '/reason',
            'reason',
            '该年度已有评分；写明为何重评。',
            'The year was scored before: say why it is scored again.',
          ),
        ]
      : []),
    ...(publish && requireDocument && document === null
      ? [
          finding(
            '/document',
            'documentMissing',
            '写明公布等级所依据的文件。',
            'Name the document by which the grade is published.',
          ),
        ]
      : []),
  ]
}
