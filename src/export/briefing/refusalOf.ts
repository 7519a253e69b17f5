import type { Figure } from '../../figures/figure.ts'
import { ExportRefused, type Origin } from '../exported.ts'
import { valuesOf } from '../values.ts'
import { wordsOf } from '../words.ts'

/** Where a figure comes from does not decide whether it may leave the screen. */
const ANY: Origin = {
  ...{ space: 'main', query: '', link: '', asOf: null },
  ...{ madeAt: '', marking: null, watermark: '' },
}

/** Why a figure must not leave the screen, in its language; null where it may. */
export function refusalOf(figure: Figure): string | null {
  try {
    wordsOf({ figure, context: {}, origin: ANY })
    valuesOf(figure)
    return null
  } catch (error) {
    if (error instanceof ExportRefused) return error.message
    throw error
  }
}
