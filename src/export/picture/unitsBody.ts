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
 * the reasons are left out with a word, and names of grades that do not fit beside each other stand below.
 */
export function unitsBody(figure: UnitsFigure, page: Page, room: Room): readonly PictureMark[] {
  const { width, height } = room
  const names = namesOf(figure, page, width)
  const isNarrow = width < WITH_REASON * page.label && figure.deadlines.length > 0
  const warnings = countsOf(figure, page, width)
  const below = inRows(
    [...names, ...warnings, ...(isNarrow ? [reasonNote(figure, page, width)] : [])],
    width,
    page.least,
  )
  const lines = (figure.warnings?.length ? 5.5 : 4) + figure.deadlines.length * 1.9
  const scale = Math.min(MOST_SCALE, height / (lines * page.label), width / (ROOMY * page.label))
  const look = lookOf(page, width, height - below.height, { scale: Math.max(1, scale) })
  const shown = {
    ...figure,
    ...(warnings.length ? { warnings: [] } : {}),
    groups: names.length ? figure.groups.map((group) => ({ ...group, name: '' })) : figure.groups,
    deadlines: isNarrow
      ? figure.deadlines.map((deadline) => ({ ...deadline, reason: '', owner: '' }))
      : figure.deadlines,
  }
  return [...chartMarks(shown, look), ...moved(below.marks, 0, height - below.height)]
}

/** Warnings by level with their counts, where the chart's one line has no room for them. */
function countsOf({ warnings = [] }: UnitsFigure, page: Page, width: number): Entry[] {
  if (lineWidth(warnings, page) <= width) return []
  const look = lookOf(page, width, page.height)
  return warnings.map(({ symbol, name, count }) =>
    symbolEntry(look, symbol, `${name} ${count}`, page.label),
  )
}

const lineWidth = (groups: UnitsFigure['groups'], { label }: Page): number =>
  groups.reduce((sum, { name, count }) => sum + widthOf(`${name} ${count}`, label) + 2 * label, 0)

/** Symbols and names of the grades, where the chart's one line has no room for them. */
function namesOf({ groups }: UnitsFigure, page: Page, width: number): Entry[] {
  const { label } = page
  if (lineWidth(groups, page) <= width) return []
  const look = lookOf(page, width, page.height)
  return groups.map(({ symbol, name }) => symbolEntry(look, symbol, name, label))
}

const reasonNote = ({ locale }: UnitsFigure, page: Page, width: number): Entry => {
  const look = lookOf(page, width, page.height)
  const text = say(locale, '图幅所限，未列整改原因', 'No room for the reasons')
  return textEntry(look, text, page.least, width, look.palette.text3)
}
