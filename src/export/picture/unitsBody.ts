import { chartMarks } from '../../charts/chartMarks.ts'
import type { UnitsFigure } from '../../figures/kinds/unitsFigure.ts'
import { say } from '../../figures/text/words.ts'
import { moved, type Room } from './block.ts'
import { widthOf } from './characters.ts'
import type { PictureMark } from './drawn.ts'
import { inRows, symbolEntry, textEntry, type Entry } from './key.ts'
import { lookOf, type Page } from './page.ts'

/** Sizes of type across which a countdown has room for its reason, and at which type may grow. */
const WITH_REASON = 30
const ROOMY = 42
const MOST_SCALE = 1.5

/**
 * Grades and countdowns, larger where these are few: they are one line each, however high the room. In a narrow room
 * the reasons are left to the table, and names of grades that do not fit beside each other stand below.
 */
export function unitsBody(figure: UnitsFigure, page: Page, room: Room): readonly PictureMark[] {
  const { width, height } = room
  const names = namesOf(figure, page, width)
  const isNarrow = width < WITH_REASON * page.label && figure.deadlines.length > 0
  const below = inRows(
    [...names, ...(isNarrow ? [reasonNote(figure, page, width)] : [])],
    width,
    page.least,
  )
  const lines = 4 + figure.deadlines.length * 1.9
  const scale = Math.min(MOST_SCALE, height / (lines * page.label), width / (ROOMY * page.label))
  const look = lookOf(page, width, height - below.height, { scale: Math.max(1, scale) })
  const shown = {
    ...figure,
    groups: names.length ? figure.groups.map((group) => ({ ...group, name: '' })) : figure.groups,
    deadlines: isNarrow
      ? figure.deadlines.map((deadline) => ({ ...deadline, reason: '' }))
      : figure.deadlines,
  }
  return [...chartMarks(shown, look), ...moved(below.marks, 0, height - below.height)]
}

/** Symbols and names of the grades, where the chart's one line has no room for them. */
function namesOf({ groups }: UnitsFigure, page: Page, width: number): Entry[] {
  const { label } = page
  const long = groups.reduce(
    (sum, group) => sum + widthOf(`${group.name} ${group.count}`, label) + 2 * label,
    0,
  )
  if (long <= width) return []
  const look = lookOf(page, width, page.height)
  return groups.map(({ symbol, name }) => symbolEntry(look, symbol, name, label))
}

const reasonNote = ({ locale }: UnitsFigure, page: Page, width: number): Entry => {
  const look = lookOf(page, width, page.height)
  const text = say(locale, '整改原因见数据表', 'Reasons in the data table')
  return textEntry(look, text, page.least, width, look.palette.text3)
}
