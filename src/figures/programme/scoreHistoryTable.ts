import type { Brain } from '../../domain/brain.ts'
import {
  itemChanges,
  publicationId,
  recordInForce,
  scoreHistory,
  type ItemChange,
  type ScoreRecord,
} from '../../domain/assessment/scoreRecord.ts'
import { leavesOf } from '../../domain/assessment/scoreLeaf.ts'
import { overlaidScoreCards } from '../../domain/assessment/cards.ts'
import type { ScoreCard } from '../../domain/assessment/scoreCard.ts'
import { formatPeriod } from '../../domain/period.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { instantText } from '../text/age.ts'
import { say } from '../text/words.ts'
import { demoNote } from './scoreMeaning.ts'
import { takenBackIn } from './takenBackIn.ts'
import { gradeText, nodeName, percentText, scoreText } from './scoreWords.ts'

const ID = 'assessment-history'
const name: LocalText = { zh: '考核评分记录', en: 'Stored scores' }

/** Every stored score of a brain, the latest first, with what each version changed, by whom and why. */
export function scoreHistoryTable(
  context: FigureContext,
  brain: Brain,
): TableFigure | AbsentFigure {
  const { locale, programme } = context
  const title = textOf(name, locale)
  const records = scoreHistory(programme?.scores ?? [], brain.id)
  const [last] = records
  if (!last) {
    const reason = programme
      ? say(locale, '尚未登记考核评分', 'No score is stored yet')
      : say(locale, '考核评分记录尚未读取', 'The stored scores have not been read yet')
    return absentFigure(context, ID, title, reason)
  }
  const cards = new Map(overlaidScoreCards(programme?.scoreCards ?? []).map((c) => [c.id, c]))
  const takenBack = takenBackIn(context)
  const publishedText = (record: ScoreRecord): string =>
    publicationText(record, recordInForce(records, record, takenBack), takenBack, locale)
  const isDemo = records.some(({ card }) => cards.get(card)?.demonstration)
  return {
    ...meaning(context, {
      ...{ id: ID, scope: brain.name, asOf: instantText(last.at).slice(0, 10), knownAt: last.at },
      title: isDemo
        ? say(locale, `${title}（含演示权重）`, `${title} (demo weights among them)`)
        : title,
      definition: say(
        locale,
        '每次评分为一个版本，重评保留原版本；变化为与上一版本相比',
        'Each scoring is a version, a re-score keeps the ones before; changes are against the version before',
      ),
      notes: [
        say(
          locale,
          '同一年度以最后一次公布的等级为准，此前公布的连同时间、事由留存',
          'Of one year the grade published last counts; those before stay on record with their time and reason',
        ),
        ...(isDemo ? [demoNote(locale)] : []),
      ],
      source: say(locale, '考核评分登记', 'Register of scores'),
      finding: findingOf(context, brain, records, last, takenBack),
    }),
    kind: 'table',
    columns: COLUMNS.map(([id, zh, en, align]) => ({ id, title: say(locale, zh, en), align })),
    rows: records.map((record, i) => {
      const [before] = records.slice(i + 1, i + 2)
      return rowOf(context, cards, record, { before, published: publishedText(record) })
    }),
  }
}

type Cards = ReadonlyMap<string, ScoreCard>

const COLUMNS = [
  ['year', '年度', 'Year', 'start'],
  ['version', '版本', 'Version', 'end'],
  ['card', '评分卡', 'Card', 'start'],
  ['period', '数据期', 'Period', 'start'],
  ['score', '得分', 'Score', 'end'],
  ['grade', '等级', 'Grade', 'start'],
  ['published', '公布', 'Published', 'start'],
  ['known', '已知权重', 'Known weights', 'end'],
  ['by', '评分人', 'By', 'start'],
  ['at', '时间', 'At', 'start'],
  ['reason', '事由', 'Reason', 'start'],
  ['changes', '变化', 'Changes', 'start'],
] as const

function rowOf(
  { locale }: FigureContext,
  cards: Cards,
  record: ScoreRecord,
  { before, published }: { readonly before: ScoreRecord | undefined; readonly published: string },
): readonly string[] {
  const card = cards.get(record.card)
  const version = record.cardVersion === 0 ? '' : ` v${record.cardVersion}`
  return [
    `${record.year}`,
    `${record.version}`,
    `${card ? textOf(card.name, locale) : record.card}${version}`,
    formatPeriod(record.period, locale, { cumulative: true }),
    scoreText(record.score),
    gradeText(record.grade, locale),
    published,
    percentText(record.coverage),
    record.by,
    instantText(record.at),
    record.reason ?? '—',
    before?.year === record.year ? changesText(itemChanges(before, record), card, locale) : '—',
  ]
}

/** Whether a version was published, and whether its grade is the one in force. */
function publicationText(
  record: ScoreRecord,
  inForce: ScoreRecord | null,
  takenBack: ReadonlySet<string>,
  locale: FigureContext['locale'],
): string {
  if (!record.published) return say(locale, '未公布', 'not published')
  if (takenBack.has(publicationId(record)))
    return say(locale, '已公布，登记已更正', 'published, taken back')
  if (record.version === inForce?.version) return say(locale, '已公布，现行', 'published, in force')
  const { version } = inForce ?? record
  return say(
    locale,
    `已公布，后以第 ${version} 版为准`,
    `published, replaced by version ${version}`,
  )
}

/** 组织推进 80.0→90.0, by item. */
function changesText(
  changes: readonly ItemChange[],
  card: ScoreCard | undefined,
  locale: FigureContext['locale'],
): string {
  if (changes.length === 0) return say(locale, '无', 'none')
  const names = new Map((card ? leavesOf(card) : []).map(({ item }) => [item.id, item]))
  return changes
    .map(({ item, before, after }) => {
      const known = names.get(item)
      const of = known ? nodeName(known, locale) : item
      return `${of} ${scoreText(before?.points ?? null)}→${scoreText(after?.points ?? null)}`
    })
    .join(say(locale, '；', '; '))
}

function findingOf(
  { locale }: FigureContext,
  brain: Brain,
  records: readonly ScoreRecord[],
  last: ScoreRecord,
  takenBack: ReadonlySet<string>,
): string {
  const [score, grade] = [scoreText(last.score), gradeText(last.grade, locale)]
  const inForce = recordInForce(records, last, takenBack)
  return say(
    locale,
    `${brain.name}共 ${records.length} 次评分，最近一次 ${last.year} 年度第 ${last.version} 版：${score}，${grade}；${
      inForce
        ? `现行等级${gradeText(inForce.grade, locale)}（第 ${inForce.version} 版公布）`
        : '该年度等级尚未公布'
    }。`,
    `${brain.name}: ${records.length} stored, the latest version ${last.version} of ${last.year}: ${score}, ${grade}; ${
      inForce
        ? `in force ${gradeText(inForce.grade, locale)}, published with version ${inForce.version}`
        : 'no grade of that year is published'
    }.`,
  )
}
