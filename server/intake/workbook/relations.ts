import { posix } from 'node:path'

import type { Zip } from './openZip.ts'
import { parseXml } from './parseXml.ts'

export interface Relation {
  /** Last word of its type: `worksheet`, in both namespaces of the standard. */
  readonly type: string
  /** Path in the package; for an external one as it is written. */
  readonly target: string
}

/** Where the relations of a part stand; of the package for the empty path. */
export const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

/** The relations of a part by id (ECMA-376 part 2, §6.5); none where it has none. */
export function readRelations(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>()
  const entry = zip.entries.get(relationsPath(part))
  if (!entry) return relations
  parseXml(zip.read(entry), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship') return undefined
      const target = TargetMode === 'External' ? Target : resolved(part, Target)
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target })
      return undefined
    },
  })
  return relations
}

const resolved = (part: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target)
