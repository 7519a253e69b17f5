import { SPACE_NAMES } from '../../src/domain/space.ts'
import type { Briefing } from '../../src/export/briefing.ts'
import { fillTemplate, type FilledTemplate } from '../../src/export/briefing/fillTemplate.ts'
import type { Rasterise } from '../../src/export/briefing/makeDraw.ts'
import { mapOf } from '../../src/export/briefing/mapOf.ts'
import { TEMPLATES } from '../../src/export/briefing/templates.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import { latestMonth } from '../../src/figures/latest.ts'
import { nearest } from '../intake/nearest.ts'
import { shanghaiDay, type Clock } from '../space/clock.ts'
import { BriefingError } from './briefingError.ts'
import type { Documents } from './documents.ts'
import type { VectorOnly } from './drawAtNight.ts'
import { readContext, type ReadContext } from './figureContext.ts'
import { fileOf } from './fileOf.ts'
import type { Options } from './options.ts'
import { readGeometry } from './readGeometry.ts'
import { emptyWords } from './emptyWords.ts'
import { firstDay } from './whereItBegins.ts'
import { writeWhole } from './writeWhole.ts'

export interface RunPorts {
  /** Opened here and closed again before anything is drawn. */
  readonly openDocuments: () => Promise<Documents>
  /** Address that links lead back to. */
  readonly site: string
  readonly clock: Clock
  readonly say: (line: string) => void
  readonly rasterise: Rasterise
}

/** Reads, writes a briefing from the numbers, and puts it into a file. Throws BriefingError; no half file is left. */
export async function run(options: Options, ports: RunPorts): Promise<void> {
  const { site, rasterise, say } = ports
  const briefing = await readBriefing(options, ports)
  const maps = briefing.items.flatMap((item) =>
    item.kind === 'figure' ? (mapOf(item.figure) ?? []) : [],
  )
  const geometries = new Map(
    await Promise.all(
      [...new Set(maps)].map(async (map) => [map, await readGeometry(map)] as const),
    ),
  )
  const context = {
    ...{ site, madeAt: briefing.createdAt },
    geometryOf: (adcode: string) => geometries.get(adcode) ?? null,
  }
  const { bytes, vectorOnly } = await fileOf(briefing, options.format, context, rasterise).catch(
    (error: unknown) => {
      if (!(error instanceof ExportRefused)) throw error
      throw new BriefingError(`No file was written: ${error.message}`, { cause: error })
    },
  )
  await writeWhole(options.out, bytes)
  tell(options, briefing, vectorOnly, say)
}

async function readBriefing(options: Options, ports: RunPorts): Promise<Briefing> {
  const documents = await ports.openDocuments()
  try {
    const read = await readAs(options, documents, ports)
    const filled = filledWith(options, read, ports)
    if (filled.kind === 'filled') return filled.briefing
    const since = await worksSince(options, documents, ports)
    const period = latestMonth(read.context)
    throw new BriefingError(
      emptyWords({ options, context: read.context, period, since }, filled.reason),
    )
  } finally {
    await documents.close()
  }
}

const readAs = (
  options: Options,
  documents: Documents,
  { clock }: Pick<RunPorts, 'clock'>,
): Promise<ReadContext> =>
  readContext(documents, options, TEMPLATES[options.template].indicators, clock)

/** Since when there is something to report, where a day was asked for on which there was not. */
async function worksSince(
  options: Options,
  documents: Documents,
  ports: RunPorts,
): Promise<string | null> {
  if (options.asOf === null || options.period !== null || options.brain !== null) return null
  const { today } = await documents.registry(null)
  return firstDay(options.asOf, today ?? shanghaiDay(ports.clock()), async (asOf) => {
    const then = { ...options, asOf }
    return filledWith(then, await readAs(then, documents, ports), ports).kind === 'filled'
  })
}

function filledWith(
  options: Options,
  { context, asOf }: ReadContext,
  { clock }: Pick<RunPorts, 'clock'>,
): FilledTemplate {
  const { template, space, marking, watermark } = options
  const period = latestMonth(context)
  const brain = options.brain === null ? null : brainOf(context, options.brain, space)
  return fillTemplate(
    TEMPLATES[template],
    { context, brain },
    {
      ...{ id: `${template}-${space}-${period}`, period, asOf, watermark },
      marking: space === 'demo' ? null : marking,
      createdAt: new Date(clock()).toISOString(),
    },
    (error) => {
      throw error
    },
  )
}

function brainOf({ cube }: ReadContext['context'], id: string, space: string) {
  const brain = cube.byId.get(id)
  if (brain) return brain
  const ids = cube.brains.map((one) => one.id)
  const close = nearest(id, ids) ?? ids[0]
  throw new BriefingError(
    `--brain ${id}: ${space} has no such brain. ` +
      (close === undefined ? 'No brain is registered there.' : `Did you mean ${close}?`),
  )
}

/** What was done, and what to do next. */
function tell(
  { out, space, template, marking }: Options,
  { title, period, asOf, items }: Briefing,
  vectorOnly: VectorOnly,
  say: (line: string) => void,
): void {
  const figures = items.filter(({ kind }) => kind === 'figure').length
  const texts = items.length - figures
  say(`简报已写出 · briefing written: ${out}`)
  say(`  ${title}`)
  say(
    `  模板 template ${template} · ${SPACE_NAMES[space].zh} ${space} · 期 period ${period} · 截至 as of ${asOf}`,
  )
  say(`  ${figures} 图 figures · ${texts} 段文字 texts`)
  if (marking !== null && space === 'demo')
    say('  演示数据不带传播范围标注 · demonstration data carry no marking: --marking was left out')
  for (const [reason, count] of vectorOnly) {
    say(
      `  ${count} 幅图片只有矢量（SVG），Office 2016 及以上可显示 · ${count} pictures are vectors (SVG) only: Office 2016 and later shows them`,
    )
    say(`  原因 why: ${reason}`)
  }
  say('下一步 next: 打开核对文字与数字后再分发 · open it, check words and numbers, then pass it on')
}
