import { CITIES } from '../../src/domain/region.ts'
import { DUTIES } from '../../src/domain/rights.ts'
import type { Grant, Role } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { Space } from '../space/space.ts'
import { badGrant } from './accountProblems.ts'

const isDuty = (role: Role): boolean => (DUTIES as readonly Role[]).includes(role)

/** Throws 422 unless a grant says what it may: a duty no space, a role one space and at most one part of it. */
export async function requireSoundGrant(
  { role, space, city, brain }: Grant,
  spaces: ReadonlyMap<SpaceId, Space>,
): Promise<void> {
  if (isDuty(role)) {
    if (space === null && city === null && brain === null) return
    throw badGrant(
      '/space',
      'dutySpace',
      '职责不分库，space 为 null。',
      'A duty has no space: null.',
    )
  }
  const found = space === null ? undefined : spaces.get(space)
  if (!found)
    throw badGrant('/space', 'space', '给出库 main 或 demo。', 'Give a space: main or demo.')
  if (city !== null && brain !== null)
    throw badGrant(
      '/brain',
      'onePart',
      '市与产业大脑只限其一。',
      'Give a city or a brain, not both.',
    )
  if (city !== null && !CITIES.includes(city))
    throw badGrant('/city', 'city', '给出设区市代码。', 'Give the adcode of a city.')
  if (brain !== null && !(await brainIndex(found)).byId.has(brain))
    throw badGrant('/brain', 'unknownBrain', '先登记该产业大脑。', 'Register the brain first.')
}

/**
 * Throws 422 where one person would hold two duties, or a duty beside a role over data
 * (GB/T 22239-2019, 8.1.5: the three administrators are different people).
 */
export function requireSeparateDuties(held: readonly Grant[], given: readonly Grant[]): void {
  const roles = new Set([...held, ...given].map(({ role }) => role))
  if (roles.size < 2 || ![...roles].some(isDuty)) return
  throw badGrant(
    '/role',
    'separateDuties',
    '三权分立：管理、安全、审计由不同的人担任，且不兼有数据角色。',
    'Duties are separated: administrator, security and auditor are different people without roles over data.',
  )
}
