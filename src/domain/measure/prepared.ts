import type { Brain } from '../brain.ts'
import type { Cube } from '../cube.ts'
import type { Indicator } from '../indicator.ts'
import type { Frame } from './frame.ts'
import { layOut } from './frame.ts'
import type { Group, GroupBy, Scope } from './group.ts'
import { groupsOf } from './group.ts'
import type { Source } from './source.ts'

interface Grouping {
  readonly brains: readonly Brain[]
  readonly groups: readonly Group[]
}

/** Keyed by the scope, or by the brains where there is none: both never change. */
const groupings = new WeakMap<object, Map<GroupBy, Grouping>>()

/** The groups of a query, made once for a scope however many queries share it. */
export function groupsFor(cube: Cube, by: GroupBy, scope?: Scope): readonly Group[] {
  if (by === 'region') return groupsOf(cube, by, scope)
  const key = scope ?? cube.brains
  const known = groupings.get(key) ?? new Map<GroupBy, Grouping>()
  groupings.set(key, known)
  const found = known.get(by)
  if (found?.brains === cube.brains) return found.groups
  const groups = groupsOf(cube, by, scope)
  known.set(by, { brains: cube.brains, groups })
  return groups
}

interface Layout {
  readonly cube: Cube
  readonly reportedFrom: Indicator['reportedFrom']
  readonly frame: Frame
}

const layouts = new WeakMap<readonly Group[], WeakMap<Float64Array, Layout>>()

/** The frame of groups over the cells of one slice, made once however many measures ask for it. */
export function frameFor(
  cube: Cube,
  groups: readonly Group[],
  source: Source,
  indicator: Indicator,
): Frame {
  const known = layouts.get(groups) ?? new WeakMap<Float64Array, Layout>()
  layouts.set(groups, known)
  const found = known.get(source.values)
  if (found && isSame(found, cube, indicator)) return found.frame
  const frame = layOut(cube, groups, source, indicator)
  known.set(source.values, { cube, reportedFrom: indicator.reportedFrom, frame })
  return frame
}

const isSame = ({ cube, reportedFrom }: Layout, other: Cube, indicator: Indicator): boolean =>
  cube.byId === other.byId &&
  cube.expected === other.expected &&
  reportedFrom === indicator.reportedFrom
