import type { QualityRule } from '../rule.ts'
import { confusion } from './confusion.ts'
import { cumulative } from './cumulative.ts'
import { fallingStock } from './fallingStock.ts'
import { growth } from './growth.ts'
import { jump } from './jump.ts'
import { preliminaryAfterFinal } from './preliminaryAfterFinal.ts'
import { rackOrder } from './rackOrder.ts'
import { range } from './range.ts'
import { ratio } from './ratio.ts'
import { repeated } from './repeated.ts'
import { sharedCentre } from './sharedCentre.ts'
import { sign } from './sign.ts'
import { sumOfParts } from './sumOfParts.ts'
import { unitSlip } from './unitSlip.ts'
import { zero } from './zero.ts'

/**
 * The rules of the quality gate in the order of their findings and of the catalogue that people read:
 * first what blocks, then what asks for an answer.
 */
export const QUALITY_RULES: readonly QualityRule[] = [
  sign,
  range,
  rackOrder,
  sumOfParts,
  cumulative,
  unitSlip,
  jump,
  fallingStock,
  zero,
  repeated,
  confusion,
  ratio,
  growth,
  sharedCentre,
  preliminaryAfterFinal,
]
