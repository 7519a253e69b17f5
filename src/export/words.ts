import { SPACE_NAMES } from '../domain/space.ts'
import { textOf, type Locale } from '../domain/text.ts'
import { say } from '../figures/text/words.ts'
import { ExportRefused, type Exported, type Marking } from './exported.ts'

/** The words that stay with a figure in every file, in the order in which they are printed. */
export interface ExportWords {
  /** The conclusion, or the title that somebody wrote. 演示 in front where the data are simulated. */
  readonly title: string
  /** Indicator, unit, period and scope. */
  readonly subtitle: string
  readonly sentence: string
  /** 演示数据; empty for real data. */
  readonly badge: string
  /** Name and text: 数据来源, 统计口径, 截至, 已知至. */
  readonly facts: readonly { readonly name: string; readonly text: string }[]
  /** Numbered notes: the figure's own, the approval number or 示意 note of a map, citations. */
  readonly notes: readonly string[]
  /** 公开 / 内部使用 / 内部资料 注意保管; empty for none. */
  readonly marking: string
  readonly link: string
}

export const MARKING_TEXT: Readonly<Record<Marking, { readonly zh: string; readonly en: string }>> =
  {
    public: { zh: '公开', en: 'Public' },
    internal: { zh: '内部使用', en: 'Internal use' },
    internalKeep: { zh: '内部资料 注意保管', en: 'Internal material, keep safe' },
  }

/** A figure or document: whether it rests on simulated data, and the language of its words. */
interface Sort {
  readonly simulated: boolean
  readonly locale: Locale
}

/** 演示数据; empty for real data. */
export const badgeOf = ({ simulated, locale }: Sort): string =>
  simulated ? say(locale, '演示数据', 'Demonstration data') : ''

/** 公开 / 内部使用 / 内部资料 注意保管; empty for none, which simulated data carry. */
export const markingOf = (marking: Marking | null, { simulated, locale }: Sort): string =>
  marking && !simulated ? textOf(MARKING_TEXT[marking], locale) : ''

/**
 * Words of a figure for a file.
 * @throws ExportRefused where there is nothing to show, or where source, 口径 or 截至 are missing: a figure
 * without them must not leave the screen.
 */
export function wordsOf({ figure, origin, ...written }: Exported): ExportWords {
  const { locale } = figure
  if (figure.kind === 'absent') throw refused(locale, figure, figure.reason)
  for (const [name, text] of required(locale, figure))
    if (!text) throw refused(locale, figure, missing(locale, name))
  const badge = badgeOf(figure)
  const title = written.title ?? figure.title
  return {
    title: badge ? say(locale, `【演示】${title}`, `[Demo] ${title}`) : title,
    subtitle: [figure.unit, figure.period, figure.scope].filter(Boolean).join(' · '),
    sentence: written.sentence ?? figure.finding,
    badge,
    facts: [
      ...required(locale, figure).map(([name, text]) => ({ name, text })),
      ...knownFact(locale, origin.asOf ?? figure.knownAt?.slice(0, 10) ?? ''),
    ],
    notes: notesOf(figure),
    marking: markingOf(origin.marking, figure),
    link: origin.link,
  }
}

type Named = Exported['figure']

const required = (locale: Locale, figure: Named): (readonly [string, string])[] => [
  [say(locale, '数据来源', 'Source'), figure.source],
  [say(locale, '统计口径', 'Definition'), figure.definition],
  [say(locale, '截至', 'As of'), figure.asOf ?? ''],
]

const knownFact = (locale: Locale, day: string) =>
  day ? [{ name: say(locale, '已知至', 'Known by'), text: day }] : []

const missing = (locale: Locale, name: string): string =>
  say(locale, `缺少“${name}”，不得导出`, `“${name}” is missing: it must not be exported`)

const refused = (locale: Locale, { title, id }: Named, why: string): ExportRefused =>
  new ExportRefused(id, say(locale, `${title}：${why}`, `${title}: ${why}`))

function notesOf(figure: Named): string[] {
  const citations = figure.citations.map(({ publisher, title, date, unverified }) =>
    say(
      figure.locale,
      `${publisher}《${title}》${date}${unverified ? '（待核）' : ''}`,
      `${publisher}, “${title}”, ${date}${unverified ? ' (unverified)' : ''}`,
    ),
  )
  const own = figure.kind === 'map' ? [...figure.notes, figure.approval] : figure.notes
  return [...own, ...citations].filter(Boolean)
}

/** What a file says about itself in its properties: space, view, as-of, link back. */
export function provenanceOf({ figure, origin }: Exported): readonly (readonly [string, string])[] {
  const { space, query, asOf, link, madeAt } = origin
  return [
    ['Space', SPACE_NAMES[space].en],
    ['Figure', figure.id],
    ['Query', query],
    ['As-of', asOf ?? figure.knownAt ?? madeAt],
    ['Link', link],
    ['Creation Time', madeAt],
  ]
}

/** What a picture says about itself, beside that: its title, that it is a demonstration or how far it may go. */
export function pictureProvenance(item: Exported): readonly (readonly [string, string])[] {
  const { title, badge, marking } = wordsOf(item)
  return [
    ['Title', title],
    ...provenanceOf(item),
    ...(badge ? ([['Data', badge]] as const) : []),
    ...(marking ? ([['Marking', marking]] as const) : []),
  ]
}
