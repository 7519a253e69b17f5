import type { UndoPreview, UndoReceipt } from '../../src/contract/index.ts'
import { sha256Of } from '../files/fileStore.ts'
import { HttpProblem, notFound } from '../http/problem.ts'
import type { SupersededCell } from '../store/draft.ts'
import { requireBrainInScope, senderOf } from './intakeContext.ts'
import type { IntakeContext } from './intakeContext.ts'
import { MAX_FINDINGS } from './schemaFindings.ts'

/**
 * Takes a report back by a counter-report: each cell shows again what stood before, one that was empty before is
 * not reported again. Nothing is deleted. Throws 404, 409 where later reports changed its cells, or 422.
 */
export async function undoReport(
  context: IntakeContext,
  report: string,
  reason: string,
): Promise<UndoReceipt> {
  const { space, clock } = context
  await requireReport(context, report)
  const knownAt = space.clock.knownNow()
  const by = senderOf(context)
  const sha256 = sha256Of(Buffer.from(JSON.stringify({ undoes: report, by, reason, knownAt })))
  const outcome = await space.undo({
    ...{ report, by, reason, sha256, knownAt },
    receivedAt: clock(),
  })
  if (outcome.kind === 'missing') throw noReport(report)
  if (outcome.kind === 'nothing') throw nothingToUndo(report)
  if (outcome.kind === 'superseded') throw superseded(report, outcome.by)
  return {
    report: outcome.report,
    undoes: report,
    knownAt: new Date(knownAt).toISOString(),
    restored: outcome.restored,
    emptied: outcome.emptied,
  }
}

/** What undoReport would show again, cell by cell. Throws 404. */
export async function undoPreview(context: IntakeContext, report: string): Promise<UndoPreview> {
  await requireReport(context, report)
  const cells = await context.space.store.undoPreview(report)
  if (cells === null) throw noReport(report)
  return { report, cells: [...cells] }
}

/** A report of a brain in scope; throws 404. */
async function requireReport(context: IntakeContext, report: string): Promise<void> {
  const brain = (await context.space.store.report(report))?.brain ?? null
  if (brain === null) throw noReport(report)
  await requireBrainInScope(context, brain).catch(() => {
    throw noReport(report)
  })
}

const noReport = (id: string): HttpProblem =>
  notFound({ zh: `没有产业大脑的报送“${id}”。`, en: `There is no report "${id}" of a brain.` })

const nothingToUndo = (id: string): HttpProblem =>
  new HttpProblem(422, 'nothingToUndo', {
    zh: `${id} 没有改动任何数据，无须撤销。`,
    en: `${id} changed no figure: there is nothing to take back.`,
  })

function superseded(id: string, cells: readonly SupersededCell[]): HttpProblem {
  const reports = [...new Set(cells.map(({ report }) => report))]
  return new HttpProblem(
    409,
    'superseded',
    {
      zh: `${id} 的数据已被 ${reports.join('、')} 改动，不能撤销。`,
      en: `${reports.join(', ')} changed figures of ${id} later: it cannot be taken back.`,
    },
    cells.slice(0, MAX_FINDINGS).map(({ indicator, period, report }) => ({
      place: `${indicator}@${period}`,
      rule: 'superseded',
      remedy: {
        zh: `先撤销 ${report}，或报送更正。`,
        en: `Take back ${report} first, or report a correction.`,
      },
    })),
  )
}
