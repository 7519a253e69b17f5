import type { QualityRule } from '../rule.ts'
import { namedFigure, relatedFigure } from '../words.ts'

/** A preliminary figure for a cell that is final already. */
export const preliminaryAfterFinal: QualityRule = {
  id: 'preliminaryAfterFinal',
  severity: 'warn',
  name: { zh: '最终数改报初步数', en: 'Preliminary after final' },
  rationale: {
    zh: '已发布的最终数（或修订数）只能由修订更正，不能退回初步。',
    en: 'A final (or revised) figure is corrected by a revision; it does not become preliminary again.',
  },
  source: {
    zh: '本系统约定：初步、最终、修订三种状态',
    en: 'Convention: preliminary, final, revised',
  },
  appliesTo: () => true,
  check: (cell, ledger) => {
    const { indicator, period, value } = cell
    const stored = ledger.stored(indicator.id, period)
    const wasFinal = stored?.status === 'final' || stored?.status === 'revised'
    if (ledger.status !== 'preliminary' || !wasFinal || stored.value === null) return []
    const [own, told] = [namedFigure(value, indicator), namedFigure(stored.value, indicator)]
    return [
      {
        text: {
          zh: `${period} 已有最终数（${told.zh}），本次以初步数报 ${own.zh}。`,
          en: `${period} has a final figure (${told.en}); this report gives ${own.en} as preliminary.`,
        },
        remedy: {
          zh: '改以最终数报送并写明修订理由，或删去该格。',
          en: 'Report it as final with the reason of the revision, or leave the cell out.',
        },
        related: [relatedFigure(indicator.id, period, stored.value)],
      },
    ]
  },
  examples: {
    passes: {
      report: { 'cluster.tax': { '2026-03': 3.4 } },
      history: { 'cluster.tax': { '2026-03': 3.2 } },
      status: 'preliminary',
      storedStatus: 'preliminary',
    },
    fails: {
      report: { 'cluster.tax': { '2026-03': 3.4 } },
      history: { 'cluster.tax': { '2026-03': 3.2 } },
      status: 'preliminary',
      storedStatus: 'final',
    },
  },
}
