import type { MapGeometry } from '../../charts/geometry.ts'
import type { Figure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import type { Briefing, BriefingFigure } from '../briefing.ts'
import type { Exported, Origin } from '../exported.ts'
import type { Part } from '../part.ts'
import { mapOf } from './mapOf.ts'

/** What a briefing does not hold itself. */
export interface PartsContext {
  /** Absolute address of the product, without a slash at the end. */
  readonly site: string
  /** When the file is asked for (ISO instant). */
  readonly madeAt: string
  /** Geometry of the map of an adcode; null where it is not there. */
  readonly geometryOf: (adcode: string) => MapGeometry | null
  /** Whether the product still has the figure; all where it is not given. */
  readonly isKnown?: (figure: Figure) => boolean
}

/**
 * The parts of a briefing as it was frozen: later revisions change nothing. A figure that the product no longer
 * has says so in its notes.
 */
export const toParts = (briefing: Briefing, context: PartsContext): readonly Part[] =>
  briefing.items.map((item): Part => {
    if (item.kind === 'figure') return { kind: 'figure', item: exportedOf(briefing, item, context) }
    return { kind: 'text', title: item.title, paragraphs: item.text.split('\n').filter(Boolean) }
  })

function exportedOf(briefing: Briefing, item: BriefingFigure, context: PartsContext): Exported {
  const { figure, query, title, sentence } = item
  const { geometryOf, isKnown = () => true } = context
  const map = mapOf(figure)
  return {
    figure: isKnown(figure) ? figure : withNote(figure, goneNote(briefing)),
    context: map === null ? {} : { geometry: geometryOf(map) },
    origin: originOf(briefing, query, context),
    ...(title === undefined ? {} : { title }),
    ...(sentence === undefined ? {} : { sentence }),
  }
}

const withNote = (figure: Figure, note: string): Figure => ({
  ...figure,
  notes: [...figure.notes, note],
})

const goneNote = ({ asOf, locale }: Briefing): string =>
  say(
    locale,
    `系统已不再提供此图，此处为 ${asOf} 保存的内容`,
    `The product no longer has this figure: this is how it was saved on ${asOf}`,
  )

/** Where the figures of a view come from, and how they may be passed on. */
export function originOf(
  { space, asOf, marking, watermark }: Omit<Briefing, 'items'>,
  query: string,
  { site, madeAt }: Pick<PartsContext, 'site' | 'madeAt'>,
): Origin {
  return { space, query, link: linkOf(site, space, query, asOf), asOf, madeAt, marking, watermark }
}

/** Leads back to the view as of the end of the day (UTC+8) whose knowledge it shows. */
const linkOf = (site: string, space: string, query: string, asOf: string): string =>
  `${site}/${space}/${query}${query.includes('?') ? '&' : '?'}asOf=${asOf}T15:59:59.999Z`
